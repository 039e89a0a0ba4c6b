import { reading } from './words/screens.ts';
import type { RecordingNotes } from './sessions-view-model.ts';
import { splitNotes } from './recording-notes.ts';

/** What a recording was taken for, and what not to rely on in it. */
export function RecordingNotice({ notes }: { notes: RecordingNotes }) {
  const { first, rest } = splitNotes(notes);
  return (
    <section className="notice reading" aria-label={reading.label}>
      <p>
        {reading.takenFor} <span lang="en">{notes.what}</span>
      </p>
      {first.length > 0 && <Lines lines={first} partial={notes.partial} />}
      {rest.length > 0 && (
        <details className="details">
          <summary>{reading.more(rest.length)}</summary>
          <Lines lines={rest} partial={notes.partial} />
        </details>
      )}
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly string[];
  readonly partial: string | undefined;
}

/** What the readers of recordings say is in English. */
const Lines = ({ lines, partial = '' }: LinesProps) => (
  <ul className="reading-lines">
    {lines.map((line) =>
      line === reading.partly(partial) ? (
        <li key={line}>
          {reading.partly('')}
          <span lang="en">{partial}</span>
        </li>
      ) : (
        <li key={line} lang="en">
          {line}
        </li>
      ),
    )}
  </ul>
);
