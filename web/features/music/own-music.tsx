import { Button } from '@mantine/core';
import { BUILT_IN_MODULES, type MusicModule } from '../../../engine/index.ts';
import type { AuditionItem } from './audition-view-model.ts';
import { lists } from './list-words.ts';
import type { Listening, StoredMusic } from './music-database.ts';
import type { MusicRules } from './music-rules.ts';
import type { OwnTrack } from './own/own-track.ts';
import type { Responses } from './responses.ts';
import { keptMusic } from './copies/words.ts';
import './own/own-music.css';
import { music as musicWords, own as words, playlists } from './words.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import type { MusicParts } from './music-parts.ts';
import { AddMusic } from './own/add-music.tsx';
import { HearButton } from './hear-button.tsx';
import { CopiesSwitch } from './copies/copies-switch.tsx';
import { auditionOf, OwnTrackCard } from './own/own-track-card.tsx';

interface OwnMusicProps {
  readonly music: MusicParts;
  readonly kept: StoredMusic;
  readonly responses: Responses;
}

/** The person's own music: the way in, what waits for their word, and the two lists. */
export function OwnMusic({ music, kept, responses }: OwnMusicProps) {
  const copies = useBehavior(music.copies.kept$);
  const elsewhere = copies && (copies.on || copies.copies + copies.forgetting > 0);
  const picked = pickedIn(kept.rules);
  const waiting = kept.tracks.filter(({ placed }) => !placed);
  const listeningsOf = (id: string): readonly Listening[] =>
    kept.listenings.filter(({ module }) => module === id);
  const card = (track: OwnTrack, i: number, list: readonly OwnTrack[]) => (
    <OwnTrackCard
      key={track.id}
      music={music}
      track={track}
      rules={kept.rules}
      response={responses.get(track.id)}
      listenings={listeningsOf(track.id)}
      {...(track.placed && { before: list[i - 1]?.id, after: list[i + 1]?.id })}
    />
  );
  return (
    <section className="music-part" aria-labelledby="own-title">
      <h2 id="own-title">{musicWords.own}</h2>
      <AddMusic
        music={music}
        empty={kept.tracks.length === 0}
        hint={elsewhere ? keptMusic.private : words.private}
      />
      <CopiesSwitch copies={music.copies} />
      {waiting.length > 0 && (
        <>
          <div className="list-head">
            <h3>
              {words.waiting} <span className="figures">({waiting.length})</span>
            </h3>
            {waiting.length > 1 && (
              <Button variant="default" onClick={() => void music.placeAll()}>
                {words.keepAll}
              </Button>
            )}
          </div>
          <p className="hint">{words.waitingHint}</p>
          <ul className="pieces">{waiting.map(card)}</ul>
        </>
      )}
      {kept.tracks.length + picked.length > waiting.length &&
        (['calming', 'activating'] as const).map((family) => (
          <Playlist
            key={family}
            music={music}
            family={family}
            tracks={kept.tracks.filter(({ placed }) => placed?.family === family)}
            picked={picked.filter((one) => one.family === family)}
            card={card}
          />
        ))}
    </section>
  );
}

interface PlaylistProps {
  readonly music: MusicParts;
  readonly family: keyof typeof playlists;
  readonly tracks: readonly OwnTrack[];
  /** Pieces that come with Attune, after the own songs. */
  readonly picked: readonly MusicModule[];
  readonly card: (track: OwnTrack, i: number, list: readonly OwnTrack[]) => React.JSX.Element;
}

function Playlist({ music, family, tracks, picked, card }: PlaylistProps) {
  const { title, hint } = playlists[family];
  const own = tracks.filter(({ trigger }) => trigger !== 'trigger').map(auditionOf);
  const played = [...own, ...picked.map((module) => heardFor(module, PIECE_S))];
  const count = tracks.length + picked.length;
  return (
    <>
      <div className="list-head">
        {played.length > 0 && (
          <HearButton audition={music.audition} title={`${words.playAll}, ${title}`} items={played} />
        )}
        <div>
          <h3>
            {title} <span className="figures">({count})</span>
          </h3>
          <p className="hint">{count === 0 ? words.nothingHere : hint}</p>
        </div>
      </div>
      {tracks.length > 0 && <ul className="pieces">{tracks.map(card)}</ul>}
      {picked.length > 0 && (
        <ul className="lines picked" data-testid={`picked-${family}`}>
          {picked.map((module) => (
            <Picked key={module.id} music={music} module={module} />
          ))}
        </ul>
      )}
    </>
  );
}

/** A piece that comes with Attune, on the person's list; its card below has the rest. */
const Picked = ({ music, module }: { readonly music: MusicParts; readonly module: MusicModule }) => (
  <li className="line">
    <HearButton audition={music.audition} title={module.title} items={[heardFor(module)]} />
    <div>
      <p className="line-name">{module.title}</p>
      <p className="hint">{lists.builtIn}</p>
    </div>
    <Button
      variant="subtle"
      aria-label={lists.takeOffThis(module.title)}
      onClick={() => void music.pick(module.id, false)}
    >
      {lists.off}
    </Button>
  </li>
);

/** How long a piece without an end of its own has in a list, s. */
const PIECE_S = 240;

/** @param lengthS absent: until it is stopped */
const heardFor = ({ id, family }: MusicModule, lengthS?: number): AuditionItem => ({
  cue: { module: id, family, level: family === 'calming' ? 2 : 4 },
  ...(lengthS !== undefined && { lengthS }),
});

/** In the order in which they were put on the list; what pulls is not on it. */
const pickedIn = ({ picked = [], triggers }: MusicRules): readonly MusicModule[] =>
  picked.flatMap((id) => BUILT_IN_MODULES.filter((one) => one.id === id && !triggers.includes(id)));
