import { Button } from '@mantine/core';
import { useRef } from 'react';
import { imported, music as common, own as words, troubles } from '../words.ts';
import { useBehavior } from '../../../kit/use-behavior.ts';
import { droppedFiles } from '../../../kit/dropped-files.ts';
import type { MusicViewModel } from '../music-view-model.ts';
import { useFileDrop } from '../../../kit/use-file-drop.ts';

interface AddMusicProps {
  readonly music: MusicViewModel;
  readonly empty: boolean;
  /** Where the songs go. */
  readonly hint: string;
}

/** The way in for files and folders: dropped or chosen; then how far it is, and what came of it. */
export function AddMusic({ music, empty, hint }: AddMusicProps) {
  const importing = useBehavior(music.importing$);
  const { over, handlers } = useFileDrop(
    (given) => void droppedFiles(given).then((placed) => music.add(placed.map(({ file }) => file))),
  );
  return (
    <div className="add-music" data-drop={over} data-empty={empty} {...handlers}>
      {empty && <EmptyState />}
      <p className="add-drop">{over ? words.dropNow : words.drop}</p>
      <div className="actions">
        <FileChoice label={words.files} onFiles={(files) => music.add(files)} />
        <FileChoice label={words.folder} folder onFiles={(files) => music.add(files)} />
      </div>
      <p className="hint">{hint}</p>
      {importing && (
        <div className="importing" data-testid="importing">
          <label>
            <span role="status">
              {words.reading} {importing.name} ({importing.done + 1} {words.of} {importing.total})
            </span>
            <progress value={importing.done + 0.5} max={importing.total} />
          </label>
          <Button variant="default" onClick={() => music.cancel()}>
            {words.cancel}
          </Button>
        </div>
      )}
      <Result music={music} />
    </div>
  );
}

function EmptyState() {
  return (
    <div className="own-empty">
      <p className="own-empty-title">{words.emptyTitle}</p>
      <ol className="own-steps">
        {words.empty.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </div>
  );
}

interface FileChoiceProps {
  readonly label: string;
  readonly folder?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

function FileChoice({ label, folder = false, onFiles }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={folder ? 'default' : 'filled'} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        tabIndex={-1}
        aria-label={label}
        {...(folder ? { webkitdirectory: '' } : { accept: 'audio/*,.m4a,.m4p,.flac,.opus,.ogg,.aax,.wma' })}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
}

/** What came of the files given last: how many, and what to do about the others. */
function Result({ music }: { music: MusicViewModel }) {
  const result = useBehavior(music.result$);
  if (!result) return null;
  const { added, known, refused, cancelled } = result;
  return (
    <div className="notice" role="status" data-testid="import-result">
      <p>
        {[
          cancelled && imported.cancelled,
          added > 0 && imported.added(added),
          known > 0 && imported.known(known),
          refused.length > 0 && imported.refused(refused.length),
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {refused.length > 0 && (
        <ul className="points">
          {refused.map(({ name, why }, i) => (
            <li key={`${i}-${name}`}>
              <strong>{name}</strong> {troubles[why]}
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" onClick={() => music.dismissResult()}>
        {common.dismiss}
      </Button>
    </div>
  );
}
