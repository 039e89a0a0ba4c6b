import { closeSync, openSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver } from 'kysely';
import { migrations } from '../../sessions/migrations/index.ts';
import type { SessionDatabase } from '../../sessions/session-database.ts';
import { StoreError, type SessionStore } from '../../sessions/session-store.ts';
import { sqlSessionStore } from '../../sessions/sql-session-store.ts';

/**
 * The session log in one SQLite file, made or brought up to date as needed.
 *
 * @param file  path, or ':memory:' for a log that ends with the process
 * @throws StoreError  (as a rejection) when the file is damaged, from a newer version, or cannot be opened
 *
 * One process writes a file: hold the data folder's lock. Others may read it meanwhile.
 */
export const openSqliteSessionStore = async (file: string): Promise<SessionStore> => {
  const explain = (error: unknown) => explainSqlite(error, file);
  let database: Database;
  try {
    database = openSqliteDatabase(file);
  } catch (error) {
    throw explain(error);
  }
  try {
    return await sqliteSessionStore(database);
  } catch (error) {
    database.close();
    throw explain(error);
  }
};

/** The session log in an open database, which the store owns from here on. */
export const sqliteSessionStore = async (database: Database): Promise<SessionStore> => {
  const explain = (error: unknown) => explainSqlite(error, database.name);
  const db = new Kysely<SessionDatabase>({ dialect: new Dialect({ database }) });
  const { error } = await new Migrator({ db, provider: migrations }).migrateToLatest();
  if (error !== undefined) throw explain(error);
  return sqlSessionStore(db, {
    explain,
    // The deleted pages are overwritten (secure_delete); the write-ahead log still has the old ones until now.
    afterDelete: () => {
      database.pragma('wal_checkpoint(TRUNCATE)');
    },
  });
};

/** Opens the file as the store needs it. @throws SqliteError or StoreError */
export const openSqliteDatabase = (file: string): Database => {
  // SQLite would make the file readable by everyone; its companions inherit the mode.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const database = new SqliteDatabase(file, { timeout: 5000 });
  try {
    database.pragma('journal_mode = WAL');
    // An acknowledged event is on disk: a commit waits for fsync (the build's default for WAL does not).
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('secure_delete = ON');
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok') throw damaged(file);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
};

/** On a full disk SQLite rolls back by itself; a second rollback would fail and hide the cause. */
class Dialect extends SqliteDialect {
  readonly #database: Database;
  constructor({ database }: { readonly database: Database }) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): Driver {
    const database = this.#database;
    return new (class extends SqliteDriver {
      override async rollbackTransaction(connection: DatabaseConnection) {
        if (database.inTransaction) await super.rollbackTransaction(connection);
      }
    })({ database });
  }
}

const explainSqlite = (error: unknown, file: string): StoreError => {
  if (error instanceof StoreError) return error;
  const cause = { cause: error };
  const code = error instanceof SqliteDatabase.SqliteError ? error.code : '';
  if (code === 'SQLITE_FULL')
    return new StoreError('full', `There is no room left on the disk for ${file}.`, cause);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return damaged(file, cause);
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('corrupted migrations')) {
    return new StoreError('newer', `${file} was written by a newer version of Attune. Update Attune.`, cause);
  }
  return new StoreError('failed', `The session log ${file} cannot be used: ${message}`, cause);
};

const damaged = (file: string, cause?: { cause: unknown }) =>
  new StoreError(
    'corrupt',
    `The session log ${file} is damaged or is not a session log. ` +
      `Put a backup in its place, or move it (and ${file}-wal, ${file}-shm) elsewhere to begin a new log; ` +
      `"sqlite3 ${file} .recover" shows what can still be read.`,
    cause,
  );
