import type { Whose } from '../access/reach.ts';
import type { Kysely } from 'kysely';
import type { OpenDatabase } from '../database/open-database.ts';
import type { SessionTables } from './session-tables.ts';
import { bury } from './tombstone.ts';

type Open = OpenDatabase<SessionTables>;
type Db = Kysely<SessionTables>;

/** A session, and in whose name it goes. */
interface Named {
  readonly id: string;
  readonly whose: Whose;
}

/** Events that are looked at for one piece of a deletion, and the characters after which it is large enough. */
const PIECE_EVENTS = 500;
const PIECE_CHARACTERS = 200_000;

/**
 * Deletes a session with its events and leaves its tombstone. On a full disk, where even that needs room, it makes what
 * room there is, and if that is not enough for the whole it deletes from the end, piece by piece, so that what is left
 * is a shorter log should it fail.
 *
 * @returns false: there was no such session
 * @throws StoreError  (as a rejection)
 */
export const deleteSession = async (open: Open, { id, whose }: Named, nowMs: number): Promise<boolean> => {
  const attempt = async (): Promise<boolean | 'no-room'> => {
    try {
      return await open.within(whose, (trx) => bury(trx, id, nowMs));
    } catch (error) {
      if (open.explain(error).code === 'full') return 'no-room';
      throw error;
    }
  };
  const atOnce = await attempt();
  if (atOnce !== 'no-room') return atOnce;
  open.makeRoom();
  const withRoom = await attempt();
  if (withRoom !== 'no-room') return withRoom;
  for (;;) {
    // What the piece before has written is room again.
    open.erase();
    if (!(await deleteLastEvents(open, { id, whose }))) break;
  }
  return open.within(whose, (trx) => bury(trx, id, nowMs));
};

/** @returns false: there are none */
const deleteLastEvents = ({ within }: Open, { id, whose }: Named): Promise<boolean> =>
  within(whose, async (trx) => {
    const from = (await lastRows(trx, id)) ?? (await lastChunk(trx, id));
    if (from === undefined) return false;
    await trx.deleteFrom('session_event').where('session_id', '=', id).where('seq', '>=', from).execute();
    await trx
      .deleteFrom('session_chunk')
      .where('session_id', '=', id)
      .where('from_seq', '>=', from)
      .execute();
    // Should the deletion break off, what is left is chained anew.
    await trx.updateTable('session').set({ next_seq: from, head: null }).where('id', '=', id).execute();
    return true;
  });

/** Where the last rows begin that are one piece. Absent: there are none. */
const lastRows = async (trx: Db, id: string): Promise<number | undefined> => {
  const last = await trx
    .selectFrom('session_event')
    .select((it) => ['seq', it.fn<number>('length', ['text']).as('characters')])
    .where('session_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(PIECE_EVENTS)
    .execute();
  let characters = 0;
  const piece = last.filter((event, i) => (characters += event.characters) <= PIECE_CHARACTERS || i === 0);
  return piece.at(-1)?.seq;
};

const lastChunk = async (trx: Db, id: string): Promise<number | undefined> => {
  const chunks = trx.selectFrom('session_chunk').select('from_seq').where('session_id', '=', id);
  return (await chunks.orderBy('from_seq', 'desc').limit(1).executeTakeFirst())?.from_seq;
};
