import { createPortal } from 'react-dom';
import { dayText } from '../../kit/numbers.ts';
import { isNever, KINDS, type TriggerEntry } from './entry.ts';
import { nameText, saidText } from './part-screen.tsx';
import { words } from './words.ts';

/**
 * Prints the sheet. Its name, which ends up in file names and print queues, says nothing of recovery.
 */
export function printSheet(): void {
  const { title } = document;
  document.title = words.never.sheet;
  window.addEventListener('afterprint', () => void (document.title = title), { once: true });
  window.print();
}

/** All that was named, for paper alone: on a screen it is not there. */
export const Sheet = ({ entries }: { readonly entries: readonly TriggerEntry[] }) =>
  createPortal(
    <div className="triggers-sheet" aria-hidden="true">
      <h1>{words.never.sheet}</h1>
      {entries.length > 0 && <p>{dayText(Math.max(...entries.map(({ atMs }) => atMs)))}</p>}
      {KINDS.filter((kind) => entries.some((one) => one.kind === kind)).map((kind) => (
        <section key={kind}>
          <h2>{words.kinds[kind].title}</h2>
          <ul>
            {entries
              .filter((one) => one.kind === kind)
              .map((entry) => (
                <li key={entry.id}>
                  {[nameText(entry), saidText(entry), isNever(entry) ? words.never.sheetNever : '']
                    .filter((part) => part !== '')
                    .join(' · ')}
                </li>
              ))}
          </ul>
        </section>
      ))}
      <p>{words.never.sheetNote}</p>
    </div>,
    document.body,
  );
