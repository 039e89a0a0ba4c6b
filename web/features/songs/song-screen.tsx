import { TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { RouteParams } from '../../session/feature.ts';
import { LANGUAGES } from '../../kit/language.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { SingPanel } from './sing-panel.tsx';
import { SlotPanel } from './slot-panel.tsx';
import { SLOTS, withLyrics, type Song } from './song.ts';
import { SongFoot } from './song-foot.tsx';
import { isRead, type SongDraft, type SongsViewModel } from './songs-view-model.ts';
import type { SoundsShelf } from './sounds-shelf.ts';
import './songs.css';
import type { StudioViewModel } from './studio-view-model.ts';
import { Unreadable } from './unreadable.tsx';
import { songs as words } from './words.ts';

interface SongScreenProps {
  readonly params: RouteParams;
  readonly songs: () => SongsViewModel;
  readonly shelf: SoundsShelf;
  readonly studio: () => StudioViewModel;
}

/** One song: its words with their sound, what it is sung to, and takes of it. */
export function SongScreen({ params, songs, shelf, studio }: SongScreenProps) {
  const view = songs();
  const rows = useBehavior(view.songs$);
  const found = isRead(rows) ? rows.find(({ id }) => id === params['id']) : undefined;
  if (!isRead(rows))
    return (
      <Plain>
        <Unreadable rows={rows} locked={words.locked} />
      </Plain>
    );
  if (!found)
    return (
      <Plain>
        <p className="notice">{words.gone}</p>
      </Plain>
    );
  return <Writing key={found.id} song={found} {...{ view, shelf, studio }} />;
}

const Plain = ({ children }: { children: React.ReactNode }) => (
  <div className="narrow">
    <h1 tabIndex={-1}>{words.title}</h1>
    {children}
    <div className="actions">
      <AllSongs />
    </div>
  </div>
);

export const AllSongs = () => (
  <Link className="song-back" href="/songs">
    {words.all}
  </Link>
);

interface WritingProps extends Pick<SongScreenProps, 'shelf' | 'studio'> {
  readonly song: Song;
  readonly view: SongsViewModel;
}

function Writing({ song: kept, view, shelf, studio }: WritingProps) {
  const draft = useDraft(view, kept);
  const song = useBehavior(draft.song$);
  const sounds = useBehavior(shelf.of(song.language));
  return (
    <div className="song">
      <header className="song-head">
        <h1 tabIndex={-1}>{song.title.trim() || words.untitled}</h1>
        <p className="hint">{words.kinds[song.kind].title}</p>
        <div className="song-names">
          <TextInput
            label={words.name}
            value={song.title}
            maxLength={120}
            autoComplete="off"
            onChange={({ currentTarget: { value } }) => draft.change((was) => ({ ...was, title: value }))}
          />
          <label className="field song-field">
            <span>{words.language}</span>
            <select
              value={song.language}
              onChange={({ currentTarget: { value } }) => {
                const language = LANGUAGES.find((one) => one === value)!;
                draft.change((was) => ({ ...was, language }));
              }}
            >
              {LANGUAGES.map((language) => (
                <option key={language} value={language}>
                  {words.languages[language]}
                </option>
              ))}
            </select>
          </label>
        </div>
        {song.kind === 'apology' && <p className="hint">{words.apologyHint}</p>}
        <Kept draft={draft} />
      </header>
      {sounds === 'failed' && <p className="notice">{words.soundFailed}</p>}
      {SLOTS.map((slot) => (
        <SlotPanel
          key={slot}
          {...{ song, slot, sounds }}
          onWrite={(text) =>
            draft.change((was) => withLyrics(was, { ...was.lyrics, [slot]: text }, Date.now()))
          }
        />
      ))}
      <SingPanel
        song={song}
        studio={studio()}
        onChange={(backing) => draft.change((was) => ({ ...was, backing }))}
      />
      <SongFoot song={song} draft={draft} view={view} />
      <div className="actions">
        <AllSongs />
      </div>
    </div>
  );
}

/** The draft lives as long as the screen; what was written last is kept as it is left. */
function useDraft(view: SongsViewModel, song: Song): SongDraft {
  const [draft] = useState(() => view.draft(song));
  useEffect(() => {
    const leaving = (): void => void draft.keep();
    window.addEventListener('pagehide', leaving);
    return () => {
      window.removeEventListener('pagehide', leaving);
      draft.end();
    };
  }, [draft]);
  return draft;
}

const Kept = ({ draft }: { draft: SongDraft }) => {
  const kept = useBehavior(draft.kept$);
  return (
    <p className="hint" role="status" data-testid="kept" data-kept={kept}>
      {words[kept]}
    </p>
  );
};
