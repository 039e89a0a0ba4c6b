import type { Kysely } from 'kysely';
import { HOUSEKEEPING, type Within } from '../../database/open-database.ts';
import { sessionHashOf } from '../chain.ts';
import type { ClientKeys } from '../../keys/client-keys.ts';
import type { SessionTables } from '../session-tables.ts';
import { verifySeals, type SealFault, type SealsVerdict, type TombstoneFault } from './verify-seals.ts';
import { verifySession, type SessionFault } from './verify-session.ts';

/** A session that was sealed and is neither there nor deleted, by the hash of its id: that is all that is left. */
export interface LostSession {
  readonly lostSession: string;
}

export type LogFault = SessionFault | SealFault | TombstoneFault | LostSession;

export interface LogVerdict {
  readonly sessions: number;
  readonly events: number;
  /** Sessions of a version of before that are not chained yet; the service chains them within the hour. */
  readonly bareSessions: number;
  readonly seals: SealsVerdict['seals'];
  readonly tombstones: number;
  /** Empty: everything holds. */
  readonly faults: readonly LogFault[];
}

/** Told how many of how many events are checked. */
export type Progress = (done: number, all: number) => void;

const PAGE = 200;
/** Sessions of such events that are named at the most. */
const MOST_STRAYS = 100;

/**
 * Checks the whole log: every session's chain, its seals, and that whatever was sealed is there or was deleted. It
 * reads a session at a time, so that a service beside it goes on.
 *
 * @param keys  absent: nothing is encrypted
 * @throws StoreError  (as a rejection) the master key that sessions are encrypted with is not there or another one
 */
export const verifyLog = async (
  within: Within<SessionTables>,
  onProgress: Progress,
  keys?: ClientKeys,
): Promise<LogVerdict> => {
  const { seals, tombstones, sealed, faults: sealFaults } = await verifySeals(within);
  const faults: LogFault[] = [...sealFaults];
  const there = new Set<string>();
  let sessions = 0;
  let events = 0;
  let bareSessions = 0;
  const all = await within(HOUSEKEEPING, eventsOfAll);
  for await (const id of sessionIds(within)) {
    const verdict = await verifySession(within, id, keys);
    if (!verdict) continue;
    there.add(sessionHashOf(id));
    sessions += 1;
    events += verdict.events;
    bareSessions += verdict.isBare ? 1 : 0;
    if (verdict.fault) faults.push(verdict.fault);
    onProgress(events, all);
  }
  faults.push(...(await within(HOUSEKEEPING, strayEvents)));
  // Looked for after the sessions: what was deleted meanwhile has its tombstone by now.
  const buried = await within(HOUSEKEEPING, buriedHashes);
  for (const lostSession of sealed)
    if (!there.has(lostSession) && !buried.has(lostSession)) faults.push({ lostSession });
  return { sessions, events, bareSessions, seals, tombstones, faults };
};

const eventsOfAll = async (db: Kysely<SessionTables>): Promise<number> => {
  const { all } = await db
    .selectFrom('session')
    .select((it) => it.fn.coalesce(it.fn.sum<number | string>('next_seq'), it.lit(0)).as('all'))
    .executeTakeFirstOrThrow();
  return Number(all);
};

async function* sessionIds(within: Within<SessionTables>) {
  for (let after = ''; ;) {
    const last = after;
    const rows = await within(HOUSEKEEPING, (trx) =>
      trx.selectFrom('session').select('id').where('id', '>', last).orderBy('id').limit(PAGE).execute(),
    );
    yield* rows.map(({ id }) => id);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

/** The first event of each session that is not there. */
const strayEvents = async (db: Kysely<SessionTables>): Promise<readonly SessionFault[]> => {
  const sessions = db.selectFrom('session').select('id');
  const events = await db
    .selectFrom('session_event')
    .select((it) => ['session_id', it.fn.min('seq').as('seq')])
    .groupBy('session_id')
    .where('session_id', 'not in', sessions)
    .limit(MOST_STRAYS)
    .execute();
  const chunks = await db
    .selectFrom('session_chunk')
    .select((it) => ['session_id', it.fn.min('from_seq').as('seq')])
    .groupBy('session_id')
    .where('session_id', 'not in', sessions)
    .limit(MOST_STRAYS)
    .execute();
  const rows = [...chunks, ...events].slice(0, MOST_STRAYS);
  return rows.map(({ session_id, seq }) => ({ session: session_id, seq, what: 'surplus' }));
};

const buriedHashes = async (db: Kysely<SessionTables>): Promise<ReadonlySet<string>> => {
  const graves = await db.selectFrom('tombstone').select('session_hash').execute();
  return new Set(graves.map(({ session_hash }) => session_hash));
};
