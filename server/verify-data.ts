import { existsSync } from 'node:fs';
import { masterKeyFileIn, sealKeyFileIn, sessionsFileIn } from './data-folder.ts';
import { readSqlite } from './database/dialects/sqlite-reader.ts';
import { StoreError } from './database/store-error.ts';
import { clientKeys } from './keys/client-keys.ts';
import type { Tables } from './schema.ts';
import { sealKeyIn } from './sessions/seal/seal-key.ts';
import { verifyLog, type LogVerdict, type Progress } from './sessions/verify/verify-log.ts';

export interface DataVerdict extends LogVerdict {
  /** Seals that are signed with another key than the folder has now; absent: it has none that can be read. */
  readonly otherKeySeals?: number;
  /** The folder has a key that cannot be read, and what to do about it. */
  readonly keyFault?: string;
}

/**
 * Checks the session log of a data folder; see {@link verifyLog}. Nothing is written.
 * @param keyFile  the key that clients' keys are locked with; absent: that in the folder
 * @throws StoreError  that key is needed and not the right one, there is no log, it cannot be read at all, or a version of before wrote it
 */
export const verifyData = async (
  dataDir: string,
  onProgress: Progress,
  keyFile = masterKeyFileIn(dataDir),
): Promise<DataVerdict> => {
  const file = sessionsFileIn(dataDir);
  if (!existsSync(file)) throw new StoreError('failed', `There is no session log ${file}.`);
  const explain = (error: unknown): StoreError => {
    if (error instanceof StoreError) return error;
    const reason = error instanceof Error ? error.message : String(error);
    if (reason.startsWith('no such')) {
      const message = `The session log ${file} is of a version before seals. Start Attune on it once, then verify.`;
      return new StoreError('failed', message, { cause: error });
    }
    return new StoreError('corrupt', `The session log ${file} cannot be read (${reason}).`, { cause: error });
  };
  try {
    const db = readSqlite<Tables>(file);
    try {
      const verdict = await verifyLog(db, onProgress, clientKeys({ file: keyFile, encrypts: false }));
      return { ...verdict, ...comparedWithKey(verdict, sealKeyFileIn(dataDir)) };
    } finally {
      await db.destroy();
    }
  } catch (error) {
    throw explain(error);
  }
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
