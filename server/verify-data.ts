import { existsSync } from 'node:fs';
import { sealKeyFileIn, sessionsFileIn } from './data-folder.ts';
import { readSqlite } from './database/dialects/sqlite-reader.ts';
import { StoreError } from './database/store-error.ts';
import type { Tables } from './schema.ts';
import { sealKeyIn } from './sessions/seal/seal-key.ts';
import { verifyLog, type LogVerdict, type Progress } from './sessions/verify/verify-log.ts';

export interface DataVerdict extends LogVerdict {
  /** Seals that are signed with another key than the folder has now; absent: it has none. */
  readonly otherKeySeals?: number;
}

/**
 * Checks the session log of a data folder; see {@link verifyLog}. Nothing is written.
 * @throws StoreError  there is no log, it cannot be read at all, or a version of before wrote it
 */
export const verifyData = async (dataDir: string, onProgress: Progress): Promise<DataVerdict> => {
  const file = sessionsFileIn(dataDir);
  if (!existsSync(file)) throw new StoreError('failed', `There is no session log ${file}.`);
  const explain = (error: unknown): StoreError => {
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
      const verdict = await verifyLog(db, onProgress);
      const keyFile = sealKeyFileIn(dataDir);
      if (!existsSync(keyFile)) return verdict;
      const { publicKey } = sealKeyIn(keyFile);
      return { ...verdict, otherKeySeals: verdict.seals.filter((it) => it.public_key !== publicKey).length };
    } finally {
      await db.destroy();
    }
  } catch (error) {
    throw explain(error);
  }
};
