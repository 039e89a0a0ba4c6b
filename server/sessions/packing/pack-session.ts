import { HOUSEKEEPING, type OpenDatabase } from '../../database/open-database.ts';
import type { Kysely } from 'kysely';
import type { ClientKeys } from '../../keys/client-keys.ts';
import { lockSessions } from '../session-statements.ts';
import type { SessionTables } from '../session-tables.ts';
import { eventsFrom, readSession, UnreadableEvent } from '../stored-events.ts';
import { chunkData, isPackable, packed, type StoredEvent } from '../stored-form.ts';

/** Characters of events after which a chunk is full: some 800 events, four minutes of a session. */
const FULL_CHARACTERS = 128 * 1024;
/** Events that are looked at for one chunk. */
const MOST_EVENTS = 4000;

export interface PackPorts {
  readonly open: Pick<OpenDatabase<SessionTables>, 'within'>;
  /** Absent: nothing is encrypted. */
  readonly keys: ClientKeys | undefined;
}

/**
 * Packs the first events of a session that are not packed yet into a chunk: rows and chunk change places in one
 * transaction. Harmless to repeat, at whatever moment it broke off, and from several services at once.
 *
 * @param isQuiet  else only what fills a chunk is packed: the session goes on
 * @returns false: there is nothing to pack now
 * @throws what the driver throws, or StoreError  (as a rejection)
 */
export const packSession = async (
  { open: { within }, keys }: PackPorts,
  id: string,
  isQuiet: boolean,
): Promise<boolean> => {
  const { from, events } = await within(HOUSEKEEPING, (trx) => firstUnpacked(trx, id, keys));
  const last = events.at(-1);
  const isFull = last !== undefined && events.reduce((sum, it) => sum + it.text.length, 0) >= FULL_CHARACTERS;
  if (!last || (!isFull && !isQuiet)) return false;
  // Off the event loop and before the transaction: nobody waits for it.
  const plain = await packed(events);
  return within(HOUSEKEEPING, async (trx) => {
    const [session] = await lockSessions(trx, [id]);
    if (!session || session.head === null) return false;
    const [place, to] = [{ from_seq: from, events: events.length }, from + events.length];
    // Another service may have packed them, or somebody deleted some; what is there is the same otherwise.
    const end = await lastOf(trx, session, { from, to, keys });
    if (end?.link !== last.link || end.count !== events.length) return false;
    const key = await keys?.toWrite<SessionTables>(trx, session);
    await trx.updateTable('session').set({ key_id: session.key_id }).where('id', '=', id).execute();
    const data = chunkData(key, id, { ...place, data: plain });
    await trx
      .insertInto('session_chunk')
      .values({ session_id: id, ...place, data })
      .execute();
    await trx
      .deleteFrom('session_event')
      .where('session_id', '=', id)
      .where('seq', '>=', from)
      .where('seq', '<', to)
      .execute();
    return true;
  });
};

type Db = Kysely<SessionTables>;

/** Events that would be the next chunk; none where there are none, or where they have to wait. */
const firstUnpacked = async (
  db: Db,
  id: string,
  keys: ClientKeys | undefined,
): Promise<{ readonly from: number; readonly events: readonly StoredEvent[] }> => {
  const line = await db
    .selectFrom('session')
    .select(['id', 'key_id', 'head'])
    .where('id', '=', id)
    .executeTakeFirst();
  const from = await firstRow(db, id);
  // What is not chained yet is chained first, by the next seal.
  if (!line || line.head === null || from === undefined) return { from: 0, events: [] };
  return { from, events: await fittingEvents({ db, keys, line, from }) };
};

const firstRow = async (db: Db, id: string): Promise<number | undefined> => {
  const rows = db.selectFrom('session_event').select('seq').where('session_id', '=', id);
  return (await rows.orderBy('seq').limit(1).executeTakeFirst())?.seq;
};

interface Fitting extends Pick<PackPorts, 'keys'> {
  readonly db: Db;
  readonly line: { readonly id: string; readonly key_id: string | null };
  readonly from: number;
}

/** Events that go into one chunk. What is not as the service writes it ends them: it stays where verifying names it. */
const fittingEvents = async ({ db, keys, line, from }: Fitting): Promise<readonly StoredEvent[]> => {
  const events: StoredEvent[] = [];
  let characters = 0;
  const reading = await readSession(db, keys, line);
  try {
    for await (const event of eventsFrom(db, reading, { from, limit: MOST_EVENTS })) {
      if (event.seq !== from + events.length || !isPackable(event)) break;
      events.push(event);
      if ((characters += event.text.length) >= FULL_CHARACTERS) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
  }
  return events;
};

interface Stretch extends Pick<PackPorts, 'keys'> {
  readonly from: number;
  readonly to: number;
}

/** The last of the rows of a stretch, and how many they are. */
const lastOf = async (
  trx: Db,
  session: { readonly id: string; readonly key_id: string | null },
  { from, to, keys }: Stretch,
) => {
  const rows = trx
    .selectFrom('session_event')
    .where('session_id', '=', session.id)
    .where('seq', '>=', from)
    .where('seq', '<', to);
  const { count } = await rows.select((it) => it.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  if (count === 0) return undefined;
  const reading = await readSession(trx, keys, session);
  for await (const { link } of eventsFrom(trx, reading, { from: to - 1, limit: 1 })) return { link, count };
  return undefined;
};
