import type { Kysely, Selectable } from 'kysely';
import { fault, ok } from '../../engine/index.ts';
import type { NewSession, SessionSummary } from '../contract/index.ts';
import type { Database, OpenDatabase } from '../database/open-database.ts';
import { appendBatches, type Appended, type Batch } from './append-batches.ts';
import { deleteSession } from './delete-session.ts';
import { groupCommit } from './group-commit.ts';
import type { SessionStore } from './session-store.ts';
import type { SessionTables } from './session-tables.ts';
import { isBuried } from './tombstone.ts';

/** Characters that one transaction may write: the reserve for a full disk is made for as much. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

/** The session log over a database of any dialect. Closing it closes the database. */
export const sqlSessionStore = (database: Database<SessionTables>): SessionStore => {
  const use = <T>(work: (db: Db, open: OpenDatabase<SessionTables>) => Promise<T>): Promise<T> =>
    database.use((open) => open.guarded(() => work(open.db, open)));
  const append = groupCommit<Batch, Appended>({
    work: (batches) => use((db) => db.transaction().execute((trx) => appendBatches(trx, batches))),
    sizeOf: ({ entries }) => entries.reduce((characters, { text }) => characters + text.length, 0),
    mostSize: MOST_CHARACTERS,
  });
  return {
    create: (session) =>
      use(async (db) =>
        (await isBuried(db, session.id)) ? fault({ code: 'deleted' }) : create(db, session),
      ),
    append: (id, entries) => append({ id, entries }),
    find: (id) => use((db) => find(db, id)),
    list: (page) => use((db) => list(db, page)),
    texts: (id, range) => use((db) => texts(db, id, range)),
    delete: (id) =>
      use(async (_db, open) => {
        const isDeleted = await deleteSession(open, id, Date.now());
        // Also where it is gone already: whoever asks again wants to know how it stands now.
        if (isDeleted || !open.isErased()) open.erase();
        return isDeleted;
      }),
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

const create = async (db: Db, session: NewSession): ReturnType<SessionStore['create']> => {
  const row = { id: session.id, started_at_ms: session.startedAtMs, protocol: session.protocol, next_seq: 0 };
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
    .executeTakeFirst();
  return same ? ok('known') : fault({ code: 'conflict' });
};

const find = async (db: Db, id: string): Promise<SessionSummary | undefined> => {
  const row = await db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();
  return row && summary(row);
};

const list = async (db: Db, { limit, before }: Parameters<SessionStore['list']>[0]) => {
  const all = db.selectFrom('session').selectAll();
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

const texts = async (db: Db, id: string, { from, limit }: Parameters<SessionStore['texts']>[1]) => {
  const rows = await db
    .selectFrom('session_event')
    .select('text')
    .where('session_id', '=', id)
    .where('seq', '>=', from)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(({ text }) => text);
};

const summary = (row: Selectable<SessionTables['session']>): SessionSummary => ({
  id: row.id,
  startedAtMs: row.started_at_ms,
  protocol: row.protocol,
  eventCount: row.next_seq,
  ...(row.first_at_ms !== null && { firstAtMs: row.first_at_ms }),
  ...(row.last_at_ms !== null && { lastAtMs: row.last_at_ms }),
  ...(row.ended_at_ms !== null && { endedAtMs: row.ended_at_ms }),
});
