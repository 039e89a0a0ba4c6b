import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLeaving } from '../../kit/leaving.ts';
import { DeleteWithCare } from '../../kit/delete-with-care.tsx';
import { momentText } from '../../kit/numbers.ts';
import { saveFile } from '../../kit/save-file.ts';
import { lyricChordPro, lyricMarkdown, lyricText } from './lyric-files.ts';
import { broughtBack, isEmpty, SLOTS, type Song } from './song.ts';
import { harmonyOf } from './song-harmony.ts';
import type { SongDraft, SongsViewModel } from './songs-view-model.ts';
import { songs as words } from './words.ts';

interface SongFootProps {
  readonly song: Song;
  readonly draft: SongDraft;
  readonly view: SongsViewModel;
}

/** Earlier versions, files to take along, and the way to delete a song. */
export function SongFoot({ song, draft, view }: SongFootProps) {
  const [back, setBack] = useState(false);
  const leaving = useLeaving();
  return (
    <section className="panel" aria-labelledby="song-take">
      <h2 id="song-take">{words.take}</h2>
      <p className="hint">{words.takeHint}</p>
      <div className="actions">
        {FILES.map(({ label, ending, type, write }) => (
          <Button
            key={ending}
            variant="default"
            disabled={isEmpty(song.lyrics)}
            // A name of its own would say what the song is of.
            onClick={() => saveFile(`attune-song.${ending}`, write(song), type)}
          >
            {label}
          </Button>
        ))}
      </div>
      {song.versions.length > 0 && (
        <details className="details">
          <summary>{words.versions}</summary>
          <div className="details-body lines">
            {[...song.versions].reverse().map((version) => (
              <div className="line" key={version.atMs}>
                <div>
                  <p className="line-name">{momentText(version.atMs)}</p>
                  <p className="hint song-version">{firstWords(version.lyrics)}</p>
                </div>
                <Button
                  variant="default"
                  onClick={() => {
                    draft.change((was) => broughtBack(was, version, Date.now()));
                    setBack(true);
                  }}
                >
                  {words.bringBack}
                </Button>
              </div>
            ))}
          </div>
        </details>
      )}
      <p role="status">{back && words.broughtBack}</p>
      <div className="song-delete">
        <DeleteWithCare
          words={words}
          onDelete={() => {
            const leave = leaving();
            void draft
              .keep()
              .then(() => view.delete(song))
              .then(() => leave('/songs'));
          }}
        />
      </div>
    </section>
  );
}

const firstWords = (lyrics: Song['lyrics']): string =>
  SLOTS.map((slot) => lyrics[slot].trim().split('\n')[0])
    .filter(Boolean)
    .join(' · ')
    .slice(0, 90);

const FILES = [
  {
    ...{ label: words.asText, ending: 'txt', type: 'text/plain' },
    write: (song: Song) => lyricText(song, words.slots[song.kind], words.untitled),
  },
  {
    ...{ label: words.asMarkdown, ending: 'md', type: 'text/markdown' },
    write: (song: Song) => lyricMarkdown(song, words.slots[song.kind], words.untitled),
  },
  {
    ...{ label: words.asChordPro, ending: 'cho', type: 'text/plain' },
    write: (song: Song) =>
      lyricChordPro(song, words.slots[song.kind], { untitled: words.untitled, harmony: harmonyOf(song) }),
  },
] as const;
