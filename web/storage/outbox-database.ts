import { Dexie, type DexieOptions, type Table } from 'dexie';
import { Observable } from 'rxjs';
import type { SessionEnded, SessionEvent } from '../../engine/index.ts';

/** A session as this browser keeps it, with how far the service has it. */
export interface StoredSession {
  readonly id: string;
  readonly startedAtMs: number;
  readonly protocol: string;
  readonly source: 'strap' | 'recording' | 'synthetic' | 'none';
  /** Whose it is, see `owner.ts`; absent: nobody's yet, and theirs who sign in next. */
  readonly account?: string;
  /** Events kept here; the next one has this number. */
  readonly kept: number;
  /** Events the service has acknowledged. Never more than it said. */
  readonly acknowledged: number;
  /** The service knows the session. */
  readonly known: 0 | 1;
  /** It was made known, whether or not the service's answer came. */
  readonly offered?: true;
  /** `pending`: something is still to be sent; `refused`: the service will not take it. */
  readonly upload: 'pending' | 'done' | 'refused';
  readonly lastAtMs: number;
  readonly before?: number;
  readonly after?: number;
  readonly ended?: SessionEnded['reason'];
  /** It was put in from a file. */
  readonly restored?: true;
  /** Gone for the person; the line stays only until the service has let go of its copy. */
  readonly deleted?: true;
}

export interface StoredEvent {
  readonly session: string;
  readonly seq: number;
  readonly event: SessionEvent;
}

/** The browser's own store: what happened is here first, and stays here. */
export class OutboxDatabase extends Dexie {
  readonly sessions!: Table<StoredSession, string>;
  readonly events!: Table<StoredEvent, [string, number]>;

  constructor(name = 'attune', options?: DexieOptions) {
    super(name, options);
    this.version(1).stores({ sessions: 'id, startedAtMs, upload', events: '[session+seq]' });
  }

  /** Events of a session with `seq` from `from` on, in order; at most `limit`. */
  async eventsOf(session: string, from = 0, limit = Infinity): Promise<SessionEvent[]> {
    const rows = this.events.where('[session+seq]').between([session, from], [session, Dexie.maxKey]);
    const found = await (Number.isFinite(limit) ? rows.limit(limit) : rows).toArray();
    return found.map((row) => row.event);
  }

  /** Emits when the database was closed under the page: cleared away, deleted, or of no more use to the browser. */
  readonly closed$ = new Observable<void>((subscriber) => {
    // One that never opened was not closed.
    const onClose = (): void => {
      if (this.isOpen()) subscriber.next();
    };
    this.on('close', onClose);
    return () => this.on.close.unsubscribe(onClose);
  });

  /**
   * Writes `events` and brings the session's line up to date, both or neither.
   *
   * @returns false: there is no such session any more, though nobody has deleted it
   */
  async add(session: string, events: readonly SessionEvent[]): Promise<boolean> {
    return this.transaction('rw', this.sessions, this.events, async () => {
      const before = await this.sessions.get(session);
      if (!before || before.deleted) return before !== undefined;
      if (events.length === 0) return true;
      await this.events.bulkPut(events.map((event) => ({ session, seq: event.seq, event })));
      await this.sessions.put({
        ...events.reduce(afterEvent, before),
        upload: before.upload === 'refused' ? 'refused' : 'pending',
      });
      return true;
    });
  }

  /** Writes a session that the store has lost from its beginning. */
  async addWhole(line: StoredSession, events: readonly SessionEvent[]): Promise<void> {
    await this.transaction('rw', this.sessions, this.events, async () => {
      await this.sessions.put(line);
      await this.add(line.id, events);
    });
  }

  /** Deletes the events; the line goes too, unless the service has a copy to be deleted. */
  async remove(session: string): Promise<void> {
    await this.transaction('rw', this.sessions, this.events, async () => {
      const line = await this.sessions.get(session);
      await this.forget(session);
      if (line && (line.known || line.offered))
        await this.sessions.put({ ...line, deleted: true, upload: 'pending' });
    });
  }

  async forget(session: string): Promise<void> {
    await this.transaction('rw', this.sessions, this.events, async () => {
      await this.events.where('[session+seq]').between([session, 0], [session, Dexie.maxKey]).delete();
      await this.sessions.delete(session);
    });
  }
}

/** The session's line after one more event. */
function afterEvent(line: StoredSession, event: SessionEvent): StoredSession {
  const next = {
    ...line,
    kept: Math.max(line.kept, event.seq + 1),
    lastAtMs: Math.max(line.lastAtMs, event.atMs),
  };
  if (event.type === 'session-ended') return { ...next, ended: event.reason };
  if (event.type === 'rating' && event.moment === 'before') return { ...next, before: event.value };
  if (event.type === 'rating' && event.moment === 'after') return { ...next, after: event.value };
  return next;
}
