import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { BackupError, explainBackup } from './backup/backup-error.ts';
import { type Manifest } from './backup/manifest.ts';
import { SESSIONS_NAME } from './database/data-files.ts';
import { unpackBackup } from './backup/unpack-backup.ts';
import { takeDataFolder } from './data-folder.ts';

/** What a folder may have that is to be restored into. */
const NO_DATA = new Set(['server.lock', 'lost+found']);

/**
 * Puts a backup into a data folder that has no data yet, and that no service uses; none can start on it meanwhile. All
 * is unpacked and held against the manifest beside where it goes before any of it goes there.
 *
 * @throws BackupError  or StartError  (as a rejection); the folder is as it was
 */
export const restoreData = async (file: string, folder: string): Promise<Manifest> => {
  const path = resolve(folder);
  const wasThere = existsSync(path);
  const held = takeDataFolder(path);
  const work = join(path, `restoring-${randomUUID().slice(0, 8)}`);
  const placed: string[] = [];
  let isRestored = false;
  try {
    if (readdirSync(path).some((name) => !NO_DATA.has(name)))
      throw new BackupError(
        'in-the-way',
        `${path} has something in it. Name a folder that is empty (--data).`,
      );
    mkdirSync(work, { mode: 0o700 });
    const manifest = await unpackBackup(file, work);
    // The log comes last: a folder without it has been restored by half, and is begun anew.
    const names = readdirSync(work).sort((a, b) => Number(a === SESSIONS_NAME) - Number(b === SESSIONS_NAME));
    for (const name of names) {
      renameSync(join(work, name), join(path, name));
      placed.push(name);
    }
    isRestored = true;
    return manifest;
  } catch (error) {
    for (const name of placed) rmSync(join(path, name), { recursive: true, force: true });
    throw explainBackup(error, path);
  } finally {
    rmSync(work, { recursive: true, force: true });
    held.release();
    if (!isRestored && !wasThere) {
      rmSync(join(path, 'server.lock'), { force: true });
      rmdirSync(path);
    }
  }
};
