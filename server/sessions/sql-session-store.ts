import { sql, type Kysely, type RawBuilder, type Selectable, type SqlBool } from 'kysely';
import { fault, ok } from '../../engine/index.ts';
import type { NewSession, SessionSummary } from '../contract/index.ts';
import type { Whose } from '../access/reach.ts';
import type { Database } from '../database/open-database.ts';
import { appendBatches, type Appended, type Batch } from './append-batches.ts';
import { deleteSession } from './delete-session.ts';
import { groupCommit } from './group-commit.ts';
import type { ClientKeys } from '../keys/client-keys.ts';
import type { Scope, SessionLog, SessionStore } from './session-store.ts';
import type { SessionTables } from './session-tables.ts';
import { eventsFrom, readSession } from './stored-events.ts';
import { buriedIn } from './tombstone.ts';

/** Characters that one transaction may write: the reserve for a full disk is made for as much. */
const MOST_CHARACTERS = 4 * 1024 * 1024;

/**
 * The session log over a database of any dialect. Closing it closes the database.
 *
 * @param appended  told of each batch that is on the disk: its session and how many events it had
 * @param keys  what clients' sessions are encrypted with; absent: nothing is
 */
export const sqlSessionStore = (
  database: Database<SessionTables>,
  appended: (id: string, events: number) => void = () => undefined,
  keys?: ClientKeys,
): SessionStore => {
  const use = <T>(whose: Whose, work: (trx: Db) => Promise<T>): Promise<T> =>
    database.use((open) => open.within(whose, work));
  const append = groupCommit<Batch, Appended>({
    work: (batches) =>
      database.use((open) => open.within(whoseOf(batches), (trx) => appendBatches(trx, batches, keys))),
    sizeOf: ({ entries }) => entries.reduce((characters, { text }) => characters + text.length, 0),
    mostSize: MOST_CHARACTERS,
  });
  const within = (scope: Scope): SessionLog => ({
    create: (session) =>
      use(scope.whose, async (db) => {
        const buried = await buriedIn(db, scope.whose, session.id);
        if (!buried) return create(db, scope, session);
        return fault({ code: buried === 'theirs' ? 'deleted' : 'conflict' });
      }),
    append: async (id, entries) => {
      const done = await append({ whose: scope.whose, id, entries });
      if (done.ok) appended(id, entries.length);
      return done;
    },
    find: (id) => use(scope.whose, (db) => find(db, scope, id)),
    list: (page) => use(scope.whose, (db) => list(db, scope, page)),
    texts: (id, range) => use(scope.whose, (db) => texts(db, { scope, id, keys }, range)),
    delete: (id) =>
      database.use(async (open) => {
        const isThere = await open.within(
          scope.whose,
          async (db) => (await find(db, scope, id)) !== undefined,
        );
        const isDeleted = isThere && (await deleteSession(open, { id, whose: scope.whose }, Date.now()));
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
      use([], async (db) => {
        await db.selectFrom('session').select('id').limit(1).execute();
      }),
    close: database.close,
  };
};

type Db = Kysely<SessionTables>;

/** Those of all batches that share a transaction: each of them is held against its own as well. */
const whoseOf = (batches: readonly Batch[]): Whose => {
  const each = batches.map(({ whose }) => whose);
  return each.includes('all') ? 'all' : (each as (readonly string[])[]).flat();
};

/** A session, where it belongs to a scope. */
interface Addressed {
  readonly scope: Scope;
  readonly id: string;
  readonly keys: ClientKeys | undefined;
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

/** Named, so that the statement stays the same where a newer version has added others. */
const SUMMED_UP = [
  ...(['id', 'client_id', 'started_at_ms', 'protocol', 'next_seq'] as const),
  ...(['first_at_ms', 'last_at_ms', 'ended_at_ms'] as const),
] as const;

const find = async (db: Db, scope: Scope, id: string): Promise<SessionSummary | undefined> => {
  const mine = db.selectFrom('session').select(SUMMED_UP).where(isWithin(scope));
  const row = await mine.where('id', '=', id).executeTakeFirst();
  return row && summary(row);
};

const list = async (db: Db, scope: Scope, { limit, before }: Parameters<SessionStore['list']>[0]) => {
  const all = db.selectFrom('session').select(SUMMED_UP).where(isWithin(scope));
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
  { scope, id, keys }: Addressed,
  range: Parameters<SessionStore['texts']>[1],
): Promise<readonly string[]> => {
  const mine = db.selectFrom('session').select(['id', 'key_id']).where('id', '=', id).where(isWithin(scope));
  const session = await mine.executeTakeFirst();
  if (!session) return [];
  const found: string[] = [];
  for await (const { text } of eventsFrom(db, await readSession(db, keys, session), range)) found.push(text);
  return found;
};

const summary = (
  row: Pick<Selectable<SessionTables['session']>, (typeof SUMMED_UP)[number]>,
): SessionSummary => ({
  id: row.id,
  ...(row.client_id !== null && { client: row.client_id }),
  startedAtMs: row.started_at_ms,
  protocol: row.protocol,
  eventCount: row.next_seq,
  ...(row.first_at_ms !== null && { firstAtMs: row.first_at_ms }),
  ...(row.last_at_ms !== null && { lastAtMs: row.last_at_ms }),
  ...(row.ended_at_ms !== null && { endedAtMs: row.ended_at_ms }),
});
