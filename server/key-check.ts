import { existsSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { masterKeyFileIn, sessionsFileIn } from './data-folder.ts';
import { masterKeyIn } from './keys/master-key.ts';
import { mind, right, wrong, type Check } from './operation/check.ts';
import type { Settings } from './settings-table.ts';

/** Whether a clinic's service has the key that the keys of clients are locked with. A personal one has none. */
export const keyChecks = (settings: Settings): Check[] => {
  const { mode, dataDir, databaseUrl } = settings;
  if (mode === 'personal') return [];
  const file = settings.keyFile ?? masterKeyFileIn(dataDir);
  try {
    const key = masterKeyIn(file);
    if (databaseUrl !== undefined)
      return [
        mind(
          'key',
          `${file} ${key ? 'is there' : 'will be made'}. Services that share the database must all have the same: ` +
            'copy it to each (ATTUNE_KEY_FILE).',
        ),
      ];
    const noted = fingerprintIn(sessionsFileIn(dataDir));
    if (noted === undefined) return [right('key', `${file} ${key ? 'is there' : 'will be made'}.`)];
    if (!key)
      return [wrong('key', `${file} is missing, and sessions are encrypted with it. Put your copy there.`)];
    return [
      key.fingerprint === noted
        ? right('key', `${file} is that of the database. Keep a copy elsewhere, and not with the backups.`)
        : wrong('key', `${file} is not the key that the database was begun with. Put that one in its place.`),
    ];
  } catch (error) {
    return [wrong('key', error instanceof Error ? error.message : String(error))];
  }
};

/** Absent: nothing is encrypted there yet. What else is wrong with the file is said by other checks. */
const fingerprintIn = (file: string): string | undefined => {
  if (!existsSync(file)) return undefined;
  try {
    const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    try {
      return database.prepare<[], string>('select fingerprint from master_key').pluck().get();
    } finally {
      database.close();
    }
  } catch {
    return undefined;
  }
};
