import { existsSync } from 'node:fs';
import { masterKeyFileIn, sealKeyFileIn, sessionsFileIn } from './data-folder.ts';
import { placeOf } from './database/dialects/postgres/explain-postgres.ts';
import { readPostgres } from './database/dialects/read-postgres.ts';
import { readSqlite } from './database/dialects/read-sqlite.ts';
import { StoreError } from './database/store-error.ts';
import { clientKeys } from './keys/client-keys.ts';
import { SCHEMA, type Tables } from './schema.ts';
import { sealKeyIn } from './sessions/seal/seal-key.ts';
import { verifyLog, type LogVerdict, type Progress } from './sessions/verify/verify-log.ts';

export interface DataVerdict extends LogVerdict {
  /** Seals that are signed with another key than the folder has now; absent: it has none that can be read. */
  readonly otherKeySeals?: number;
  /** The folder has a key that cannot be read, and what to do about it. */
  readonly keyFault?: string;
}

export interface VerifiedPlace {
  /** The data folder, which has the key of the seals. */
  readonly dataDir: string;
  /** `postgresql://…`, where the log is; absent: a file in the data folder. */
  readonly databaseUrl?: string | undefined;
  /** The key that clients' keys are locked with; absent: that in the folder. */
  readonly keyFile?: string | undefined;
}

/**
 * Checks the session log of a data folder or a PostgreSQL database; see {@link verifyLog}. Nothing is written.
 * @throws StoreError  the key that clients' keys are locked with is needed and not the right one, there is no log, it
 *   cannot be read at all, or a version of before wrote it
 */
export const verifyData = async (
  { dataDir, databaseUrl, keyFile = masterKeyFileIn(dataDir) }: VerifiedPlace,
  onProgress: Progress,
): Promise<DataVerdict> => {
  const isFile = databaseUrl === undefined;
  const file = sessionsFileIn(dataDir);
  const log = isFile ? `session log ${file}` : `session log in ${placeOf(databaseUrl)}`;
  if (isFile && !existsSync(file)) throw new StoreError('failed', `There is no ${log}.`);
  const explain = (error: unknown): StoreError => {
    const reason = error instanceof Error ? error.message : String(error);
    if (isOlder(error)) {
      const message = `The ${log} is of a version before seals. Start Attune on it once, then verify.`;
      return new StoreError('failed', message, { cause: error });
    }
    if (error instanceof StoreError) return error;
    return new StoreError('corrupt', `The ${log} cannot be read (${reason}).`, { cause: error });
  };
  try {
    const reading = isFile
      ? readSqlite<Tables>(file)
      : await readPostgres<Tables>(databaseUrl, { schema: SCHEMA, applicationName: 'attune verify' });
    try {
      const verdict = await verifyLog(
        reading.within,
        onProgress,
        clientKeys({ file: keyFile, encrypts: false }),
      );
      return { ...verdict, ...comparedWithKey(verdict, sealKeyFileIn(dataDir)) };
    } finally {
      await reading.close();
    }
  } catch (error) {
    throw explain(error);
  }
};

/** A table or a column is not there yet: as SQLite says so, and by PostgreSQL's codes. */
const isOlder = (error: unknown): boolean => {
  const { cause = error } = error as { readonly cause?: unknown };
  const { code = '', message = '' } = cause as { readonly code?: string; readonly message?: string };
  return message.startsWith('no such') || code === '42P01' || code === '42703';
};

/** Seals are checked with the keys that they name: one's own only tells whether they are one's own. */
const comparedWithKey = (
  { seals }: LogVerdict,
  keyFile: string,
): Pick<DataVerdict, 'otherKeySeals' | 'keyFault'> => {
  if (!existsSync(keyFile)) return {};
  try {
    const { publicKey } = sealKeyIn(keyFile);
    return { otherKeySeals: seals.filter((it) => it.public_key !== publicKey).length };
  } catch (error) {
    if (error instanceof StoreError) return { keyFault: error.message };
    throw error;
  }
};
