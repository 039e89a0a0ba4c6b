import { backupNoted } from './backup/backup-note.ts';
import type { Forgotten } from './contract/index.ts';
import type { Database } from './database/open-database.ts';
import type { ClientKeys } from './keys/client-keys.ts';
import type { Tables } from './schema.ts';
import { forgetClient } from './sessions/forget/forget-client.ts';
import { clientHashOf, signedProof } from './sessions/forget/proof.ts';
import { sealKeyIn } from './sessions/seal/seal-key.ts';
import type { Music } from './tracks/music.ts';

export interface ForgetPorts {
  readonly database: Database<Tables>;
  readonly keys: ClientKeys;
  readonly music: Music;
  readonly dataDir: string;
  readonly sealKeyFile: string;
  /** Epoch ms. */
  readonly clock: () => number;
}

/**
 * Gives what destroys everything that a service keeps of an account's sessions, with the key that they were encrypted
 * with, its music and its pseudonym. Account, consents and the access log stay: they are no part of it.
 *
 * @throws StoreError  (as a rejection) repeat it: what is destroyed stays so
 */
export const forgetting =
  ({ database, keys, music, dataDir, sealKeyFile, clock }: ForgetPorts) =>
  async (account: string): Promise<Forgotten> => {
    // First what may fail, so that no proof is owed for what is gone already.
    const key = sealKeyIn(sealKeyFile);
    const own = await music.of(account);
    const tracks = await own.list();
    for (const { id } of tracks) await own.delete(id);
    const atMs = clock();
    const destroyed = await database.use(async (open) => {
      await open.within([account], (trx) =>
        trx.deleteFrom('research_pseudonym').where('client_id', '=', account).execute(),
      );
      return forgetClient(open, account, atMs);
    });
    for (const id of destroyed.keyIds) keys.drop(id);
    const backup = backupNoted(dataDir);
    return signedProof(
      {
        ...{ atMs, clientHash: clientHashOf(account), keyIds: [...destroyed.keyIds], tracks: tracks.length },
        sessions: destroyed.sessions.map(({ events, ...it }) => ({ ...it, eventCount: events })),
        ...(backup && { lastBackupAtMs: backup.madeAtMs }),
      },
      key,
    );
  };
