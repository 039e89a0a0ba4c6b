import { Button, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Listening } from '../music-database.ts';
import type { MusicRules } from '../music-rules.ts';
import type { OwnTrack } from './own-track.ts';
import { leftOut } from '../profile-of.ts';
import type { Response } from '../responses.ts';
import { levelText, music as words, own, playlists, pulls } from '../words.ts';
import { exclusionReasons } from '../../../session/words/reasons.ts';
import { factsText, proposalText, responseText } from '../track-words.ts';
import type { AuditionItem } from '../audition-view-model.ts';
import type { MusicParts } from '../music-parts.ts';
import { HearButton } from '../hear-button.tsx';
import { OutlinePicture } from './outline-picture.tsx';
import { PlaceForm } from './place-form.tsx';
import { PieceResponse } from '../piece-response.tsx';
import { TriggerButton } from '../trigger-button.tsx';

interface OwnTrackCardProps {
  readonly music: MusicParts;
  readonly track: OwnTrack;
  readonly rules: MusicRules;
  readonly response: Response | undefined;
  readonly listenings: readonly Listening[];
  /** The ids of its neighbours in the list; absent: it is at that end, or in none. */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** How a track is listened to outside a session. */
export const auditionOf = ({ id, placed, proposed, analysis }: OwnTrack): AuditionItem => {
  const { family, level } = placed ?? proposed;
  return { cue: { module: id, family, level }, lengthS: analysis.toS - analysis.fromS };
};

/** One of the person's own tracks: waiting for their word, or in its list. */
export function OwnTrackCard({
  music,
  track,
  rules,
  response,
  listenings,
  before,
  after,
}: OwnTrackCardProps) {
  const { id, title, artist, analysis, placed, trigger, proposed } = track;
  const { family } = placed ?? proposed;
  const pulled = trigger === 'trigger';
  const form = <PlaceForm key={id} track={track} music={music} />;
  const kind = placed
    ? `${playlists[family].title} ${levelText(family, placed.level)} · ${pulls[trigger].short}`
    : (artist ?? '');
  return (
    <li className={`piece piece-${family}`} data-trigger={pulled} data-testid="own-track">
      <div className="piece-head">
        <HearButton audition={music.audition} title={title} items={[auditionOf(track)]} disabled={pulled} />
        <div>
          <h4>{title}</h4>
          <p className="piece-kind">{placed && artist ? `${artist} · ${kind}` : kind}</p>
        </div>
        <Cover track={track} />
        {placed && (
          <span className="order">
            <OrderButton music={music} label={own.earlier} title={title} a={id} b={before} up />
            <OrderButton music={music} label={own.later} title={title} a={id} b={after} />
          </span>
        )}
      </div>
      <OutlinePicture outline={analysis.outline} text={`${title}: ${factsText(analysis)}`} />
      {!placed && <p>{proposalText(proposed)}</p>}
      <LeftOut music={music} track={track} rules={rules} />
      <p className="hint figures">{factsText(analysis)}</p>
      {placed ? (
        <details className="details">
          <summary>{words.more}</summary>
          <div className="details-body">
            {form}
            <PieceResponse module={id} music={music} said={responseText(response, listenings)} />
          </div>
        </details>
      ) : (
        form
      )}
      <div className="piece-foot">
        {placed && <TriggerButton music={music} piece={track} trigger={pulled} />}
        <Button variant="subtle" className="piece-trigger" onClick={() => void music.remove(track)}>
          {own.remove}
        </Button>
      </div>
    </li>
  );
}

/** Why it does not play in sessions, and the way out where a word of the person is all that is missing. */
function LeftOut({ music, track, rules }: Pick<OwnTrackCardProps, 'music' | 'track' | 'rules'>) {
  const why = leftOut(track, rules);
  if (!why) return null;
  return (
    <div className="left-out">
      <span>{words.leftOut(exclusionReasons[why])}</span>
      {why === 'unjudged-in-early-recovery' && (
        <Button variant="default" onClick={() => void music.judge(track, 'clean')}>
          {words.clean}
        </Button>
      )}
    </div>
  );
}

interface OrderButtonProps {
  readonly music: MusicParts;
  readonly label: string;
  readonly title: string;
  readonly a: string;
  readonly b: string | undefined;
  readonly up?: boolean;
}

function OrderButton({ music, label, title, a, b, up = false }: OrderButtonProps) {
  return (
    <UnstyledButton
      className="order-button"
      aria-label={`${label}: ${title}`}
      disabled={b === undefined}
      onClick={() => b !== undefined && void music.swap(a, b)}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={up ? 'M6 15l6-6 6 6' : 'M6 9l6 6 6-6'} />
      </svg>
    </UnstyledButton>
  );
}

/** The cover that the file brings along. */
function Cover({ track: { cover } }: { track: OwnTrack }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    if (!cover || !image.current) return undefined;
    const url = URL.createObjectURL(cover);
    image.current.src = url;
    return () => URL.revokeObjectURL(url);
  }, [cover]);
  return cover ? <img ref={image} className="cover" alt="" /> : null;
}
