import type { SessionEvent } from '../../engine/index.ts';
import type { OutboxDatabase, StoredSession } from './outbox-database.ts';
import { reopening } from './reopening.ts';
import { sessionLock, type TabLocks } from './tab-locks.ts';

export type KeepingTrouble = 'storage-full' | 'storage-broken';

export interface SessionWriter {
  /** Keeps the event; written at once, or with its neighbours when a write is under way. */
  append(event: SessionEvent): void;
  /** No more events: writes what is left and lets go of the session. */
  close(): void;
}

/** As the outbox has it. */
export interface KeepingWriter extends SessionWriter {
  /** Every event so far, kept or not. */
  readonly events: readonly SessionEvent[];
  /** The browser's store may have been cleared: looks, and keeps anew what is gone. */
  check(): void;
  /** Settles when the session is over and all of it is kept. */
  readonly kept: Promise<unknown>;
}

export interface WriterPorts {
  readonly database: OutboxDatabase;
  readonly locks: TabLocks;
  /** Told when keeping fails, and `undefined` when it works again. */
  readonly onTrouble: (trouble: KeepingTrouble | undefined) => void;
  /** What was kept before is gone; this session was kept anew, from its first event on. */
  readonly onCleared: () => void;
  readonly wait: (ms: number) => Promise<void>;
}

const RETRY_MS = 5000;

/**
 * Writes one session's log, in order. While the store is full the events wait in memory and are tried again: the
 * session goes on whatever happens here. Where the store was cleared, the whole session is written anew: a log
 * without its beginning is of no use to anybody. The tab holds the session's lock until `close`.
 */
export function openWriter(ports: WriterPorts, session: StoredSession): KeepingWriter {
  const { database, onTrouble, onCleared } = ports;
  const events: SessionEvent[] = [];
  let written = 0;
  let closed = false;
  let toCheck = false;
  let wake = (): void => undefined;

  const write = async (): Promise<void> => {
    const until = events.length;
    if (!(await database.add(session.id, events.slice(written, until)))) {
      await database.addWhole(session, events.slice(0, until));
      onCleared();
    }
    written = until;
  };
  const writeAll = async (): Promise<void> => {
    await keep(() => database.sessions.put(session), ports);
    for (;;) {
      if (written < events.length || toCheck) {
        toCheck = false;
        await keep(write, ports);
      } else if (closed) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  };
  return {
    events,
    append: (event) => {
      events.push(event);
      wake();
    },
    check: () => {
      toCheck = true;
      wake();
    },
    close: () => {
      closed = true;
      wake();
    },
    // Who gives no locks gives no store either.
    kept: ports.locks.request(sessionLock(session.id), {}, writeAll).catch(() => onTrouble('storage-broken')),
  };
}

async function keep(write: () => Promise<unknown>, ports: WriterPorts): Promise<void> {
  for (let failed = false; ; failed = true) {
    try {
      await reopening(ports.database, write);
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
