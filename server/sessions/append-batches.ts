import type { Transaction } from 'kysely';
import { fault, ok, type Result } from '../../engine/index.ts';
import type { Whose } from '../access/reach.ts';
import { chainStored } from './chain-stored.ts';
import { headAfter, linkOf, originOf } from './chain.ts';
import type { AppendFault, LogEntry } from './session-store.ts';
import {
  insertEvents,
  lockSessions,
  moveSession,
  type EventRow,
  type SessionLine,
} from './session-statements.ts';
import type { SessionTables } from './session-tables.ts';
import { buriedIn } from './tombstone.ts';

type Trx = Transaction<SessionTables>;

/** Events of one session that came together. */
export interface Batch {
  /** Whose sessions it may go to. */
  readonly whose: Whose;
  readonly id: string;
  readonly entries: readonly LogEntry[];
}

export type Appended = Result<{ readonly nextSeq: number }, AppendFault>;

/** A session as the transaction will leave it. */
interface Growing extends SessionLine {
  head: string;
  readonly fresh: LogEntry[];
}

/**
 * Appends batches of any sessions in their order, each all or not at all: one that does not fit leaves the others as if
 * it had never come.
 */
export const appendBatches = async (trx: Trx, batches: readonly Batch[]): Promise<readonly Appended[]> => {
  const sessions = await growingSessions(trx, batches);
  const answers: Appended[] = [];
  for (const batch of batches) {
    const session = sessions.get(batch.id);
    if (session && isWithin(session, batch)) answers.push(await grow(trx, session, batch.entries));
    else answers.push(fault({ code: await whyNot(trx, batch) }));
  }
  const grown = [...sessions.values()].filter(({ fresh }) => fresh.length > 0);
  await insertEvents(trx, grown.flatMap(chained));
  for (const session of grown) await moveSession(trx, session);
  return answers;
};

const whyNot = async (trx: Trx, { whose, id }: Batch) =>
  (await buriedIn(trx, whose, id)) === 'theirs' ? 'deleted' : 'unknown-session';

const isWithin = ({ client_id }: SessionLine, { whose }: Batch): boolean =>
  whose === 'all' || (client_id !== null && whose.includes(client_id));

const growingSessions = async (
  trx: Trx,
  batches: readonly Batch[],
): Promise<ReadonlyMap<string, Growing>> => {
  const ids = [...new Set(batches.map(({ id }) => id))].sort();
  const sessions = new Map<string, Growing>();
  for (const line of await lockSessions(trx, ids)) {
    const head = line.head ?? (line.next_seq === 0 ? originOfLine(line) : await chainStored(trx, line));
    sessions.set(line.id, { ...line, head, fresh: [] });
  }
  return sessions;
};

/** Adds to `session` what is new of a batch, or nothing. */
const grow = async (trx: Trx, session: Growing, entries: readonly LogEntry[]): Promise<Appended> => {
  const before = session.next_seq;
  const added: LogEntry[] = [];
  let known: ReadonlyMap<number, string> | undefined;
  for (const entry of entries) {
    const nextSeq = before + added.length;
    if (entry.seq > nextSeq) return fault({ code: 'gap', expectedSeq: nextSeq });
    if (entry.seq === nextSeq) {
      added.push(entry);
      continue;
    }
    known ??= await textsBefore(trx, session, entries);
    const text = added[entry.seq - before]?.text ?? known.get(entry.seq);
    if (text !== entry.text) return fault({ code: 'conflict', seq: entry.seq });
  }
  const last = added.at(-1);
  if (last) {
    session.fresh.push(...added);
    session.next_seq = before + added.length;
    session.first_at_ms ??= added[0]!.atMs;
    session.last_at_ms = last.atMs;
    session.ended_at_ms = added.findLast(({ type }) => type === 'session-ended')?.atMs ?? session.ended_at_ms;
  }
  return ok({ nextSeq: session.next_seq });
};

/** Texts of what the session had before the batch, as far as the batch says them again. */
const textsBefore = async (
  trx: Trx,
  { id, next_seq, fresh }: Growing,
  entries: readonly LogEntry[],
): Promise<ReadonlyMap<number, string>> => {
  const repeated = entries.map(({ seq }) => seq).filter((seq) => seq < next_seq);
  const there = trx.selectFrom('session_event').select(['seq', 'text']).where('session_id', '=', id);
  const rows = repeated.length === 0 ? [] : await there.where('seq', 'in', repeated).execute();
  // What batches before it in the same transaction bring is not there yet.
  return new Map([...rows, ...fresh].map(({ seq, text }) => [seq, text]));
};

/** Rows of a session's new events; its head goes on with them. */
const chained = (session: Growing): readonly EventRow[] =>
  session.fresh.map(({ seq, text }) => {
    session.head = headAfter(session.head, seq, text);
    return [session.id, seq, text, linkOf(session.head)];
  });

const originOfLine = ({ id, started_at_ms, protocol }: SessionLine): string =>
  originOf({ id, startedAtMs: started_at_ms, protocol });
