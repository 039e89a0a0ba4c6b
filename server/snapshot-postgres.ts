import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { BackupError } from './backup/backup-error.ts';
import type { Snapshot } from './backup/make-backup.ts';
import { readPostgres } from './database/dialects/read-postgres.ts';
import { openSqlite } from './database/dialects/sqlite.ts';
import { HOUSEKEEPING } from './database/open-database.ts';
import { moveDatabase } from './move/move-database.ts';
import { MoveError } from './move/move-error.ts';
import { StoreError } from './database/store-error.ts';
import { isMoveUnderWay } from './move/progress.ts';
import type { AnySource, AnyTables } from './move/rows.ts';
import { SCHEMA } from './schema.ts';

/**
 * Copies all tables of a PostgreSQL database into a SQLite file as they are at one moment, beside services that go on,
 * and compares the two by a hash of every row: a backup comes back on either kind.
 *
 * @throws BackupError, MoveError, or what SQLite's driver throws  (as a rejection)
 */
export const snapshotPostgres =
  (url: string): Snapshot =>
  async (to, onShare) => {
    const reading = await readPostgres<AnyTables>(url, { schema: SCHEMA, applicationName: 'attune backup' });
    try {
      // The moment is that of the first query.
      const atMs = Date.now();
      const failure = await reading.within(
        HOUSEKEEPING,
        async (db) => {
          await sql`set local idle_in_transaction_session_timeout = 0`.execute(db);
          return copyTo(to, { dialect: reading.dialect, db }, onShare).catch(failureOfFile);
        },
        { isOneMoment: true },
      );
      if (failure) throw failure;
      return { atMs };
    } catch (error) {
      // It says by itself what to do about the server.
      if (error instanceof StoreError) throw new BackupError('failed', error.message, { cause: error });
      throw error;
    } finally {
      await reading.close();
    }
  };

/** What went wrong on this side. @throws what the server's driver threw */
const failureOfFile = (error: unknown): Error => {
  const isOwn = [BackupError, MoveError, StoreError, SqliteDatabase.SqliteError].some(
    (it) => error instanceof it,
  );
  if (isOwn) return error as Error;
  throw error;
};

const copyTo = async (file: string, from: AnySource, onShare: (share: number) => void): Promise<void> => {
  if (await isMoveUnderWay(from.db))
    throw new BackupError('failed', 'A move of data to this database has not ended. Let it end first.');
  const target = await openSqlite<AnyTables>(file, SCHEMA);
  const fresh = await openSqlite<AnyTables>(':memory:', SCHEMA);
  try {
    await moveDatabase({
      ...{ from, to: target, fresh, source: 'backup' },
      onProgress: (step, done, total) => onShare(((step === 'copy' ? 0 : 1) + done / Math.max(1, total)) / 2),
    });
  } finally {
    await fresh.close();
    await target.close();
  }
};
