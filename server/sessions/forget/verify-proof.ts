import type { Kysely } from 'kysely';
import type { Forgotten } from '../../contract/index.ts';
import { buriedOf } from '../tombstone.ts';
import type { SessionTables } from '../session-tables.ts';
import { clientHashOf, isProofSigned } from './proof.ts';

export type ProofFault =
  /** It was changed, or another service signed it. */
  | 'signature'
  /** A seal of the log, or the key of the folder, has never been of this signer. */
  | 'signer'
  /** A session that it names has no tombstone, or another one. */
  | 'tombstone'
  /** A key that it names is there. */
  | 'key'
  /** A session that began before is there. */
  | 'session';

/**
 * Holds a proof against a log: what it says is destroyed must be.
 * @param own  the public key of the folder's seals; absent: it has none
 */
export const verifyProof = async (
  db: Kysely<SessionTables>,
  proof: Forgotten,
  own: string | undefined,
): Promise<readonly ProofFault[]> => {
  const faults = new Set<ProofFault>();
  if (!isProofSigned(proof)) faults.add('signature');
  if (proof.publicKey !== own && !(await hasSealed(db, proof.publicKey))) faults.add('signer');
  for (const session of proof.sessions) {
    const row = await db
      .selectFrom('tombstone')
      .selectAll()
      .where('session_hash', '=', session.sessionHash)
      .executeTakeFirst();
    const there = row && buriedOf(row);
    if (there?.head !== session.head || there.events !== session.eventCount) faults.add('tombstone');
  }
  for (const id of proof.keyIds) {
    const key = db.selectFrom('client_key').select('id').where('id', '=', id);
    if (await key.executeTakeFirst()) faults.add('key');
  }
  const clients = await db
    .selectFrom('session')
    .select('client_id')
    .distinct()
    .where('client_id', 'is not', null)
    .where('started_at_ms', '<', proof.atMs)
    .execute();
  if (clients.some((it) => clientHashOf(it.client_id!) === proof.clientHash)) faults.add('session');
  return [...faults];
};

const hasSealed = async (db: Kysely<SessionTables>, publicKey: string): Promise<boolean> =>
  (await db
    .selectFrom('seal')
    .select('number')
    .where('public_key', '=', publicKey)
    .limit(1)
    .executeTakeFirst()) !== undefined;
