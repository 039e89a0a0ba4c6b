import { combineLatest, map } from 'rxjs';
import type { Clock } from '../../../devices/index.ts';
import type { BelongingFile } from '../../kit/belongings.ts';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature } from '../../session/feature.ts';
import type { Vault } from '../../storage/vault/index.ts';
import { marksOf, type Trigger } from './entry.ts';
import { journalViewModel, type JournalViewModel } from './journal-view-model.ts';
import { files, journal as words } from './words.ts';

interface JournalPorts {
  readonly vault: Vault;
  readonly clock: Clock;
  readonly newId: () => string;
}

/** Write first, sort later: the journal, and the key to everything that is locked. */
export function journalFeature(ports: JournalPorts): Feature & {
  /** Words that the person marked as somebody, somewhere or a song, each once; empty while it is locked. */
  readonly marked$: Behavior<readonly Trigger[]>;
} {
  const journal = journalViewModel(ports);
  const { vault, clock } = ports;
  return {
    marked$: keepLatest(
      journal.entries$.pipe(map((entries) => ('state' in entries ? [] : marksOf(entries)))),
      [],
    ),
    routes: [
      {
        path: '/write/journal',
        ...part(() => import('./journal-screen.tsx').then(({ JournalScreen }) => JournalScreen), {
          ...{ journal, clock },
        }),
      },
      {
        path: '/write/journal/:id',
        ...part(() => import('./entry-screen.tsx').then(({ EntryScreen }) => EntryScreen), {
          journal,
          clock,
        }),
      },
      {
        path: '/write/key',
        ...part(() => import('./key-screen.tsx').then(({ KeyScreen }) => KeyScreen), { vault, clock }),
      },
    ],
    ways: [
      { section: 'write', to: '/write/journal', label: words.title, hint$: behavior(words.hint) },
      { section: 'write', to: '/write/key', label: words.key, hint$: behavior(words.keyHint) },
    ],
    waits$: waitsOf(journal),
    slots: {
      after: [
        part(() => import('./after-session.tsx').then(({ AfterSession }) => AfterSession), { journal }),
      ],
    },
    belongings: [journalBelongings(journal, vault), keyBelongings(vault)],
  };
}

const waitsOf = ({ entries$, again$ }: JournalViewModel) =>
  keepLatest(
    combineLatest([entries$, again$]).pipe(
      map(([entries, again]) => {
        const begun = 'state' in entries ? undefined : entries.find(({ unfinished }) => unfinished);
        return [
          ...(begun ? [{ to: `/write/journal/${begun.id}`, line: words.waits }] : []),
          ...(again.length > 0 ? [{ to: '/write/journal', line: words.waitsAgain }] : []),
        ];
      }),
    ),
    [],
  );

/** How it is packed is fetched when somebody packs. */
const journalBelongings = ({ entries$, unreadable$, table }: JournalViewModel, vault: Vault) => ({
  folder: 'journal',
  title: files.title,
  take: async () => {
    const entries = entries$.value;
    if ('state' in entries) throw new Error(files.closed);
    if (unreadable$.value > 0) throw new Error(files.unreadable);
    return entries.length === 0 ? [] : (await import('./journal-files.ts')).journalFiles(entries);
  },
  put: async (given: readonly BelongingFile[]) => {
    const added = (await import('./journal-files.ts')).entriesIn(given);
    if (vault.state$.value === 'locked' || vault.state$.value === 'unavailable')
      throw new Error(files.closed);
    for (const entry of added) await table.add(entry);
  },
  destroy: () => table.destroy(),
});

/** The key is nothing to take along in the open: it goes by the words, or in a sealed copy. */
const keyBelongings = (vault: Vault) => ({
  folder: 'key',
  title: words.key,
  take: () => Promise.resolve([]),
  put: () => Promise.resolve(),
  destroy: () => vault.destroy(),
});
