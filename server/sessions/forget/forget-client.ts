import type { Transaction } from 'kysely';
import type { OpenDatabase } from '../../database/open-database.ts';
import type { Buried } from '../chain.ts';
import { sessionHashOf } from '../chain.ts';
import { deleteSession } from '../delete-session.ts';
import type { SessionTables } from '../session-tables.ts';
import { buriedOf, bury } from '../tombstone.ts';

/** What was destroyed of a client. */
export interface Destroyed {
  /** Ids of keys; none: nothing was encrypted, or it was destroyed before. */
  readonly keyIds: readonly string[];
  readonly sessions: readonly Buried[];
}

/** How often it begins anew where the client makes a session at that very moment. */
const ATTEMPTS = 5;

/**
 * Deletes all sessions of a client, each with its tombstone, and destroys the key that they were encrypted with: both
 * or neither. Works on a full disk. Harmless to repeat.
 *
 * @throws StoreError  (as a rejection)
 */
export const forgetClient = async (
  open: OpenDatabase<SessionTables>,
  client: string,
  nowMs: number,
): Promise<Destroyed> => {
  const early: Buried[] = [];
  for (let attempt = 1; ; attempt++) {
    try {
      const rest = await open.within([client], (trx) => destroy(trx, client, nowMs));
      open.erase();
      return { ...rest, sessions: [...early, ...rest.sessions] };
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      // Where there is no room for all at once, sessions go one by one.
      if (open.explain(error).code === 'full') early.push(...(await deleteOneByOne(open, client, nowMs)));
    }
  }
};

const sessionsOf = async (db: OpenDatabase<SessionTables>['db'], client: string) =>
  (await db.selectFrom('session').select('id').where('client_id', '=', client).orderBy('id').execute()).map(
    ({ id }) => id,
  );

const destroy = async (
  trx: Transaction<SessionTables>,
  client: string,
  nowMs: number,
): Promise<Destroyed> => {
  const sessions: Buried[] = [];
  for (const id of await sessionsOf(trx, client)) {
    await bury(trx, id, nowMs);
    sessions.push(await buriedSession(trx, id));
  }
  // A session that was begun with it meanwhile keeps it from being deleted: then all begins anew.
  const keys = await trx.deleteFrom('client_key').where('client_id', '=', client).returning('id').execute();
  return { keyIds: keys.map(({ id }) => id), sessions };
};

const deleteOneByOne = async (
  open: OpenDatabase<SessionTables>,
  client: string,
  nowMs: number,
): Promise<readonly Buried[]> => {
  const sessions: Buried[] = [];
  const whose = [client];
  for (const id of await open.within(whose, (trx) => sessionsOf(trx, client)))
    if (await deleteSession(open, { id, whose }, nowMs))
      sessions.push(await open.within(whose, (trx) => buriedSession(trx, id)));
  return sessions;
};

const buriedSession = async (db: OpenDatabase<SessionTables>['db'], id: string): Promise<Buried> =>
  buriedOf(
    await db
      .selectFrom('tombstone')
      .selectAll()
      .where('session_hash', '=', sessionHashOf(id))
      .executeTakeFirstOrThrow(),
  );
