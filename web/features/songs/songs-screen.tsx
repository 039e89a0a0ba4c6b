import { Button } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { HomeLink } from '../../kit/home-link.tsx';
import { dayText } from '../../kit/numbers.ts';
import { useBehavior } from '../../kit/use-behavior.ts';
import { SONG_KINDS, type Song } from './song.ts';
import { isRead, type SongsViewModel } from './songs-view-model.ts';
import './songs.css';
import { Unreadable } from './unreadable.tsx';
import { songs as words } from './words.ts';

/** The songs, and the two kinds that may be begun. */
export function SongsScreen({ songs }: { songs: () => SongsViewModel }) {
  const view = songs();
  const rows = useBehavior(view.songs$);
  const deleted = useBehavior(view.deleted$);
  const [, go] = useLocation();
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      {!isRead(rows) && <Unreadable rows={rows} locked={words.locked} />}
      {deleted && (
        <div className="notice notice-line" role="status">
          <p>{words.deleted}</p>
          <Button variant="default" onClick={() => void view.undo()}>
            {words.undo}
          </Button>
        </div>
      )}
      {isRead(rows) && (
        <>
          <section className="panel" aria-labelledby="songs-yours">
            <h2 id="songs-yours">{words.yours}</h2>
            {rows.length === 0 ? <p className="hint">{words.empty}</p> : <SongList songs={rows} />}
          </section>
          <section className="panel" aria-labelledby="songs-begin">
            <h2 id="songs-begin">{words.begin}</h2>
            <div className="song-kinds">
              {SONG_KINDS.map((kind) => (
                <button
                  key={kind}
                  type="button"
                  className="song-kind"
                  onClick={() => void view.begin(kind).then(({ id }) => go(`/songs/${id}`))}
                >
                  <span className="song-kind-title">{words.kinds[kind].title}</span>
                  <span className="source-hint">{words.kinds[kind].hint}</span>
                </button>
              ))}
            </div>
          </section>
        </>
      )}
      <div className="actions">
        <HomeLink />
      </div>
    </div>
  );
}

const SongList = ({ songs }: { songs: readonly Song[] }) => (
  <div className="sources">
    {songs.map(({ id, title, changedAtMs, lyrics }) => (
      <Link key={id} className="source" href={`/songs/${id}`}>
        <span className="source-label">{title.trim() || firstLine(lyrics.first) || words.untitled}</span>
        <span className="source-hint">
          {words.changed} {dayText(changedAtMs)}
        </span>
      </Link>
    ))}
  </div>
);

const firstLine = (text: string): string => text.trim().split('\n')[0]!;
