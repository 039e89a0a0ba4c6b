import type { SessionEvent } from '../../engine/index.ts';
import type { StepOutcome } from './keep-trying.ts';
import type { OutboxDatabase, StoredSession } from './outbox-database.ts';
import { isOf } from './owner.ts';
import type { Reply, SessionApi } from './session-api.ts';

/** Events in one request: some hundred kB of JSON at the most. */
const LARGEST_BATCH = 500;

/**
 * Gives the step that sends what is pending, oldest session first: it makes the session known or sends its next
 * batch. A batch that did not get through in time, or was too large, is followed by one of half its size. A session
 * that met with trouble stands back behind the others: it may be its content that somebody does not let through.
 *
 * @param owner  in whose name `api` asks: sessions of somebody else wait; absent: in nobody's
 */
export function uploadSteps(
  database: OutboxDatabase,
  api: SessionApi,
  owner?: string,
): () => Promise<StepOutcome> {
  let batch = LARGEST_BATCH;
  /** The most that was ever acknowledged, by session: what was there before and is sent again is no progress. */
  const furthest = new Map<string, number>();
  const turns = takingTurns();

  return async () => {
    const pending = await database.sessions.where('upload').equals('pending').sortBy('startedAtMs');
    const session = turns.next(pending.filter((line) => !line.deleted && isOf(owner)(line)));
    if (!session) return { kind: 'idle' };
    // From here on it may be theirs at the service, whether or not an answer comes.
    if (owner !== undefined && session.account === undefined)
      await database.sessions.update(session.id, { account: owner });
    if (!session.known && !session.offered) await database.sessions.update(session.id, { offered: true });
    const events = session.known ? await database.eventsOf(session.id, session.acknowledged, batch) : [];
    const said = await send(api, session, events);
    // As it stands now: while this was at it, more may have been kept, and sent.
    const { kept = 0 } = (await database.sessions.get(session.id)) ?? {};
    const reply = checked(said, { ...session, kept }, events.length);
    turns.went(session.id, reply.kind !== 'trouble');
    if (reply.kind === 'taken') batch = Math.min(batch * 2, LARGEST_BATCH);
    if (reply.kind === 'trouble') {
      if (reply.lessMayPass) batch = halfOf(Math.min(batch, Math.max(1, events.length)));
      return reply;
    }
    if (reply.kind === 'too-large' && events.length > 1) {
      batch = halfOf(Math.min(batch, events.length));
      return { kind: 'setback' };
    }
    await database.transaction('rw', database.sessions, database.events, async () => {
      const now = await database.sessions.get(session.id);
      if (!now || now.deleted) return;
      if (reply.kind === 'deleted' && isToGo(now)) await database.forget(now.id);
      else await database.sessions.put(afterReply(now, reply));
    });
    if (reply.kind === 'gap' || reply.kind === 'unknown-session') return { kind: 'setback' };
    if (reply.kind !== 'taken' || reply.nextSeq <= (furthest.get(session.id) ?? 0)) return { kind: 'moved' };
    furthest.set(session.id, reply.nextSeq);
    return { kind: 'progress' };
  };
}

/** Whose turn it is: of those that failed the fewest times in a row the first. */
function takingTurns() {
  const failures = new Map<string, number>();
  const failuresOf = ({ id }: StoredSession): number => failures.get(id) ?? 0;
  return {
    next: (lines: readonly StoredSession[]): StoredSession | undefined =>
      lines.reduce<StoredSession | undefined>(
        (first, line) => (first && failuresOf(first) <= failuresOf(line) ? first : line),
        undefined,
      ),
    went: (id: string, well: boolean): void => {
      if (well) failures.delete(id);
      else failures.set(id, (failures.get(id) ?? 0) + 1);
    },
  };
}

const halfOf = (batch: number): number => Math.max(1, Math.floor(batch / 2));

function send(api: SessionApi, session: StoredSession, events: readonly SessionEvent[]): Promise<Reply> {
  if (!session.known) return api.create(session);
  return events.length === 0
    ? Promise.resolve({ kind: 'taken', nextSeq: session.acknowledged })
    : api.append(session.id, events);
}

/**
 * The reply, if our service can have given it. A log that is longer there than here is not the one that is kept here.
 */
function checked(reply: Reply, { known, kept, acknowledged }: StoredSession, sent: number): Reply {
  const count = reply.kind === 'taken' ? reply.nextSeq : reply.kind === 'gap' ? reply.expectedSeq : undefined;
  if (count === undefined) return reply;
  if (count > kept) return { kind: 'refused', code: 'conflict' };
  const fits = reply.kind === 'gap' ? count < acknowledged : count >= (known ? acknowledged + sent : 0);
  return fits && count >= 0 ? reply : { kind: 'trouble', why: 'interposed' };
}

/** Whether a session that was deleted at the service goes here too: not while it runs, nor if it was put in again. */
const isToGo = ({ ended, restored }: StoredSession): boolean => ended !== undefined && !restored;

/** The session's line after the service's answer. Only its own word moves `acknowledged`. */
function afterReply(line: StoredSession, reply: Exclude<Reply, { kind: 'trouble' }>): StoredSession {
  switch (reply.kind) {
    case 'taken': {
      const { nextSeq: acknowledged } = reply;
      const isAll = line.known && acknowledged >= line.kept;
      return { ...line, known: 1, acknowledged, upload: isAll ? 'done' : 'pending' };
    }
    case 'gap':
      return { ...line, acknowledged: reply.expectedSeq };
    case 'unknown-session':
      return { ...line, known: 0, acknowledged: 0 };
    case 'deleted':
      // It stays here alone: nothing is to be sent, and nothing is missing there.
      return { ...line, known: 0, acknowledged: 0, upload: 'done' };
    case 'too-large':
    case 'refused':
      return { ...line, upload: 'refused' };
  }
}

/**
 * Gives the step that deletes at the service what was deleted here. The line goes only when the service has said
 * that it has no copy; until then it waits, and holds up no upload.
 */
export function deleteSteps(
  database: OutboxDatabase,
  api: SessionApi,
  owner?: string,
): () => Promise<StepOutcome> {
  const turns = takingTurns();
  return async () => {
    const session = turns.next(
      await database.sessions.filter((line) => line.deleted === true && isOf(owner)(line)).toArray(),
    );
    if (!session) return { kind: 'idle' };
    const reply = await api.remove(session.id);
    turns.went(session.id, reply.kind === 'unknown-session');
    if (reply.kind === 'unknown-session') {
      await database.forget(session.id);
      return { kind: 'progress' };
    }
    return reply.kind === 'trouble' ? reply : { kind: 'trouble', why: 'interposed' };
  };
}
