import type { SessionEvent } from '../../engine/index.ts';
import type { OutboxDatabase, StoredSession } from './outbox-database.ts';
import { sessionLock, type TabLocks } from './tab-locks.ts';

export type KeepingTrouble = 'storage-full' | 'storage-broken';

export interface SessionWriter {
  /** Keeps the event; written at once, or with its neighbours when a write is under way. */
  append(event: SessionEvent): void;
  /** No more events: writes what is left and lets go of the session. */
  close(): void;
}

export interface WriterPorts {
  readonly database: OutboxDatabase;
  readonly locks: TabLocks;
  /** Told when keeping fails, and `undefined` when it works again. */
  readonly onTrouble: (trouble: KeepingTrouble | undefined) => void;
  readonly wait: (ms: number) => Promise<void>;
}

const RETRY_MS = 5000;

/**
 * Writes one session's log, in order. While the store is full the events wait in memory and are tried again: the
 * session goes on whatever happens here. The tab holds the session's lock until `close`.
 */
export function openWriter(ports: WriterPorts, session: StoredSession): SessionWriter {
  let waiting: SessionEvent[] = [];
  let closed = false;
  let wake = (): void => undefined;

  const writeAll = async (): Promise<void> => {
    await keep(() => ports.database.sessions.put(session), ports);
    for (;;) {
      const batch = waiting;
      waiting = [];
      if (batch.length > 0) await keep(() => ports.database.add(session.id, batch), ports);
      else if (closed) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  void ports.locks.request(sessionLock(session.id), {}, writeAll);

  return {
    append: (event) => {
      waiting.push(event);
      wake();
    },
    close: () => {
      closed = true;
      wake();
    },
  };
}

async function keep(write: () => Promise<unknown>, ports: WriterPorts): Promise<void> {
  for (let failed = false; ; failed = true) {
    try {
      await write();
      if (failed) ports.onTrouble(undefined);
      return;
    } catch (cause) {
      ports.onTrouble(isFull(cause) ? 'storage-full' : 'storage-broken');
      await ports.wait(RETRY_MS);
    }
  }
}

/** Dexie wraps the browser's error: the quota may be named on it, inside it, or as the abort's reason. */
function isFull(cause: unknown): boolean {
  if (typeof cause !== 'object' || cause === null) return false;
  const { name, inner } = cause as { name?: unknown; inner?: unknown };
  return name === 'QuotaExceededError' || isFull(inner);
}
