import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { FastifyInstance } from 'fastify';
import { Subject } from 'rxjs';
import type { SessionEvent } from '../../../engine/index.ts';
import { OutboxDatabase, type StoredSession } from '../../../web/storage/outbox-database.ts';
import { openOutbox, type Outbox } from '../../../web/storage/outbox.ts';
import { sessionApi } from '../../../web/storage/session-api.ts';
import { endingOf } from '../../../web/session/ending-of.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import { FakeLocks } from '../fake-locks.ts';

export const SESSION_ID = '00000000-0000-4000-8000-000000000001';

export const newSession = (id = SESSION_ID, startedAtMs = 1000) =>
  ({ id, startedAtMs, protocol: 'craving-session', source: 'none' }) as const;

export const stored = (about: Partial<StoredSession> = {}): StoredSession => ({
  ...newSession(),
  kept: 0,
  acknowledged: 0,
  known: 0,
  upload: 'pending',
  lastAtMs: 1000,
  ...about,
});

/** `count` events of a log, from number `from` on. */
export const marks = (count: number, from = 0): SessionEvent[] =>
  Array.from({ length: count }, (_, i) => ({
    type: 'mark',
    atMs: 1000 + from + i,
    author: 'person',
    what: 'craving',
    seq: from + i,
  }));

export const databaseIn = (factory: IDBFactory): OutboxDatabase =>
  new OutboxDatabase('attune', { indexedDB: factory, IDBKeyRange });

/** The fetch border, answered in the process by the service itself. `away` while there is none. */
export class Network {
  app: FastifyInstance | undefined;
  readonly requests: string[] = [];

  readonly fetch: typeof globalThis.fetch = async (input, init) => {
    const url = input as string;
    const method = init?.method as 'POST' | 'DELETE';
    this.requests.push(`${method} ${url.replace('/api/v1/sessions', '')}`);
    if (!this.app) throw new TypeError('Failed to fetch');
    const { statusCode, body } = await this.app.inject({
      method,
      url,
      ...(typeof init?.body === 'string' && {
        payload: init.body,
        headers: { 'content-type': 'application/json' },
      }),
    });
    return new Response(statusCode === 204 ? null : body, { status: statusCode });
  };
}

export interface Tab {
  readonly outbox: Outbox;
  readonly database: OutboxDatabase;
  readonly online$: Subject<void>;
  /** As closing the tab does: nothing of it goes on. */
  kill(): void;
}

/** One browser: tabs that share a store and locks, on virtual time. */
export class Browser {
  readonly factory = new IDBFactory();
  readonly locks = new FakeLocks();
  readonly time = new VirtualTime();
  readonly network = new Network();

  open(): Tab {
    const database = databaseIn(this.factory);
    const locks = this.locks.tab();
    const closing = new AbortController();
    const online$ = new Subject<void>();
    const outbox = openOutbox(
      {
        database,
        locks,
        endingOf,
        online$,
        api: sessionApi(this.network.fetch),
        scheduler: this.time.scheduler,
      },
      closing.signal,
    );
    const kill = (): void => {
      closing.abort();
      locks.kill();
      database.close({ disableAutoOpen: true });
    };
    return { outbox, database, online$, kill };
  }

  /**
   * Lets virtual time pass until `holds`; fails after half an hour of it. A real timer with each second: the store
   * and its live queries wait for real ones, which virtual time alone would outrun.
   */
  async until(holds: () => boolean | Promise<boolean>): Promise<void> {
    for (let s = 0; s < 1800; s++) {
      if (await holds()) return;
      await this.time.pass(1000);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    throw new Error('it never came to hold');
  }
}
