import { combineLatest, interval, map, startWith } from 'rxjs';
import type { Clock } from '../../../devices/index.ts';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import type { Unread, Vault, VaultTable } from '../../storage/vault/index.ts';
import { emptyEntry, isDueAgain, newestFirst, type Entry } from './entry.ts';
import { entryEditor, type EntryEditor } from './entry-editor.ts';

/** What a person has written, and what can be done with it. */
export interface JournalViewModel {
  readonly vault: Vault;
  readonly table: VaultTable<Entry>;
  /** Newest first. */
  readonly entries$: Behavior<readonly Entry[] | Unread>;
  /** So many entries do not open. */
  readonly unreadable$: Behavior<number>;
  /** Those that may be met again now, the longest not met first. */
  readonly again$: Behavior<readonly Entry[]>;
  /** The entry that was deleted last, until that is taken back or let go of. */
  readonly removed$: Behavior<Entry | undefined>;
  /** Whether the words are to be rehearsed before another entry is begun. */
  readonly rehearseFirst$: Behavior<boolean>;
  /** An entry to write on; `undefined`: there is none of that name to be read. */
  edit(id: string): EntryEditor | undefined;
  /** A new one; `whole`: nobody will say that it is done. */
  write(as?: 'whole'): EntryEditor;
  remove(entry: Entry): Promise<void>;
  /** Puts back what was deleted last. */
  undo(): Promise<void>;
  letGo(): void;
  /** How heavy it is now; what it was before stays beside it. */
  weigh(entry: Entry, heavy: number): Promise<void>;
  /** It is not asked about again. */
  layToRest(entry: Entry): Promise<void>;
}

interface JournalPorts {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** From the fifth entry on there is something to lose: the words are typed back before it. */
export const REHEARSE_BEFORE = 5;
const LOOK_AGAIN_MS = 3_600_000;

const read = (entries: readonly Entry[] | Unread): readonly Entry[] => ('state' in entries ? [] : entries);

export function journalViewModel({ vault, clock, newId }: JournalPorts): JournalViewModel {
  const table = vault.table<Entry>('journal');
  const entries$ = keepLatest<readonly Entry[] | Unread>(
    table.rows$.pipe(map((rows) => ('state' in rows ? rows : newestFirst(rows)))),
    table.rows$.value,
  );
  const removed$ = behavior<Entry | undefined>(undefined);
  const again$ = keepLatest(
    combineLatest([entries$, interval(LOOK_AGAIN_MS).pipe(startWith(0))]).pipe(
      map(([entries]) =>
        read(entries)
          .filter((entry) => isDueAgain(entry, clock()))
          .sort((a, b) => a.weighed.at(-1)!.atMs - b.weighed.at(-1)!.atMs),
      ),
    ),
    [],
  );
  const editor = (entry: Entry): EntryEditor => entryEditor(entry, { table, vault });
  return {
    ...{ vault, table, entries$, again$, removed$ },
    unreadable$: table.unreadable$,
    rehearseFirst$: keepLatest(
      combineLatest([entries$, vault.care$]).pipe(
        map(
          ([entries, care]) =>
            care.rehearsedAtMs === undefined && read(entries).length >= REHEARSE_BEFORE - 1,
        ),
      ),
      false,
    ),
    edit: (id) => {
      const entry = read(entries$.value).find((one) => one.id === id);
      return entry && editor(entry);
    },
    write: (as) => {
      const { unfinished, ...whole } = emptyEntry(newId(), clock());
      return editor(as === 'whole' || !unfinished ? whole : { ...whole, unfinished });
    },
    remove: async (entry) => {
      await table.delete(entry.id);
      removed$.next(entry);
    },
    undo: async () => {
      const entry = removed$.value;
      if (!entry) return;
      await table.put(entry);
      removed$.next(undefined);
    },
    letGo: () => removed$.next(undefined),
    weigh: (entry, heavy) => table.put({ ...entry, weighed: [...entry.weighed, { atMs: clock(), heavy }] }),
    layToRest: (entry) => table.put({ ...entry, rest: true }),
  };
}
