import { combineLatest, map } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import type { LeftOutMusic, LeftOutRules } from '../../session/left-out-music.ts';
import type { Unread, VaultTable } from '../../storage/vault/index.ts';
import { isSame, KINDS, type Kind, type Suggestion, type TriggerEntry, type TriggerRow } from './entry.ts';
import { changesIn, rulesWith } from './never-play.ts';

/** As much of the vault's table as is needed. */
export type TriggerTable = Pick<VaultTable<TriggerRow>, 'rows$' | 'put' | 'delete'>;

export interface TriggersPorts {
  readonly table: TriggerTable;
  readonly leftOut: LeftOutMusic;
  /** What the person marked elsewhere. Absent: nothing is suggested. */
  readonly marked$?: Behavior<readonly Suggestion[]>;
  readonly newId: () => string;
  readonly now: () => number;
}

/** What was said so far. */
export interface Said {
  /** Oldest first. */
  readonly entries: readonly TriggerEntry[];
  /** Parts that the person has done with. */
  readonly done: ReadonlySet<Kind>;
}

/** What a person says of one thing; the rest is known. */
export type Named = Omit<TriggerEntry, 'row' | 'id' | 'atMs' | 'inForce' | 'never'>;

export interface TriggersViewModel {
  readonly said$: Behavior<Said | Unread>;
  /** Marked elsewhere, and neither on the list nor passed over. */
  readonly suggested$: Behavior<readonly Suggestion[]>;
  readonly leftOut: LeftOutMusic;
  /** The rules before the list was put in force; absent: nothing to take back. */
  readonly undo$: Behavior<LeftOutRules | undefined>;
  /** @returns whether it could be kept */
  add(named: Named): Promise<boolean>;
  /** In place of what was said of it. @returns whether it could be kept */
  change(entry: TriggerEntry, named: Named): Promise<boolean>;
  /** Something in force stays so until the music is told otherwise. @returns whether it is gone */
  remove(entry: TriggerEntry): Promise<boolean>;
  /** It is not suggested again. */
  passOver(suggestion: Suggestion): Promise<void>;
  setDone(kind: Kind, done: boolean): Promise<void>;
  setNever(entry: TriggerEntry, never: boolean): Promise<void>;
  setEarlyRecovery(on: boolean): Promise<void>;
  /** Puts the list in force. */
  apply(): Promise<void>;
  /** Takes that back. */
  undo(): Promise<void>;
}

const NOTHING$ = behavior<readonly Suggestion[]>([]);

export const isSaid = (said: TriggersViewModel['said$']['value']): said is Said => 'entries' in said;

/** What pulls, said piece by piece, and what follows from it for the music. */
export function triggersViewModel(ports: TriggersPorts): TriggersViewModel {
  const { table, leftOut, newId, now, marked$ = NOTHING$ } = ports;
  const said$ = keepLatest<TriggersViewModel['said$']['value']>(
    table.rows$.pipe(map((rows) => ('state' in rows ? rows : saidIn(rows)))),
    { state: 'waiting' },
  );
  const undo$ = behavior<LeftOutRules | undefined>(undefined);
  let before: readonly TriggerEntry[] = [];
  const entries = (): readonly TriggerEntry[] => (isSaid(said$.value) ? said$.value.entries : []);
  const kept = (work: Promise<void>): Promise<boolean> =>
    work.then(
      () => true,
      () => false,
    );
  const mark = async (all: readonly TriggerEntry[]): Promise<void> => {
    for (const entry of all) await table.put(entry);
  };
  return {
    ...{ said$, leftOut, undo$ },
    suggested$: suggestedFrom(table, marked$),
    add: (named) => kept(table.put({ row: 'entry', ...named, id: newId(), atMs: now() })),
    change: ({ id, atMs, never, inForce }, named) =>
      kept(
        table.put({
          ...{ row: 'entry', ...named, id, atMs },
          ...(never !== undefined && { never }),
          ...(inForce && { inForce }),
        }),
      ),
    remove: ({ id }) => kept(table.delete(id)),
    passOver: ({ kind, name }) => table.put({ row: 'passed', id: newId(), kind, name }),
    setDone: (kind, done) => setDone(ports, kind, done),
    setNever: (entry, never) => table.put({ ...entry, never }),
    setEarlyRecovery: async (earlyRecovery) => {
      const rules = leftOut.rules$.value;
      if (rules) await leftOut.set({ ...rules, earlyRecovery });
    },
    apply: async () => {
      const rules = leftOut.rules$.value;
      if (!rules) return;
      before = entries();
      const next = rulesWith(rules, before);
      await leftOut.set(next);
      undo$.next(rules);
      await mark(marked(before));
    },
    undo: async () => {
      const rules = undo$.value;
      if (!rules) return;
      await leftOut.set(rules);
      undo$.next(undefined);
      const ids = new Set(entries().map(({ id }) => id));
      await mark(before.filter(({ id }) => ids.has(id)));
    },
  };
}

const suggestedFrom = (
  { rows$ }: TriggerTable,
  marked$: Behavior<readonly Suggestion[]>,
): Behavior<readonly Suggestion[]> =>
  keepLatest(
    combineLatest([rows$, marked$]).pipe(
      map(([rows, marked]) => {
        if ('state' in rows) return [];
        const known = rows.filter((row) => row.row !== 'done');
        return marked.filter((mark) => !known.some((one) => isSame(one, mark)));
      }),
    ),
    [],
  );

async function setDone({ table, newId }: TriggersPorts, kind: Kind, done: boolean): Promise<void> {
  const rows = table.rows$.value;
  const there = 'state' in rows ? [] : rows.filter((one) => one.row === 'done' && one.kind === kind);
  if (done && there.length === 0) await table.put({ row: 'done', id: newId(), kind });
  if (!done) for (const { id } of there) await table.delete(id);
}

/** The list as it stands once it is in force. */
const marked = (entries: readonly TriggerEntry[]): readonly TriggerEntry[] => {
  const { added, allowed } = changesIn(entries);
  return [
    ...added.map((entry): TriggerEntry => ({ ...entry, inForce: true })),
    ...allowed.map(({ inForce: _, ...entry }): TriggerEntry => entry),
  ];
};

const saidIn = (rows: readonly TriggerRow[]): Said => ({
  entries: rows.filter((one) => one.row === 'entry').sort((a, b) => a.atMs - b.atMs),
  done: new Set(rows.filter((one) => one.row === 'done').map(({ kind }) => kind)),
});

/** Where it stands, for the line on Today; absent: it has not been begun, or all is done. */
export const openParts$ = ({ said$ }: TriggersViewModel) =>
  said$.pipe(
    map((said) => {
      if (!isSaid(said) || said.entries.length + said.done.size === 0) return undefined;
      if (said.done.size < KINDS.length) return { done: said.done.size, of: KINDS.length };
      return changesIn(said.entries).added.length > 0 ? { done: KINDS.length, of: KINDS.length } : undefined;
    }),
  );
