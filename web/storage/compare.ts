import type { StepOutcome } from './keep-trying.ts';
import type { OutboxDatabase, StoredSession } from './outbox-database.ts';
import { isOf } from './owner.ts';
import type { SessionApi } from './session-api.ts';

/** How long a comparison holds while nobody speaks of another store, ms. */
const HOLDS_MS = 60_000;

/**
 * Gives the step that asks the service what it still has of what it has acknowledged: its store may have been taken
 * away, emptied, or brought back from an older backup. What it lacks is sent again, also of sessions that were done.
 * It asks for its owner's sessions alone: at each visit, then once a minute, and at once when another store has
 * answered.
 */
export function compareSteps(
  database: OutboxDatabase,
  api: SessionApi,
  { clock, owner }: { readonly clock: () => number; readonly owner?: string | undefined },
): () => Promise<StepOutcome> {
  const isTheirs = (line: StoredSession): boolean => isThere(line) && isOf(owner)(line);
  let compared: { readonly store: string | undefined; readonly atMs: number } | undefined;
  return async () => {
    const isNew = api.store !== compared?.store;
    if (compared && !isNew && clock() - compared.atMs < HOLDS_MS) return { kind: 'idle' };
    if ((await database.sessions.filter(isTheirs).count()) === 0) return { kind: 'idle' };
    const had = await api.list();
    if (had.kind === 'trouble') return had;
    const lost = await sendAgain(database, had.counts, isTheirs);
    compared = { store: api.store, atMs: clock() };
    return lost > 0 ? { kind: 'moved' } : { kind: 'idle', heard: true };
  };
}

const isThere = ({ known, deleted }: StoredSession): boolean => known === 1 && !deleted;

/** @returns how many sessions the service had lost something of */
const sendAgain = (
  database: OutboxDatabase,
  counts: ReadonlyMap<string, number>,
  isTheirs: (line: StoredSession) => boolean,
): Promise<number> =>
  database.transaction('rw', database.sessions, async () => {
    const lines = await database.sessions.filter(isTheirs).toArray();
    const lost = lines.flatMap((line): StoredSession[] => {
      const count = counts.get(line.id);
      if (count !== undefined && count >= line.acknowledged) return [];
      return [{ ...line, known: count === undefined ? 0 : 1, acknowledged: count ?? 0, upload: 'pending' }];
    });
    await database.sessions.bulkPut(lost);
    return lost.length;
  });
