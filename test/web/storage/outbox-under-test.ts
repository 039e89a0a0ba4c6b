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
  /** What the browser says of its network. */
  online = true;
  /** Requests made now are answered in the page's own time, so that has to go on meanwhile. */
  silent = false;
  readonly requests: string[] = [];
  /** When each of them was made, in virtual time. */
  readonly askedAtMs: number[] = [];
  readonly #clock: () => number;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  readonly fetch: typeof globalThis.fetch = (input, init = {}) => {
    const url = input as string;
    this.askedAtMs.push(this.#clock());
    this.requests.push(`${init.method} ${url.replace('/api/v1/sessions', '')}`);
    const response = this.answer(url, init);
    if (!this.silent) this.#underWay.add(response);
    void response.catch(() => undefined).finally(() => this.#underWay.delete(response));
    return response;
  };

  /** Every request so far is answered: they take real turns, which virtual time would outrun. */
  async answered(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  protected async answer(url: string, init: RequestInit): Promise<Response> {
    const method = init.method as 'POST' | 'DELETE';
    if (!this.app) throw new TypeError('Failed to fetch');
    const { statusCode, body } = await this.app.inject({
      method,
      url,
      ...(typeof init.body === 'string' && {
        payload: init.body,
        headers: { 'content-type': 'application/json' },
      }),
    });
    return new Response(statusCode === 204 ? null : body, { status: statusCode });
  }
}

export interface Tab {
  readonly outbox: Outbox;
  readonly database: OutboxDatabase;
  readonly online$: Subject<void>;
  /** As closing the tab does: nothing of it goes on. */
  kill(): void;
}

/** One browser: tabs that share a store and locks, on virtual time. */
export class Browser<N extends Network = Network> {
  readonly factory = new IDBFactory();
  readonly locks = new FakeLocks();
  readonly time = new VirtualTime();
  readonly network: N;

  constructor(network: (time: VirtualTime) => N) {
    this.network = network(this.time);
  }

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
        api: sessionApi(this.network.fetch, {
          scheduler: this.time.scheduler,
          isOnline: () => this.network.online,
        }),
        scheduler: this.time.scheduler,
        // The longest of the waits that chance may give.
        chance: () => 1,
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
      await this.network.answered();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    throw new Error('it never came to hold');
  }
}
