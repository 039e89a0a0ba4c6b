import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import {
  JOBS_NAME,
  MASTER_KEY_NAME,
  MUSIC_NAME,
  SEAL_KEY_NAME,
  SESSIONS_NAME,
  TRACKS_NAME,
} from './database/data-files.ts';
import { filesInPlace } from './database/files-in-place.ts';
import { StartError } from './start-error.ts';

export interface DataFolder {
  /** Where it is. */
  readonly path: string;
  /** The session log's SQLite file. */
  readonly sessionsFile: string;
  /** The key that the log's seals are signed with; made when it is first needed. */
  readonly sealKeyFile: string;
  /** The key that clients' keys are locked with, unless a setting says where; made when it is first needed. */
  readonly masterKeyFile: string;
  /** Where the person's own music is kept; it may not be there yet. */
  readonly musicFolder: string;
  /** The jobs of a clinic's service; made when there is the first. */
  readonly jobsFile: string;
  /** Locks it again if its lock was taken away with the folder. @throws StartError */
  hold(): void;
  /** Releases the folder for other processes. */
  release(): void;
}

/** Where a data folder's session log is, for a reader that leaves the folder to its server. */
export const sessionsFileIn = (folder: string): string => join(resolve(folder), SESSIONS_NAME);

export const sealKeyFileIn = (folder: string): string => join(resolve(folder), SEAL_KEY_NAME);

export const jobsFileIn = (folder: string): string => join(resolve(folder), JOBS_NAME);
export const masterKeyFileIn = (folder: string): string => join(resolve(folder), MASTER_KEY_NAME);

/** Where its list of music is, of a service that is one person's. */
export const tracksFileIn = (folder: string): string => join(resolve(folder), MUSIC_NAME, TRACKS_NAME);

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
  const file = join(path, 'server.lock');
  const explained = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw explainFolder(error, path, file);
    }
  };
  const take = (): { readonly lock: Database; readonly isInPlace: () => boolean } => ({
    lock: takeLock(file),
    isInPlace: filesInPlace([file]),
  });
  let held = explained(() => {
    makeFolder(path);
    return take();
  });
  return {
    path,
    sessionsFile: sessionsFileIn(path),
    sealKeyFile: sealKeyFileIn(path),
    masterKeyFile: masterKeyFileIn(path),
    musicFolder: join(path, MUSIC_NAME),
    jobsFile: jobsFileIn(path),
    hold: () => {
      if (held.isInPlace()) return;
      const lost = held;
      held = explained(take);
      lost.lock.close();
    },
    release: () => held.lock.close(),
  };
};

/** With what leads to it. Node's own way has no end where a folder can be listed and takes no other, as /proc. */
const makeFolder = (path: string): void => {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path && !existsSync(parent)) makeFolder(parent);
  mkdirSync(path, { mode: 0o700 });
};

const takeLock = (file: string): Database => {
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

const ANOTHER = 'choose another folder (--data, ATTUNE_DATA_DIR)';

const explainFolder = (error: unknown, path: string, lockFile: string): StartError => {
  const { code = '', message: reason = '' } = error as Partial<NodeJS.ErrnoException>;
  const unusable = (message: string) => new StartError('data-folder-unusable', message, { cause: error });
  switch (code) {
    case 'SQLITE_BUSY':
      return new StartError(
        'data-folder-in-use',
        `Attune already runs on the data folder ${path}. Use the one that runs, stop it first, or ${ANOTHER}.`,
        { cause: error },
      );
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return unusable(
        `The lock ${lockFile} has something in it that is not Attune's. ` +
          `Delete that one file if no Attune runs on this folder, or ${ANOTHER}.`,
      );
    case 'SQLITE_CANTOPEN':
      return unusable(
        `The lock ${lockFile} cannot be opened or made. Give yourself leave to write there, or ${ANOTHER}.`,
      );
    case 'EEXIST':
    case 'ENOTDIR':
      return unusable(
        `The data folder ${path} is a file, or lies in one, or is a link to nothing. Move it, or ${ANOTHER}.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'SQLITE_READONLY':
      return unusable(`The data folder ${path} may not be written to. Give yourself leave, or ${ANOTHER}.`);
    case 'ENAMETOOLONG':
      return unusable(
        `The name of the data folder is longer than this system takes: ${path.slice(0, 60)}… ` +
          `Use a shorter one: ${ANOTHER}.`,
      );
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return unusable(
        `There is no room left on the disk for the data folder ${path}. Make room, or ${ANOTHER}.`,
      );
    default:
      return unusable(`The data folder ${path} cannot be used (${reason}). Put it right, or ${ANOTHER}.`);
  }
};
