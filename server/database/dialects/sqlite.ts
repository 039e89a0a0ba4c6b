import { closeSync, openSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { Kysely, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver } from 'kysely';
import { migrate, type OpenDatabase, type Schema } from '../open-database.ts';
import { StoreError } from '../store-error.ts';

/**
 * A database in one SQLite file, made or brought up to date as needed.
 *
 * @param file  path, or ':memory:' for a database that ends with the process
 * @throws StoreError  (as a rejection) when the file is damaged, from a newer version, or cannot be opened
 *
 * One process writes a file: hold the data folder's lock. Others may read it meanwhile.
 */
export const openSqlite = async <Tables>(file: string, schema: Schema): Promise<OpenDatabase<Tables>> => {
  let database: Database;
  try {
    database = openSqliteFile(file);
  } catch (error) {
    throw explainSqlite(error, file, schema);
  }
  try {
    return await overSqlite<Tables>(database, schema);
  } catch (error) {
    database.close();
    throw error;
  }
};

/** The same over a file that is open already, and belongs to what is returned from here on. */
export const overSqlite = async <Tables>(
  database: Database,
  schema: Schema,
): Promise<OpenDatabase<Tables>> => {
  const explain = (error: unknown) => explainSqlite(error, database.name, schema);
  const db = new Kysely<Tables>({ dialect: new Dialect({ database }) });
  await migrate(db, schema).catch((error: unknown) => {
    throw explain(error);
  });
  return {
    db,
    explain,
    // The deleted pages are overwritten (secure_delete); the write-ahead log still has the old ones until now.
    purge: () => {
      database.pragma('wal_checkpoint(TRUNCATE)');
    },
  };
};

/** Opens the file as a store needs it. @throws SqliteError, or an error of the file system */
export const openSqliteFile = (file: string): Database => {
  // SQLite would make the file readable by everyone; its companions inherit the mode.
  if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
  const database = new SqliteDatabase(file, { timeout: 5000 });
  try {
    database.pragma('journal_mode = WAL');
    // An acknowledged write is on disk: a commit waits for fsync (the build's default for WAL does not).
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('secure_delete = ON');
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new SqliteDatabase.SqliteError('its pages do not fit together', 'SQLITE_CORRUPT');
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

const explainSqlite = (error: unknown, file: string, { called }: Schema): StoreError => {
  if (error instanceof StoreError) return error;
  const cause = { cause: error };
  const code = error instanceof SqliteDatabase.SqliteError ? error.code : '';
  if (code === 'SQLITE_FULL')
    return new StoreError('full', `There is no room left on the disk for ${file}.`, cause);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    const message =
      `The ${called} ${file} is damaged or is not a ${called}. ` +
      `Put a backup in its place, or move it (and ${file}-wal, ${file}-shm) elsewhere to begin a new one; ` +
      `"sqlite3 ${file} .recover" shows what can still be read.`;
    return new StoreError('corrupt', message, cause);
  }
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('corrupted migrations')) {
    return new StoreError('newer', `${file} was written by a newer version of Attune. Update Attune.`, cause);
  }
  return new StoreError('failed', `The ${called} ${file} cannot be used: ${message}`, cause);
};
