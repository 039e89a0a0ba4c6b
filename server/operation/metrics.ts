import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { StoreError } from '../database/store-error.ts';
import { Failure } from '../http/failures.ts';

/** Who may read them. */
export type MetricsFor = { readonly for: 'loopback' } | { readonly for: 'token'; readonly token: string };

export interface Metrics {
  /** Measures what the app is asked and serves `/metrics`. */
  readonly watch: (app: FastifyInstance) => void;
  /** A batch of so many events was acknowledged. */
  readonly appended: (events: number) => void;
  /** Shows how many jobs there are, and how old the oldest that waits is. */
  readonly watchJobs: (counts: () => Promise<readonly CountedJobs[]>) => void;
}

interface CountedJobs {
  readonly kind: string;
  readonly state: string;
  readonly jobs: number;
  readonly oldestS: number;
}

/** From a cached page to what a person gives up waiting for, seconds. */
const LATENCY_BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

const instruments = (registers: Registry[]) => ({
  requests: new Histogram({
    name: 'attune_http_request_seconds',
    help: 'Time from a request to the end of its reply',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: LATENCY_BUCKETS_S,
    registers,
  }),
  batches: new Counter({
    name: 'attune_acknowledged_batches_total',
    help: 'Batches of events that were acknowledged; they are on disk',
    registers,
  }),
  events: new Counter({
    name: 'attune_acknowledged_events_total',
    help: 'Events in them, repeated ones included',
    registers,
  }),
  failures: new Counter({
    name: 'attune_store_errors_total',
    help: 'Requests that failed in a store, by the code of its error',
    labelNames: ['code'] as const,
    registers,
  }),
});

/**
 * Prometheus metrics of one service. Labels are the pattern of a route, a status, a method and a code of ours: never an
 * id, a name or an address.
 */
export const serviceMetrics = (who: MetricsFor): Metrics => {
  const register = new Registry();
  const { requests, batches, events, failures } = instruments([register]);
  collectDefaultMetrics({ register });
  return {
    watch: (app) => {
      countConnections(app, register);
      app.addHook('onResponse', (request, { statusCode: status, elapsedTime }) => {
        requests.observe({ ...patternOf(request), status }, elapsedTime / 1000);
        return Promise.resolve();
      });
      app.addHook('onError', (...[, , error]: readonly [unknown, unknown, unknown]) => {
        if (error instanceof StoreError) failures.inc({ code: error.code });
        return Promise.resolve();
      });
      app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
        refuseOthers(request, who);
        return reply
          .type(register.contentType)
          .header('cache-control', 'no-store')
          .send(await register.metrics());
      });
    },
    appended: (count) => {
      batches.inc();
      events.inc(count);
    },
    watchJobs: (counts) => countJobs(counts, register),
  };
};

const countJobs = (counts: () => Promise<readonly CountedJobs[]>, register: Registry): void => {
  // A queue that cannot be asked now is seen by its absence.
  const found = () => counts().catch(() => []);
  const gauge = new Gauge({
    name: 'attune_jobs',
    help: 'Jobs by kind and state; those that are done for a week',
    labelNames: ['kind', 'state'] as const,
    registers: [register],
    collect: async () => {
      const all = await found();
      gauge.reset();
      for (const { jobs, kind, state } of all) gauge.set({ kind, state }, jobs);
    },
  });
  const oldest = new Gauge({
    name: 'attune_oldest_waiting_job_seconds',
    help: 'How long the job has waited that has waited longest; 0 where none does',
    registers: [register],
    collect: async () => {
      const waiting = (await found()).filter(({ state }) => state === 'waiting');
      oldest.set(Math.max(0, ...waiting.map(({ oldestS }) => oldestS)));
    },
  });
};

const patternOf = ({ method, routeOptions }: FastifyRequest) => ({
  method: METHODS.has(method) ? method : 'other',
  route: routeOptions.url ?? 'none',
});

const countConnections = (app: FastifyInstance, register: Registry): void => {
  const gauge = new Gauge({
    name: 'attune_open_connections',
    help: 'Connections that are open, idle ones included',
    registers: [register],
    collect: () =>
      new Promise<void>((done) => {
        app.server.getConnections((error, count) => {
          if (!error) gauge.set(count);
          done();
        });
      }),
  });
};

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** Whoever may not read them finds nothing here. @throws Failure 404 */
const refuseOthers = (request: FastifyRequest, who: MetricsFor): void => {
  const isAllowed = who.for === 'token' ? hasToken(request, who.token) : isOfThisMachine(request);
  if (!isAllowed) throw new Failure(404, 'There is nothing at this address.');
};

/** What a proxy on this machine hands on comes from elsewhere, whether it is trusted or not. */
const isOfThisMachine = ({ socket, headers }: FastifyRequest): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers['forwarded'] === undefined;

/** In equal time, whatever is sent. */
const hasToken = ({ headers }: FastifyRequest, token: string): boolean => {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(headers.authorization ?? ''), hash(`Bearer ${token}`));
};
