import type { Transaction } from 'kysely';
import { HOUSEKEEPING, type Within } from '../../database/open-database.ts';
import { headAfter, linkOf, originOf, sessionHashOf } from '../chain.ts';
import { StoreError } from '../../database/store-error.ts';
import type { ClientKeys } from '../../keys/client-keys.ts';
import type { SessionTables } from '../session-tables.ts';
import { readSession, storedEvents, UnreadableEvent } from '../stored-events.ts';

/** The first place where a session does not hold. */
export interface SessionFault {
  readonly session: string;
  /** Absent: it is the session's own line. */
  readonly seq?: number;
  readonly what:
    | 'about' // what the session says of itself was changed
    | 'key' // the key of its client is gone, or was changed
    | 'event' // the event was changed
    | 'missing' // the event is not there
    | 'surplus' // the event is more than the session has
    | 'head' // the chain ends otherwise than the session says
    | 'sums' // times or counts do not follow from the events
    | 'sealed'; // a seal says otherwise
}

export interface SessionVerdict {
  readonly events: number;
  /** Not chained yet: nothing but its numbers could be checked. */
  readonly isBare: boolean;
  /** Absent: it holds. */
  readonly fault?: SessionFault;
}

type Trx = Transaction<SessionTables>;

/** Checks one session as it is at one moment. Absent: it is no longer there. */
export const verifySession = (
  within: Within<SessionTables>,
  id: string,
  keys?: ClientKeys,
): Promise<SessionVerdict | undefined> =>
  within(HOUSEKEEPING, (trx) => verifyWithin(trx, id, keys), { isOneMoment: true });

const verifyWithin = async (
  trx: Trx,
  id: string,
  keys: ClientKeys | undefined,
): Promise<SessionVerdict | undefined> => {
  const line = await trx.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();
  if (!line) return undefined;
  const isBare = line.head === null;
  const sealed = await trx
    .selectFrom('sealed_session')
    .select(['events', 'head'])
    .where('session_hash', '=', sessionHashOf(id))
    .orderBy('seal')
    .execute();
  let events = 0;
  const at = (what: SessionFault['what'], seq?: number): SessionVerdict => ({
    events,
    isBare,
    fault: { session: id, ...(seq !== undefined && { seq }), what },
  });
  let head = originOf({ id, startedAtMs: line.started_at_ms, protocol: line.protocol });
  if (!isBare && line.origin !== linkOf(head)) return at('about');
  const isAsSealed = () => isBare || sealed.every((it) => it.events !== events || it.head === head);
  if (!isAsSealed()) return at('sealed');
  const sums = sumsOf();
  const reading = await readable(trx, keys, line);
  if (reading === 'key') return at('key');
  try {
    for await (const { seq, text, link } of storedEvents(trx, reading)) {
      if (events >= line.next_seq || !Number.isInteger(seq)) return at('surplus', seq);
      if (seq !== events) return at('missing', events);
      head = headAfter(head, seq, text);
      if (!isBare && link !== linkOf(head)) return at('event', seq);
      events += 1;
      if (!isAsSealed()) return at('sealed', seq);
      if (!sums.add(text)) return at('event', seq);
    }
  } catch (error) {
    if (error instanceof UnreadableEvent) return at('event', error.seq);
    throw error;
  }
  if (events < line.next_seq || sealed.some((it) => it.events > events)) return at('missing', events);
  if (!isBare && line.head !== head) return at('head');
  const { first, last, ended } = sums.found;
  const areSums = line.first_at_ms === first && line.last_at_ms === last && line.ended_at_ms === ended;
  if (!areSums || line.sealed_seq !== (sealed.at(-1)?.events ?? null)) return at('sums');
  return { events, isBare };
};

/** `key`: it is not in the database as it was. @throws StoreError  (as a rejection) that is no fault of the log */
const readable = async (
  trx: Trx,
  keys: ClientKeys | undefined,
  line: { readonly id: string; readonly key_id: string | null },
) => {
  try {
    return await readSession(trx, keys, line);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'corrupt') return 'key';
    throw error;
  }
};

/** What a session's line sums up of its events. */
const sumsOf = () => {
  const found: { first: number | null; last: number | null; ended: number | null } = {
    first: null,
    last: null,
    ended: null,
  };
  return {
    found,
    /** @returns false: it is no event */
    add: (text: string): boolean => {
      try {
        const { atMs, type } = JSON.parse(text) as { readonly atMs: number; readonly type: string };
        found.first ??= atMs;
        found.last = atMs;
        if (type === 'session-ended') found.ended = atMs;
        return true;
      } catch {
        return false;
      }
    },
  };
};
