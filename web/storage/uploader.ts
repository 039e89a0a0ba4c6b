import type { OutboxDatabase, StoredSession } from './outbox-database.ts';
import type { Reply, SessionApi } from './session-api.ts';

export type UploadOutcome = 'sent' | 'idle' | 'away' | 'full';

/** Events in one request: some hundred kB of JSON at the most. */
const BATCH = 500;

/**
 * Sends one step of what is pending, oldest session first: makes the session known or sends its next batch.
 *
 * @returns `sent` if there may be more, `idle` when all is acknowledged, `away` when the service cannot be
 *   reached, `full` when its disk is full
 */
export async function uploadStep(database: OutboxDatabase, api: SessionApi): Promise<UploadOutcome> {
  const [session] = await database.sessions.where('upload').equals('pending').sortBy('startedAtMs');
  if (!session) return 'idle';
  const reply = await send(database, api, session);
  if (reply.kind === 'away') return reply.full ? 'full' : 'away';
  if (session.deleted) {
    await database.forget(session.id);
    return 'sent';
  }
  await database.transaction('rw', database.sessions, async () => {
    const now = await database.sessions.get(session.id);
    if (now) await database.sessions.put(afterReply(now, reply));
  });
  return 'sent';
}

async function send(database: OutboxDatabase, api: SessionApi, session: StoredSession): Promise<Reply> {
  if (session.deleted) return api.remove(session.id);
  if (!session.known) return api.create(session);
  const events = await database.eventsOf(session.id, session.acknowledged, BATCH);
  return events.length === 0
    ? { kind: 'taken', nextSeq: session.acknowledged }
    : api.append(session.id, events);
}

/** The session's line after the service's answer. Only its own word moves `acknowledged`. */
function afterReply(line: StoredSession, reply: Exclude<Reply, { kind: 'away' }>): StoredSession {
  switch (reply.kind) {
    case 'taken': {
      const acknowledged = Math.min(reply.nextSeq, line.kept);
      return {
        ...line,
        known: 1,
        acknowledged,
        upload: line.known && acknowledged >= line.kept ? 'done' : 'pending',
      };
    }
    case 'gap':
      // Numbers past what is kept here would mean that another log has this id.
      return reply.expectedSeq > line.kept
        ? { ...line, upload: 'refused' }
        : { ...line, acknowledged: reply.expectedSeq };
    case 'unknown-session':
      return { ...line, known: 0, acknowledged: 0 };
    case 'refused':
      return { ...line, upload: 'refused' };
  }
}

export type Reach = 'reached' | 'away' | 'full';

export interface UploaderPorts {
  readonly database: OutboxDatabase;
  readonly api: SessionApi;
  /** Resolves after `ms`, or sooner when there is `news` to send or the network is back `online`. */
  readonly wait: (ms: number, or: 'news' | 'online') => Promise<void>;
  readonly onReach: (reach: Reach) => void;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/** Sends whatever is pending, for as long as `signal` allows; waits twice as long after each failure. */
export async function keepUploading(ports: UploaderPorts, signal: AbortSignal): Promise<void> {
  let waitMs = FIRST_WAIT_MS;
  while (!signal.aborted) {
    const outcome = await uploadStep(ports.database, ports.api).catch(() => 'away' as const);
    if (outcome === 'away' || outcome === 'full') {
      ports.onReach(outcome);
      await ports.wait(waitMs, 'online');
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    } else {
      ports.onReach('reached');
      waitMs = FIRST_WAIT_MS;
      if (outcome === 'idle') await ports.wait(LONGEST_WAIT_MS, 'news');
    }
  }
}
