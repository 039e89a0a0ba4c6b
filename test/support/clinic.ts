import type { FastifyInstance } from 'fastify';
import type { Kysely } from 'kysely';
import type { Role } from '../../server/access/actor.ts';
import type { Action } from '../../server/access/rules.ts';
import type { AccessLine } from '../../server/access/ties.ts';
import { buildApp, type AppOptions } from '../../server/app.ts';
import type { Forgotten } from '../../server/contract/index.ts';
import { sqlCommandStore } from '../../server/rooms/command-store.ts';
import { sqlRelayStore } from '../../server/relays/relay-store.ts';
import { roomWire } from '../../server/rooms/room-wire.ts';
import { sqlCareStore, type CareStore } from '../../server/care/care-store.ts';
import type { ExportPorts } from '../../server/export-jobs.ts';
import type { ExportJobs } from '../../server/sessions/client-export-job-routes.ts';
import { openSqlite } from '../../server/database/dialects/sqlite.ts';
import { openOnce } from '../../server/database/reopening.ts';
import { SCHEMA, type Tables } from '../../server/schema.ts';
import type { SessionStore } from '../../server/sessions/session-store.ts';
import { sqlSessionStore } from '../../server/sessions/sql-session-store.ts';

export interface Reply {
  readonly status: number;
  readonly text: string;
  /** The body, read as JSON; undefined where it is none. */
  readonly json: unknown;
}

interface Asked {
  /** Who asks; absent: nobody is signed in. */
  readonly as?: string | undefined;
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** What follows the service's prefix. */
  readonly path: string;
  readonly body?: object | Buffer | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A route of the API. */
interface Route {
  /** Method and path, as it is declared. */
  readonly name: string;
  readonly action: Action;
  /** The schema of each status. */
  readonly replies: Readonly<Record<string, unknown>>;
}

export interface Clinic {
  readonly app: FastifyInstance;
  readonly routes: readonly Route[];
  readonly db: Kysely<Tables>;
  readonly store: SessionStore;
  readonly care: CareStore;
  /** Who has an account, by its id; may change at any time. */
  readonly accounts: Map<string, Role>;
  /** Lines of the access log, in the order in which they were written. */
  readonly lines: AccessLine[];
  /** Epoch ms; may be moved. */
  clock: { nowMs: number };
  ask(asked: Asked): Promise<Reply>;
  close(): Promise<void>;
}

/** An account's id that follows from a number. */
export const accountId = (n: number): string => `aaaaaaaa-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

const NOTHING_FORGOTTEN: Forgotten = {
  ...{
    attune: 'forgotten',
    format: 1,
    atMs: 0,
    clientHash: 'c'.repeat(43),
    keyIds: [],
    sessions: [],
    tracks: 0,
  },
  ...{ publicKey: 'k'.repeat(43), signature: '' },
};

interface ClinicPorts {
  readonly app?: Partial<AppOptions>;
  /** What some accounts are said to be for, whoever asks as them. */
  readonly roleOf?: (id: string) => Role | undefined;
  /** Exports that are made beside a request; absent: there are none. */
  readonly exports?: (made: Pick<ExportPorts, 'store' | 'ties' | 'roleOf' | 'clock'>) => ExportJobs;
  /** Stands in for parts of the real store of care. */
  readonly care?: (real: CareStore) => Partial<CareStore>;
}

/** Nobody is held up. */
const NO_ATTEMPTS = {
  begin: () => Promise.resolve({ waitMs: 0 }),
  takeBack: () => Promise.resolve(),
};

/** The real service as a clinic's, over one database in memory. Who asks is taken from a header. */
export const openClinic = async (ports: ClinicPorts = {}): Promise<Clinic> => {
  const database = openOnce(await openSqlite<Tables>(':memory:', SCHEMA));
  const clock = { nowMs: Date.UTC(2026, 10, 2, 9) };
  const accounts = new Map<string, Role>();
  const lines: AccessLine[] = [];
  const store = sqlSessionStore(database);
  const real = sqlCareStore(database, () => clock.nowMs);
  const noting: CareStore = {
    ...real,
    log: async (written) => {
      await real.log(written);
      lines.push(...written);
    },
  };
  const care: CareStore = { ...noting, ...ports.care?.(noting) };
  const roleOf = (id: string) => Promise.resolve(ports.roleOf?.(id) ?? accounts.get(id));
  const exports = ports.exports?.({ store, ties: care, roleOf, clock: () => clock.nowMs });
  const wire = roomWire();
  const app = buildApp({
    store,
    ...(exports && { exports }),
    rooms: { commands: sqlCommandStore(database), wire },
    relays: { relays: sqlRelayStore(database), attempts: NO_ATTEMPTS, wire },
    forget: () => Promise.resolve(NOTHING_FORGOTTEN),
    care: {
      care,
      roleOf,
      nameOf: (id) => Promise.resolve(accounts.has(id) ? `The ${accounts.get(id)}` : undefined),
    },
    identify: ({ headers }) => {
      const id = String(headers['x-account']);
      const role = accounts.get(id);
      return Promise.resolve(role ? { kind: 'account', id, role } : { kind: 'nobody' });
    },
    // Requests in a row leave the event loop no turn.
    limits: {
      requestsPerMinute: 1e9,
      requestsPerMinuteOfAccount: 1e9,
      eventLoopDelayMs: 1e9,
      heapBytes: 1e12,
    },
    ...ports.app,
  });
  const routes: Route[] = [];
  app.addHook('onRoute', ({ method, url, config, schema }) => {
    // A GET may be asked as HEAD: the same route.
    if (!url.startsWith('/api/v1/') || method === 'HEAD') return;
    const name = `${String(method)} ${url.replace('/api/v1', '')}`;
    routes.push({ name, action: config!.action, replies: (schema?.response ?? {}) as Route['replies'] });
  });
  await app.ready();
  return {
    app,
    routes,
    db: database.latest().db,
    store,
    care,
    accounts,
    lines,
    clock,
    ask: async ({ as, method = 'GET', path, body, headers = {} }) => {
      const type = body instanceof Buffer ? 'application/octet-stream' : 'application/json';
      const answer = await app.inject({
        method,
        url: `/api/v1${path}`,
        headers: {
          ...headers,
          ...(as !== undefined && { 'x-account': as }),
          ...(body && { 'content-type': type }),
        },
        ...(body && { payload: body }),
      });
      const isJson = String(answer.headers['content-type']).startsWith('application/json');
      const json = isJson ? (JSON.parse(answer.body) as unknown) : undefined;
      return { status: answer.statusCode, text: answer.body, json };
    },
    close: async () => {
      await app.close();
      await store.close();
    },
  };
};
