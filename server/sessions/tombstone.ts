import type { Kysely, Selectable } from 'kysely';
import type { Whose } from '../access/reach.ts';
import { linkOf, ownerHashOf, sessionHashOf, tombstoneHashOf, type Buried } from './chain.ts';
import type { SessionTables } from './session-tables.ts';

/**
 * Whether a session of that id was deleted here, and had belonged to one of these.
 * @returns `undefined`: none was
 */
export const buriedIn = async (
  db: Kysely<SessionTables>,
  whose: Whose,
  id: string,
): Promise<'theirs' | 'others' | undefined> => {
  const row = await db
    .selectFrom('tombstone')
    .select('owner_hash')
    .where('session_hash', '=', sessionHashOf(id))
    .executeTakeFirst();
  if (!row) return undefined;
  const isTheirs = whose === 'all' || whose.some((client) => ownerHashOf(id, client) === row.owner_hash);
  return isTheirs ? 'theirs' : 'others';
};

/** A row of the table as hashes have it. */
export const buriedOf = (row: Selectable<SessionTables['tombstone']>): Buried => ({
  sessionHash: row.session_hash,
  deletedAtMs: row.deleted_at_ms,
  events: row.events,
  head: row.head,
});

/**
 * Deletes a session with its events, and leaves a tombstone.
 *
 * @param db  a transaction: neither is without the other
 * @returns false: there was no such session
 */
export const bury = async (db: Kysely<SessionTables>, id: string, deletedAtMs: number): Promise<boolean> => {
  const session = await db
    .deleteFrom('session')
    .where('id', '=', id)
    .returning(['next_seq', 'head', 'client_id'])
    .executeTakeFirst();
  if (!session) return false;
  const it = {
    sessionHash: sessionHashOf(id),
    deletedAtMs,
    events: session.next_seq,
    head: session.head ?? '',
  };
  await db
    .insertInto('tombstone')
    .values({
      session_hash: it.sessionHash,
      owner_hash: session.client_id === null ? null : ownerHashOf(id, session.client_id),
      deleted_at_ms: deletedAtMs,
      events: it.events,
      head: it.head,
      link: linkOf(tombstoneHashOf(it)),
    })
    .onConflict((on) => on.column('session_hash').doNothing())
    .execute();
  return true;
};
