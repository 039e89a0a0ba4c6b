import { existsSync } from 'node:fs';
import type { Forgotten } from './contract/index.ts';
import { sealKeyFileIn, sessionsFileIn } from './data-folder.ts';
import { readSqlite } from './database/dialects/read-sqlite.ts';
import { HOUSEKEEPING } from './database/open-database.ts';
import { StoreError } from './database/store-error.ts';
import type { SessionTables } from './sessions/session-tables.ts';
import { verifyProof, type ProofFault } from './sessions/forget/verify-proof.ts';
import { sealKeyIn } from './sessions/seal/seal-key.ts';

/**
 * Holds a proof that somebody was forgotten against the log of a data folder. Nothing is written.
 * @throws StoreError  (as a rejection) there is no log, or it cannot be read
 */
export const verifyProofData = async (dataDir: string, proof: Forgotten): Promise<readonly ProofFault[]> => {
  const file = sessionsFileIn(dataDir);
  if (!existsSync(file)) throw new StoreError('failed', `There is no session log ${file}.`);
  const keyFile = sealKeyFileIn(dataDir);
  try {
    const reading = readSqlite<SessionTables>(file);
    try {
      const own = existsSync(keyFile) ? sealKeyIn(keyFile).publicKey : undefined;
      return await reading.within(HOUSEKEEPING, (trx) => verifyProof(trx, proof, own));
    } finally {
      await reading.close();
    }
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError('corrupt', `The session log ${file} cannot be read (${reason}).`, { cause: error });
  }
};
