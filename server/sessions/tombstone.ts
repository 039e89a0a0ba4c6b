import type { Kysely, Selectable } from 'kysely';
import { linkOf, sessionHashOf, tombstoneHashOf, type Buried } from './chain.ts';
import type { SessionTables } from './session-tables.ts';

/** Whether a session of that id was deleted here. */
export const isBuried = async (db: Kysely<SessionTables>, id: string): Promise<boolean> => {
  const row = await db
    .selectFrom('tombstone')
    .select('events')
    .where('session_hash', '=', sessionHashOf(id))
    .executeTakeFirst();
  return row !== undefined;
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
    .returning(['next_seq', 'head'])
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
      deleted_at_ms: deletedAtMs,
      events: it.events,
      head: it.head,
      link: linkOf(tombstoneHashOf(it)),
    })
    .onConflict((on) => on.column('session_hash').doNothing())
    .execute();
  return true;
};
