import { reading } from './words/screens.ts';
import type { RecordingNotes } from './sessions-view-model.ts';
import { splitNotes } from './recording-notes.ts';

/** What a recording was taken for, and what not to rely on in it. */
export function RecordingNotice({ notes }: { notes: RecordingNotes }) {
  const { first, rest } = splitNotes(notes);
  return (
    <section className="notice reading" aria-label={reading.label}>
      <p>
        {reading.takenFor} {notes.what}
      </p>
      {first.length > 0 && <Lines lines={first} />}
      {rest.length > 0 && (
        <details className="details">
          <summary>{reading.more(rest.length)}</summary>
          <Lines lines={rest} />
        </details>
      )}
    </section>
  );
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="reading-lines">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
