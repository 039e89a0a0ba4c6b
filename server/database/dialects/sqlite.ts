import { randomUUID } from 'node:crypto';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { Kysely, SqliteDialect, SqliteDriver, type DatabaseConnection, type Driver } from 'kysely';
import { eraser } from '../eraser.ts';
import { filesInPlace } from '../files-in-place.ts';
import { preparedOnce } from './prepared-once.ts';
import { migrate, type OpenDatabase, type Schema } from '../open-database.ts';
import { roomReserve } from '../room-reserve.ts';
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
  try {
    return await openOnce(file, schema);
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'full' || file === IN_MEMORY) throw error;
    // Opening writes a little, and on a full disk somebody must be able to delete.
    reserveOf(file, schema).release();
    return await openOnce(file, schema);
  }
};

const IN_MEMORY = ':memory:';
const reserveOf = (file: string, { reserveBytes }: Schema) => roomReserve(`${file}-room`, reserveBytes);

const openOnce = async <Tables>(file: string, schema: Schema): Promise<OpenDatabase<Tables>> => {
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
  const { name: file } = database;
  const explain = (error: unknown) => explainSqlite(error, file, schema);
  const db = new Kysely<Tables>({ dialect: new Dialect({ database }) });
  await migrate(db, schema).catch((error: unknown) => {
    throw explain(error);
  });
  database.pragma(`busy_timeout = ${BUSY_MS}`);
  const companions = file === IN_MEMORY ? [] : [file, `${file}-wal`, `${file}-shm`];
  const areFilesInPlace = filesInPlace(companions);
  // Whoever closes a database takes its companions away.
  const isInPlace = () => !database.open || areFilesInPlace();
  const isFileInPlace = filesInPlace(companions.slice(0, 1));
  const isWalInPlace = filesInPlace(companions.slice(1, 2));
  const reserve = file === IN_MEMORY ? undefined : reserveOf(file, schema);
  const erasing = eraser(() => truncateWal(database));
  // A process that was killed may have left remains.
  erasing.begin();
  reserve?.renew();
  const close = async () => {
    erasing.stop();
    // What is only in the write-ahead log goes where the file went, and not into another one that took its place.
    const isApart = isInPlace() || truncateWal(database);
    if (!isApart && !isFileInPlace() && isWalInPlace()) renameSync(`${file}-wal`, `${file}-wal-of-before`);
    await db.destroy();
  };
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      const done = await work();
      if (isInPlace()) return done;
    } catch (error) {
      if (isInPlace()) throw explain(error);
    }
    throw new StoreError('gone', `The ${schema.called} ${file} is no longer in its folder.`);
  };
  return {
    dialect: 'sqlite',
    db,
    opening: randomUUID(),
    explain,
    guarded,
    // One program reads the file, and the stores look by themselves whose a row is.
    within: (_reach, work) => guarded(() => db.transaction().execute(work)),
    erase: () => {
      erasing.begin();
      reserve?.renew();
    },
    isErased: erasing.isDone,
    makeRoom: () => {
      reserve?.release();
      // What is in the write-ahead log alone needs room in the file first.
      truncateWal(database);
    },
    close,
  };
};

/** Pages of 4 kB after which the write-ahead log is brought into the file. */
const WAL_PAGES = 256;

/** How long a statement waits for another program that holds the file, ms; all other requests wait with it. */
const BUSY_MS = 100;

/**
 * Brings everything into the tables' own pages, where deleted rows are overwritten (secure_delete), and empties the
 * write-ahead log, which still has them. Does not wait. @returns false: somebody reads, or there is no room
 */
const truncateWal = (database: Database): boolean => {
  database.pragma('busy_timeout = 0');
  try {
    const [result] = database.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
    return result?.busy === 0;
  } catch {
    return false;
  } finally {
    database.pragma(`busy_timeout = ${BUSY_MS}`);
  }
};

/** Opens the file as a store needs it. @throws SqliteError, or an error of the file system */
export const openSqliteFile = (file: string): Database => {
  if (file !== IN_MEMORY) {
    // Opening a pipe would wait for somebody at its other end.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === false) throw new Error('it is no file');
    // SQLite would make the file readable by everyone; its companions inherit the mode.
    closeSync(openSync(file, 'a', 0o600));
  }
  const database = new SqliteDatabase(file, { timeout: 5000 });
  try {
    database.pragma('journal_mode = WAL');
    // An acknowledged write is on disk: a commit waits for fsync (the build's default for WAL does not).
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('secure_delete = ON');
    // What is in the write-ahead log alone must find room in the file, also on a full disk: it stays short.
    database.pragma(`wal_autocheckpoint = ${WAL_PAGES}`);
    // Nothing of a session in a folder for temporary files, and no need of room there.
    database.pragma('temp_store = MEMORY');
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
    super({ database: preparedOnce(database) });
    this.#database = database;
  }
  override createDriver(): Driver {
    const database = this.#database;
    return new (class extends SqliteDriver {
      override async rollbackTransaction(connection: DatabaseConnection) {
        if (database.inTransaction) await super.rollbackTransaction(connection);
      }
    })({ database: preparedOnce(database) });
  }
}

const ANOTHER_FOLDER = 'choose another data folder (--data, ATTUNE_DATA_DIR)';

const explainSqlite = (error: unknown, file: string, { called }: Schema): StoreError => {
  if (error instanceof StoreError) return error;
  const cause = { cause: error };
  const code = error instanceof SqliteDatabase.SqliteError ? error.code : '';
  // The second is how a full disk shows where the write-ahead log's index is to be made.
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE')
    return new StoreError(
      'full',
      `There is no room left on the disk for ${file}. Make room, or ${ANOTHER_FOLDER}.`,
      cause,
    );
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    const message =
      `The ${called} ${file} is damaged or is not a ${called}. ` +
      `Put a backup in its place, or move it (and ${file}-wal, ${file}-shm) elsewhere to begin a new one; ` +
      `"sqlite3 ${file} .recover" shows what can still be read.`;
    return new StoreError('corrupt', message, cause);
  }
  if (code.startsWith('SQLITE_BUSY') || code === 'SQLITE_LOCKED')
    return new StoreError('busy', `Another program holds the ${called} ${file}.`, cause);
  const message = error instanceof Error ? error.message : String(error);
  if (message.startsWith('corrupted migrations')) {
    return new StoreError('newer', `${file} was written by a newer version of Attune. Update Attune.`, cause);
  }
  const remedy = `Move what is there, or ${ANOTHER_FOLDER}.`;
  return new StoreError('failed', `The ${called} ${file} cannot be used (${message}). ${remedy}`, cause);
};
