import { HOUSEKEEPING, type Database, type OpenDatabase } from '../../database/open-database.ts';
import type { ClientKeys } from '../../keys/client-keys.ts';
import type { SessionTables } from '../session-tables.ts';
import { packSession } from './pack-session.ts';

export interface PackingPorts {
  readonly database: Database<SessionTables>;
  /** Absent: nothing is encrypted. */
  readonly keys?: ClientKeys;
  /** Time that only goes forward, ms. */
  readonly clock: () => number;
  /** Told what keeps it from packing, once for each reason. */
  readonly notify: (message: string) => void;
}

export interface Packing {
  /** Packs what can be packed. To be called every minute or so; never rejects. @returns chunks */
  readonly look: () => Promise<number>;
  /** Nothing more is packed; resolves once what is under way is over. */
  readonly end: () => Promise<void>;
}

/** So long after its last event a session is quiet, ms. Whoever is cut off is back by then. */
const QUIET_MS = 300_000;
/** Of its time packing takes a fifth: the rest is for those who wait for an answer. */
const REST = 4;
/** A session that goes on is looked into when it has so many events that are not packed. */
const MANY_EVENTS = 400;

/** A session with events that are not packed. */
interface Unpacked {
  readonly id: string;
  /** The first of them. */
  readonly seq: number;
  readonly nextSeq: number;
}

/**
 * Packs the events of sessions that have gone quiet, and of those that go on what fills a chunk; see
 * {@link packSession}. By this service's own clock: what clients say of the time decides nothing.
 */
export const packing = ({ database, keys, clock, notify }: PackingPorts): Packing => {
  let seen = new Map<string, { readonly nextSeq: number; readonly sinceMs: number }>();
  let underWay: Promise<number> | undefined;
  let isOver = false;
  let said = '';
  const use = <T>(work: (open: OpenDatabase<SessionTables>) => Promise<T>): Promise<T> => database.use(work);

  const packAll = async ({ id, nextSeq, seq }: Unpacked, isQuiet: boolean): Promise<number> => {
    if (!isQuiet && nextSeq - seq < MANY_EVENTS) return 0;
    for (let chunks = 0; ; chunks++) {
      const beganMs = performance.now();
      if (isOver || !(await use((open) => packSession({ open, keys }, id, isQuiet)))) return chunks;
      await passing(REST * (performance.now() - beganMs));
    }
  };
  const lookAtAll = async (): Promise<number> => {
    let chunks = 0;
    const now = new Map<string, { readonly nextSeq: number; readonly sinceMs: number }>();
    for (let after = ''; !isOver;) {
      const last = after;
      const session = await use(({ within }) => within(HOUSEKEEPING, (trx) => nextUnpacked(trx, last)));
      if (!session) break;
      after = session.id;
      const { nextSeq } = session;
      const before = seen.get(after);
      const it = before?.nextSeq === nextSeq ? before : { nextSeq, sinceMs: clock() };
      now.set(after, it);
      chunks += await packAll(session, clock() - it.sinceMs >= QUIET_MS);
      await new Promise((resolve) => setImmediate(resolve));
    }
    seen = now;
    return chunks;
  };
  const lookOnce = async (): Promise<number> => {
    try {
      const chunks = await lookAtAll();
      said = '';
      return chunks;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (why !== said) notify(`Sessions that are over could not be packed; it is tried again. ${why}`);
      said = why;
      return 0;
    }
  };
  return {
    // One at a time: a look at a long backlog takes longer than a minute.
    look: () => (underWay ??= lookOnce().finally(() => (underWay = undefined))),
    end: async () => {
      isOver = true;
      await underWay;
    },
  };
};

/** The session after that id that has events which are not packed: a step in the index, however many are packed. */
const nextUnpacked = async (
  db: OpenDatabase<SessionTables>['db'],
  after: string,
): Promise<Unpacked | undefined> => {
  const row = await db
    .selectFrom('session_event')
    .select(['session_id', 'seq'])
    .where('session_id', '>', after)
    .orderBy('session_id')
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const line = await db
    .selectFrom('session')
    .select('next_seq')
    .where('id', '=', row.session_id)
    .executeTakeFirst();
  return { id: row.session_id, seq: row.seq, nextSeq: line?.next_seq ?? 0 };
};

const passing = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
