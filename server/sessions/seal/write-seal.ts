import type { Kysely, Transaction } from 'kysely';
import { HOUSEKEEPING, type Within } from '../../database/open-database.ts';
import { sessionHashOf } from '../chain.ts';
import { chainStored } from '../chain-stored.ts';
import type { ClientKeys } from '../../keys/client-keys.ts';
import type { SessionTables } from '../session-tables.ts';
import { buriedOf } from '../tombstone.ts';
import { sealHashOf, type SealedSession } from './seal-hash.ts';
import type { SealKey } from './seal-key.ts';

type Inside = Within<SessionTables>;

/** Sessions that are chained in a row before others have their turn, and rows to an `insert`. */
const PIECE = 100;

/**
 * Seals all that has changed since the seal before: how each session stands, and what was deleted.
 *
 * @param keys  absent: nothing is encrypted
 * @returns the seal's number; undefined: nothing has changed
 * @throws StoreError  (as a rejection), so also where another service wrote the seal of that number meanwhile
 */
export const writeSeal = async (
  within: Inside,
  key: SealKey,
  { atMs, keys }: { readonly atMs: number; readonly keys?: ClientKeys },
): Promise<number | undefined> => {
  await chainAll(within, keys);
  return within(HOUSEKEEPING, (trx) => sealAll(trx, key, atMs));
};

/** The seal that was written last. */
export const lastSeal = (db: Kysely<SessionTables>) =>
  db
    .selectFrom('seal')
    .select(['number', 'at_ms', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Chains what a version of before has left, or a deletion that broke off. */
const chainAll = async (within: Inside, keys: ClientKeys | undefined): Promise<void> => {
  for (;;) {
    const bare = await within(HOUSEKEEPING, (trx) =>
      trx.selectFrom('session').select('id').where('head', 'is', null).limit(PIECE).execute(),
    );
    for (const { id } of bare) {
      await within(HOUSEKEEPING, async (trx) => {
        const session = await trx
          .updateTable('session')
          .set((it) => ({ next_seq: it.ref('next_seq') }))
          .where('id', '=', id)
          .where('head', 'is', null)
          .returning(['id', 'started_at_ms', 'protocol', 'key_id'])
          .executeTakeFirst();
        if (session) await chainStored(trx, session, keys);
      });
      // A long session holds up the process; many need not.
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (bare.length < PIECE) return;
  }
};

const sealAll = async (trx: Transaction<SessionTables>, key: SealKey, atMs: number) => {
  const last = await lastSeal(trx);
  const changed = await trx
    .selectFrom('session')
    .select(['id', 'next_seq', 'head'])
    .where('head', 'is not', null)
    .where((it) => it.or([it('sealed_seq', 'is', null), it('sealed_seq', '<>', it.ref('next_seq'))]))
    .execute();
  const graves = await trx.selectFrom('tombstone').selectAll().where('seal', 'is', null).execute();
  if (changed.length === 0 && graves.length === 0) return undefined;
  const number = (last?.number ?? 0) + 1;
  const sessions = changed.map(({ id, next_seq, head }): SealedSession & { readonly id: string } => ({
    id,
    sessionHash: sessionHashOf(id),
    events: next_seq,
    head: head!,
  }));
  const hash = sealHashOf({
    number,
    atMs,
    before: last?.hash ?? '',
    sessions,
    tombstones: graves.map(buriedOf),
  });
  await trx
    .insertInto('seal')
    .values({ number, at_ms: atMs, hash, signature: key.sign(hash), public_key: key.publicKey })
    .execute();
  for (let from = 0; from < sessions.length; from += PIECE) {
    const rows = sessions
      .slice(from, from + PIECE)
      .map(({ sessionHash, events, head }) => ({ seal: number, session_hash: sessionHash, events, head }));
    await trx.insertInto('sealed_session').values(rows).execute();
  }
  for (const { id, events } of sessions)
    await trx.updateTable('session').set({ sealed_seq: events }).where('id', '=', id).execute();
  for (const { session_hash } of graves)
    await trx
      .updateTable('tombstone')
      .set({ seal: number })
      .where('session_hash', '=', session_hash)
      .execute();
  return number;
};
