import { sql, type Kysely, type RawBuilder, type Selectable, type SqlBool, type Transaction } from 'kysely';
import { fault, ok } from '../../engine/index.ts';
import type { NewSession, SessionSummary } from '../contract/index.ts';
import type { Database, OpenDatabase } from '../database/open-database.ts';
import type { SessionTables } from './session-tables.ts';
import { deleteSession } from './delete-session.ts';
import type { LogEntry, Scope, SessionLog, SessionStore } from './session-store.ts';

/** Rows to an `insert`: three parameters each, well below any dialect's limit. */
const INSERT_ROWS = 500;

/** The session log over a database of any dialect. Closing it closes the database. */
export const sqlSessionStore = (database: Database<SessionTables>): SessionStore => {
  const use = <T>(work: (db: Db, open: OpenDatabase<SessionTables>) => Promise<T>): Promise<T> =>
    database.use((open) => open.guarded(() => work(open.db, open)));
  const within = (scope: Scope): SessionLog => ({
    create: (session) => use((db) => create(db, scope, session)),
    append: (id, entries) =>
      use((db) => db.transaction().execute((trx) => append(trx, { scope, id }, entries))),
    find: (id) => use((db) => find(db, scope, id)),
    list: (page) => use((db) => list(db, scope, page)),
    texts: (id, range) => use((db) => texts(db, { scope, id }, range)),
    delete: (id) =>
      use(async (db, open) => {
        const isDeleted = (await find(db, scope, id)) !== undefined && (await deleteSession(open, id));
        // Also where it is gone already: whoever asks again wants to know how it stands now.
        if (isDeleted || !open.isErased()) open.erase();
        return isDeleted;
      }),
  });
  return {
    ...within({ whose: 'all' }),
    within,
    isErased: () => database.latest().isErased(),
    opening: () => database.latest().opening,
    check: () =>
      use(async (db) => {
        await db.selectFrom('session').select('id').limit(1).execute();
      }),
    close: database.close,
  };
};

type Db = Kysely<SessionTables>;

/** A session, where it belongs to a scope. */
interface Addressed {
  readonly scope: Scope;
  readonly id: string;
}

/** The condition that a row of `session` belongs to a scope. */
const isWithin = ({ whose }: Scope): RawBuilder<SqlBool> => {
  if (whose === 'all') return sql`1 = 1`;
  return whose.length === 0 ? sql`1 = 0` : sql`session.client_id in (${sql.join(whose)})`;
};

const create = async (db: Db, scope: Scope, session: NewSession): ReturnType<SessionStore['create']> => {
  const { id, startedAtMs: started_at_ms, protocol } = session;
  const client_id = scope.owner ?? null;
  const row = { id, client_id, started_at_ms, protocol, next_seq: 0 };
  const created = await db
    .insertInto('session')
    .values(row)
    .onConflict((it) => it.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (created) return ok('created');
  const same = await db
    .selectFrom('session')
    .select('id')
    .where('id', '=', row.id)
    .where('started_at_ms', '=', row.started_at_ms)
    .where('protocol', '=', row.protocol)
    .where(isWithin(scope))
    .executeTakeFirst();
  return same ? ok('known') : fault({ code: 'conflict' });
};

const append = async (
  trx: Transaction<SessionTables>,
  { scope, id }: Addressed,
  entries: readonly LogEntry[],
): ReturnType<SessionStore['append']> => {
  // Writing first takes the session's lock on every dialect, so that two batches cannot both see the same end.
  const session = await trx
    .updateTable('session')
    .set((it) => ({ next_seq: it.ref('next_seq') }))
    .where('id', '=', id)
    .where(isWithin(scope))
    .returning(['next_seq', 'first_at_ms'])
    .executeTakeFirst();
  if (!session) return fault({ code: 'unknown-session' });

  const repeated = entries.map((entry) => entry.seq).filter((seq) => seq < session.next_seq);
  const known = await knownTexts(trx, id, repeated);
  const fresh: LogEntry[] = [];
  let nextSeq = session.next_seq;
  for (const entry of entries) {
    if (entry.seq > nextSeq) return fault({ code: 'gap', expectedSeq: nextSeq });
    if (entry.seq < nextSeq) {
      if (known.get(entry.seq) !== entry.text) return fault({ code: 'conflict', seq: entry.seq });
      continue;
    }
    fresh.push(entry);
    known.set(entry.seq, entry.text);
    nextSeq += 1;
  }

  const last = fresh.at(-1);
  if (!last) return ok({ nextSeq });
  for (let i = 0; i < fresh.length; i += INSERT_ROWS) {
    const rows = fresh.slice(i, i + INSERT_ROWS).map(({ seq, text }) => ({ session_id: id, seq, text }));
    await trx.insertInto('session_event').values(rows).execute();
  }
  const ended = fresh.findLast((entry) => entry.type === 'session-ended');
  await trx
    .updateTable('session')
    .set({
      next_seq: nextSeq,
      first_at_ms: session.first_at_ms ?? fresh[0]!.atMs,
      last_at_ms: last.atMs,
      ...(ended && { ended_at_ms: ended.atMs }),
    })
    .where('id', '=', id)
    .execute();
  return ok({ nextSeq });
};

const knownTexts = async (
  trx: Transaction<SessionTables>,
  id: string,
  seqs: readonly number[],
): Promise<Map<number, string>> => {
  if (seqs.length === 0) return new Map();
  const rows = await trx
    .selectFrom('session_event')
    .select(['seq', 'text'])
    .where('session_id', '=', id)
    .where('seq', 'in', seqs)
    .execute();
  return new Map(rows.map(({ seq, text }) => [seq, text]));
};

const find = async (db: Db, scope: Scope, id: string): Promise<SessionSummary | undefined> => {
  const mine = db.selectFrom('session').selectAll().where(isWithin(scope));
  const row = await mine.where('id', '=', id).executeTakeFirst();
  return row && summary(row);
};

const list = async (db: Db, scope: Scope, { limit, before }: Parameters<SessionStore['list']>[0]) => {
  const all = db.selectFrom('session').selectAll().where(isWithin(scope));
  const older = before
    ? all.where((it) =>
        it.or([
          it('started_at_ms', '<', before.startedAtMs),
          it.and([it('started_at_ms', '=', before.startedAtMs), it('id', '<', before.id)]),
        ]),
      )
    : all;
  const rows = await older.orderBy('started_at_ms', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(summary);
};

const texts = async (
  db: Db,
  { scope, id }: Addressed,
  { from, limit }: Parameters<SessionStore['texts']>[1],
) => {
  const isMine = sql<SqlBool>`exists (select 1 from session where session.id = ${id} and ${isWithin(scope)})`;
  const rows = await db
    .selectFrom('session_event')
    .select('text')
    .where('session_id', '=', id)
    .$if(scope.whose !== 'all', (it) => it.where(isMine))
    .where('seq', '>=', from)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(({ text }) => text);
};

const summary = (row: Selectable<SessionTables['session']>): SessionSummary => ({
  id: row.id,
  ...(row.client_id !== null && { client: row.client_id }),
  startedAtMs: row.started_at_ms,
  protocol: row.protocol,
  eventCount: row.next_seq,
  ...(row.first_at_ms !== null && { firstAtMs: row.first_at_ms }),
  ...(row.last_at_ms !== null && { lastAtMs: row.last_at_ms }),
  ...(row.ended_at_ms !== null && { endedAtMs: row.ended_at_ms }),
});
