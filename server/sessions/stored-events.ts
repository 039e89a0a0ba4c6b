import type { KeyObject } from 'node:crypto';
import type { Kysely } from 'kysely';
import { StoreError } from '../database/store-error.ts';
import type { ClientKeys } from '../keys/client-keys.ts';
import type { SessionTables } from './session-tables.ts';
import { eventOfRow, eventsOfChunk, type Chunk, type StoredEvent } from './stored-form.ts';

type Db = Kysely<SessionTables>;

/** Events held in memory at a time, beside a chunk. */
const PAGE = 1000;

/** A session whose events are read. */
interface ReadSession {
  readonly id: string;
  /** Absent: nothing of it is encrypted. */
  readonly key: KeyObject | undefined;
}

/** Where it cannot be read because it was changed. */
export class UnreadableEvent extends StoreError {
  readonly seq: number;
  constructor(seq: number, cause: unknown) {
    super('corrupt', 'Events of a session were changed and cannot be read. Restore a backup.', { cause });
    this.seq = seq;
  }
}

/** The session with the key that it is read with. @throws StoreError  (as a rejection) that cannot be had */
export const readSession = async (
  db: Db,
  keys: ClientKeys | undefined,
  { id, key_id }: { readonly id: string; readonly key_id: string | null },
): Promise<ReadSession> => {
  if (key_id !== null && !keys)
    throw new StoreError('failed', 'This session is encrypted, and the key of the service is not at hand.');
  return { id, key: await keys?.toRead(db, { key_id }) };
};

/**
 * Events from a number on, in order, as rows and chunks have them. The one place that knows both.
 * @throws UnreadableEvent  (as a rejection) when it comes to that event
 */
export async function* eventsFrom(
  db: Db,
  session: ReadSession,
  { from, limit }: { readonly from: number; readonly limit: number },
): AsyncGenerator<StoredEvent> {
  // Rows first: what is packed after that is in them, and what was packed before is in the chunks.
  const rows = await db
    .selectFrom('session_event')
    .select(['seq', 'text', 'link'])
    .where('session_id', '=', session.id)
    .where('seq', '>=', from)
    .orderBy('seq')
    .limit(limit)
    .execute();
  const firstRow = rows[0]?.seq ?? Infinity;
  let given = 0;
  for (const chunk of firstRow > from ? await chunksIn(db, session.id, { from, to: from + limit }) : [])
    for (const event of readChunk(session, chunk)) {
      if (event.seq < from || event.seq >= firstRow) continue;
      if (given++ === limit) return;
      yield event;
    }
  for (const row of rows.slice(0, limit - given)) yield readRow(session, row);
}

/** All events of a session, in order. Meanwhile rows may be changed or packed, not removed. */
export async function* storedEvents(db: Db, session: ReadSession): AsyncGenerator<StoredEvent> {
  for (let from = 0; ;) {
    let count = 0;
    for await (const event of eventsFrom(db, session, { from, limit: PAGE })) {
      count += 1;
      from = event.seq + 1;
      yield event;
    }
    if (count < PAGE) return;
  }
}

/** Texts of some events, as far as they are there. Whoever calls holds the session's lock. */
export const textsAt = async (
  db: Db,
  session: ReadSession,
  seqs: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  const rows = await db
    .selectFrom('session_event')
    .select(['seq', 'text', 'link'])
    .where('session_id', '=', session.id)
    .where('seq', 'in', seqs)
    .execute();
  const texts = new Map(rows.map((row) => [row.seq, readRow(session, row).text]));
  for (const seq of seqs) {
    if (texts.has(seq)) continue;
    const [chunk] = await chunksIn(db, session.id, { from: seq, to: seq + 1 });
    for (const event of chunk ? readChunk(session, chunk) : []) texts.set(event.seq, event.text);
  }
  return texts;
};

const chunksIn = (
  db: Db,
  session: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly Chunk[]> =>
  db
    .selectFrom('session_chunk')
    .select(['from_seq', 'events', 'data'])
    .where('session_id', '=', session)
    .where('from_seq', '<', to)
    .where((it) => it(it('from_seq', '+', it.ref('events')), '>', from))
    .orderBy('from_seq')
    .execute();

const readRow = (session: ReadSession, row: StoredEvent): StoredEvent => {
  try {
    return eventOfRow(session.key, session.id, row);
  } catch (cause) {
    throw new UnreadableEvent(row.seq, cause);
  }
};

const readChunk = (session: ReadSession, chunk: Chunk): readonly StoredEvent[] => {
  try {
    return eventsOfChunk(session.key, session.id, chunk);
  } catch (cause) {
    throw new UnreadableEvent(chunk.from_seq, cause);
  }
};
