import type { Compilable, CompiledQuery, Kysely, Transaction } from 'kysely';
import type { SessionTables } from './session-tables.ts';
import { linkOf, originOf } from './chain.ts';

type Trx = Transaction<SessionTables>;
type Db = Kysely<SessionTables>;

/** What an append has to know of a session, and changes. */
export interface SessionLine {
  readonly id: string;
  readonly started_at_ms: number;
  readonly protocol: string;
  readonly client_id: string | null;
  next_seq: number;
  first_at_ms: number | null;
  last_at_ms: number | null;
  ended_at_ms: number | null;
  head: string | null;
  key_id: string | null;
}

/** A row of `session_event`, in the order of its columns: session, seq, text, link. */
export type EventRow = readonly [string, number, string, string | null];

/**
 * Statements that run thousands of times a second. Kysely writes each once, in the words of the database; from then on
 * only the parameters change, in the order in which they stand in the statement.
 */
const written = <Row>(write: (db: Db) => Compilable<Row>) => {
  // In the words of each dialect that the process speaks.
  const once = new Map<unknown, CompiledQuery<Row>>();
  return async (trx: Trx, parameters: readonly unknown[]): Promise<readonly Row[]> => {
    const dialect = trx.getExecutor().adapter.constructor;
    const query = once.get(dialect) ?? write(trx).compile();
    once.set(dialect, query);
    return (await trx.executeQuery<Row>({ ...query, parameters })).rows;
  };
};

/** How many rows a statement has: the largest that fits is taken, again and again. */
const SIZES = [64, 16, 4, 1] as const;

const places = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

const inserts = SIZES.map((size) =>
  written((db) =>
    db
      .insertInto('session_event')
      .values(places(size).map((seq) => ({ session_id: '', seq, text: '', link: '' }))),
  ),
);

export const insertEvents = async (trx: Trx, rows: readonly EventRow[]): Promise<void> => {
  for (let from = 0; from < rows.length;) {
    const i = SIZES.findIndex((size) => size <= rows.length - from);
    await inserts[i]!(trx, rows.slice(from, from + SIZES[i]!).flat());
    from += SIZES[i]!;
  }
};

const locks = SIZES.map((size) =>
  written<SessionLine>((db) =>
    db
      .updateTable('session')
      .set((it) => ({ next_seq: it.ref('next_seq') }))
      .where('id', 'in', places(size).map(String))
      .returning(['id', 'started_at_ms', 'protocol', 'next_seq', 'first_at_ms', 'last_at_ms'])
      .returning(['ended_at_ms', 'head', 'client_id', 'key_id']),
  ),
);

/**
 * Those of the sessions that there are. Writing takes their locks on every dialect, so that no two batches can both see
 * the same end.
 */
export const lockSessions = async (trx: Trx, ids: readonly string[]): Promise<readonly SessionLine[]> => {
  const lines: SessionLine[] = [];
  for (let from = 0; from < ids.length;) {
    const i = SIZES.findIndex((size) => size <= ids.length - from);
    lines.push(...(await locks[i]!(trx, ids.slice(from, from + SIZES[i]!))));
    from += SIZES[i]!;
  }
  return lines;
};

const move = written((db) =>
  db
    .updateTable('session')
    .set({ next_seq: 0, first_at_ms: 0, last_at_ms: 0, ended_at_ms: 0, head: '', origin: '', key_id: '' })
    .where('id', '=', ''),
);

/** Brings a session's line up to date. */
export const moveSession = async (trx: Trx, line: SessionLine): Promise<void> => {
  const { id, next_seq, first_at_ms, last_at_ms, ended_at_ms, head, key_id } = line;
  const origin = linkOf(originOf({ id, startedAtMs: line.started_at_ms, protocol: line.protocol }));
  await move(trx, [next_seq, first_at_ms, last_at_ms, ended_at_ms, head, origin, key_id, id]);
};
