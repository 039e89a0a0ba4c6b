import { Kysely, PostgresDialect, sql } from 'kysely';
import { HOUSEKEEPING, migrate, type OpenDatabase, type Schema } from '../open-database.ts';
import { StoreError } from '../store-error.ts';
import { explainPostgres, placeOf } from './postgres/explain-postgres.ts';
import type { PoolOptions } from './postgres/pool.ts';
import { vacuum } from './postgres/vacuum.ts';
import { withinPostgres } from './postgres/within.ts';

const USUAL: PoolOptions = {
  applicationName: 'attune',
  // Many times what a batch of the largest size takes.
  statementMs: 30_000,
  silenceMs: 5000,
  connections: 10,
};

/** The driver, which whoever keeps a file does without. */
const loadPool = () => import('./postgres/pool.ts');

/** Whether a text says where a PostgreSQL database is. */
export const isPostgresUrl = (text: string): boolean => /^postgres(ql)?:\/\//.test(text);

/**
 * A database on a PostgreSQL server, from version 14 on, made or brought up to date as needed. Any number of processes
 * may use it, and start at once.
 *
 * What breaks a connection rejects with `unavailable`; the next call makes a new one. Whoever was not answered does not
 * know whether a commit was done: repeat it.
 *
 * @param url  `postgresql://user:password@host:port/database?sslmode=…`; a socket's folder as a percent-encoded host
 * @throws StoreError  (as a rejection) when it cannot be reached or used, is damaged, or from a newer version
 */
export const openPostgres = async <Tables>(
  url: string,
  schema: Schema,
  options: Partial<PoolOptions> = {},
): Promise<OpenDatabase<Tables>> => {
  if (!isPostgresUrl(url) || !URL.canParse(url))
    throw new StoreError(
      'failed',
      'The address of the database must be like postgresql://user@host/database.',
    );
  const place = placeOf(url);
  const explain = (error: unknown) => explainPostgres(error, place, schema);
  const poolOptions = { ...USUAL, ...options };
  await bringUpToDate(url, schema, poolOptions).catch((error: unknown) => {
    throw explain(error);
  });
  const { postgresPool } = await loadPool();
  const pool = postgresPool(url, poolOptions);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool.forKysely }) });
  const vacuuming = vacuum(() => sql`vacuum (skip_locked)`.execute(db));
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await db.destroy();
    throw explain(error);
  }
  const within = withinPostgres(db);
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw explain(error);
    }
  };
  return {
    dialect: 'postgres',
    db,
    get opening() {
      return pool.reached();
    },
    explain,
    guarded,
    within: (...work) => guarded(() => within(...work)),
    erase: vacuuming.begin,
    // The server's pages, its write-ahead log and its backups are out of sight: nobody can vouch for them.
    isErased: () => false,
    // The disk is the server's, and its deletions need no room to speak of.
    makeRoom: () => undefined,
    close: async () => {
      await vacuuming.stop();
      await db.destroy();
    },
  };
};

/** Over a connection of its own: a migration may take longer than any other statement, and others wait for it. */
const bringUpToDate = async (url: string, schema: Schema, options: PoolOptions): Promise<void> => {
  const { postgresPool } = await loadPool();
  const pool = postgresPool(url, {
    ...options,
    ...{ statementMs: 0, connections: 1, reach: HOUSEKEEPING },
  });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pool.forKysely }) });
  try {
    // Under an advisory lock, so that of several processes one does it.
    await migrate(db, schema);
  } finally {
    await db.destroy();
  }
};
