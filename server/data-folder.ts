import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { StartError } from './start-error.ts';

export interface DataFolder {
  /** The session log's SQLite file. */
  readonly sessionsFile: string;
  /** Where the person's own music is kept; it may not be there yet. */
  readonly musicFolder: string;
  /** Releases the folder for other processes. */
  release(): void;
}

/** Where a data folder's session log is, for a reader that leaves the folder to its server. */
export const sessionsFileIn = (folder: string): string => join(resolve(folder), 'sessions.sqlite');

/**
 * Creates the folder if needed, readable by its owner only, and locks it for this process.
 *
 * The lock is SQLite's own on a second, empty file: the system drops it when the process ends, however it ends, so
 * that nothing is left to clean up after a crash.
 *
 * @throws StartError `data-folder-in-use` or `data-folder-unusable`
 */
export const takeDataFolder = (folder: string): DataFolder => {
  const path = resolve(folder);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const lock = takeLock(join(path, 'server.lock'));
    return {
      sessionsFile: sessionsFileIn(path),
      musicFolder: join(path, 'music'),
      release: () => lock.close(),
    };
  } catch (error) {
    if (error instanceof SqliteDatabase.SqliteError && error.code === 'SQLITE_BUSY') {
      const message =
        `Attune already runs on the data folder ${path}. ` +
        'Use the one that runs, stop it first, or choose another folder (ATTUNE_DATA_DIR).';
      throw new StartError('data-folder-in-use', message, { cause: error });
    }
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The data folder ${path} cannot be used (${reason}). Choose another one (ATTUNE_DATA_DIR).`;
    throw new StartError('data-folder-unusable', message, { cause: error });
  }
};

const takeLock = (file: string) => {
  const lock = new SqliteDatabase(file, { timeout: 0 });
  try {
    // In memory: a journal file would outlive a killed process.
    lock.pragma('journal_mode = MEMORY');
    lock.pragma('locking_mode = EXCLUSIVE');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
};
