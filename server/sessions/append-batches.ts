import type { KeyObject } from 'node:crypto';
import type { Transaction } from 'kysely';
import { fault, ok, type Result } from '../../engine/index.ts';
import type { Whose } from '../access/reach.ts';
import { chainStored } from './chain-stored.ts';
import { headAfter, linkOf, originOf } from './chain.ts';
import type { ClientKeys } from '../keys/client-keys.ts';
import type { AppendFault, LogEntry } from './session-store.ts';
import {
  insertEvents,
  lockSessions,
  moveSession,
  type EventRow,
  type SessionLine,
} from './session-statements.ts';
import type { SessionTables } from './session-tables.ts';
import { readSession, textsAt } from './stored-events.ts';
import { rowForm } from './stored-form.ts';
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
export const appendBatches = async (
  trx: Trx,
  batches: readonly Batch[],
  keys?: ClientKeys,
): Promise<readonly Appended[]> => {
  const sessions = await growingSessions(trx, batches, keys);
  const answers: Appended[] = [];
  for (const batch of batches) {
    const session = sessions.get(batch.id);
    if (session && isWithin(session, batch))
      answers.push(await grow(trx, { session, entries: batch.entries, keys }));
    else answers.push(fault({ code: await whyNot(trx, batch) }));
  }
  const grown = [...sessions.values()].filter(({ fresh }) => fresh.length > 0);
  const rows: EventRow[] = [];
  for (const session of grown)
    rows.push(...chained(session, await keys?.toWrite<SessionTables>(trx, session)));
  await insertEvents(trx, rows);
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
  keys: ClientKeys | undefined,
): Promise<ReadonlyMap<string, Growing>> => {
  const ids = [...new Set(batches.map(({ id }) => id))].sort();
  const sessions = new Map<string, Growing>();
  for (const line of await lockSessions(trx, ids)) {
    const head = line.head ?? (line.next_seq === 0 ? originOfLine(line) : await chainStored(trx, line, keys));
    sessions.set(line.id, { ...line, head, fresh: [] });
  }
  return sessions;
};

interface Growth {
  readonly session: Growing;
  readonly entries: readonly LogEntry[];
  readonly keys: ClientKeys | undefined;
}

/** Adds to `session` what is new of a batch, or nothing. */
const grow = async (trx: Trx, { session, entries, keys }: Growth): Promise<Appended> => {
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
    known ??= await textsBefore(trx, { session, entries, keys });
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
  { session, entries, keys }: Growth,
): Promise<ReadonlyMap<number, string>> => {
  const repeated = entries.map(({ seq }) => seq).filter((seq) => seq < session.next_seq);
  const there =
    repeated.length > 0 ? await textsAt(trx, await readSession(trx, keys, session), repeated) : [];
  // What batches before it in the same transaction bring is not there yet.
  return new Map([...there, ...session.fresh.map(({ seq, text }) => [seq, text] as const)]);
};

/** Rows of a session's new events; its head goes on with them. */
const chained = (session: Growing, key: KeyObject | undefined): readonly EventRow[] =>
  session.fresh.map(({ seq, text }) => {
    session.head = headAfter(session.head, seq, text);
    const row = rowForm(key, session.id, { seq, text, link: linkOf(session.head) });
    return [session.id, seq, row.text, row.link];
  });

const originOfLine = ({ id, started_at_ms, protocol }: SessionLine): string =>
  originOf({ id, startedAtMs: started_at_ms, protocol });
