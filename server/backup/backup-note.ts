import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** When the last backup of a data folder was made. */
export interface BackupNote {
  readonly madeAtMs: number;
}

const NAME = 'last-backup.json';

/** Absent: none is known of. */
export const backupNoted = (folder: string): BackupNote | undefined => {
  try {
    const note = JSON.parse(readFileSync(join(folder, NAME), 'utf8')) as Partial<BackupNote>;
    return typeof note.madeAtMs === 'number' ? { madeAtMs: note.madeAtMs } : undefined;
  } catch {
    return undefined;
  }
};

/** Nothing of it throws: a backup is good without its note. */
export const noteBackup = (folder: string, note: BackupNote): void => {
  try {
    writeFileSync(join(folder, `${NAME}.new`), JSON.stringify(note), { mode: 0o600 });
    renameSync(join(folder, `${NAME}.new`), join(folder, NAME));
  } catch {
    // A folder that may only be read can be backed up.
  }
};
