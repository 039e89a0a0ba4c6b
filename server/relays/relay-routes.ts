import type { FastifyPluginCallbackTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { coarseAddress } from '../access/coarse-address.ts';
import {
  GapReply,
  JoinedRelay,
  MadeRelay,
  MAX_RELAY_BYTES,
  RELAY_HEADER,
  RelayBatch,
  RelayEnded,
  RelayJoin,
  RelayParams,
  RelayQuery,
  RelayRead,
  RelayTaken,
  ServiceTime,
} from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import { listenForNews, type NewsWire } from './news.ts';
import { CODE_FOR_MS, type Read, type RelayStore } from './relay-store.ts';

/**
 * How often one network may bring a wrong code, of a million: twenty times, as people mistype; then it waits a minute,
 * two, four …
 */
const OF_NETWORK = {
  ...{ free: 20, firstWaitMs: 60_000 },
  ...{ longestWaitMs: 15 * 60_000, forgottenAfterMs: 60 * 60_000 },
} as const;

interface Begun {
  readonly waitMs: number;
  readonly blocksUntilMs?: number;
}

/** Counts what was wrong, over all replicas. */
interface Attempts {
  begin(keyHash: string, atMs: number, lockOut: typeof OF_NETWORK): Promise<Begun>;
  takeBack(keyHash: string, begun: Begun): Promise<void>;
}

export interface RelayPorts {
  readonly relays: RelayStore;
  readonly attempts: Attempts;
  /** Tells other requests, also on other replicas, that something was sent. */
  readonly wire: NewsWire;
  /** How often a request that waits looks by itself, where no hint comes; absent: a second. */
  readonly lookEveryMs?: number;
}

const LOOK_EVERY_MS = 1000;

const ours = { service: 'attune' } as const;
const noSuchRelay = () => new Failure(404, 'There is no such phone, or not any more.');

/** `/relays`: a phone as the sensor of a session on another screen. */
export const relayRoutes: FastifyPluginCallbackTypebox<RelayPorts> = (app, ports, done) => {
  screenRoutes(app, ports);
  phoneRoutes(app, ports);
  app.get(
    '/time',
    {
      config: { action: 'service.health' },
      schema: {
        summary: 'The time, by one clock for all replicas: to measure how other clocks lie',
        response: { ...failureSchemas(), 200: ServiceTime },
      },
    },
    async () => ({ ...ours, serviceMs: await ports.relays.nowMs() }),
  );
  done();
};

type App = Parameters<FastifyPluginCallbackTypebox<RelayPorts>>[0];

const screenRoutes = (app: App, ports: RelayPorts): void => {
  const { relays } = ports;
  const closing = new AbortController();
  app.addHook('preClose', (next) => {
    closing.abort();
    next();
  });
  app.post(
    '/relays',
    {
      config: { action: 'relay.make' },
      schema: {
        summary: 'Make a code by which a phone becomes the sensor here',
        response: { ...failureSchemas(507), 200: MadeRelay },
      },
    },
    async ({ reach }) => ({ ...ours, ...(await relays.make(reach.own)), forMs: CODE_FOR_MS }),
  );
  app.get(
    '/relays/:id',
    {
      config: { action: 'relay.read' },
      schema: {
        summary: 'What the phone has sent from a number on; what is before it is deleted',
        params: RelayParams,
        querystring: RelayQuery,
        response: { ...failureSchemas(404), 200: RelayRead },
      },
    },
    async (request, reply) => {
      const over = AbortSignal.any([closing.signal, goneOf(reply)]);
      return { ...ours, ...(await readOn({ request, ...request.params, ...request.query, over }, ports)) };
    },
  );
  app.delete(
    '/relays/:id',
    {
      config: { action: 'relay.end' },
      schema: {
        summary: 'End it: the phone is told',
        params: RelayParams,
        response: { ...failureSchemas(404), 200: RelayEnded },
      },
    },
    async ({ params, reach }) => {
      if (!(await relays.end(params.id, reach.whose))) throw noSuchRelay();
      return { ...ours, ended: true as const };
    },
  );
};

const phoneRoutes = (app: App, { relays, attempts, wire }: RelayPorts): void => {
  app.post(
    '/relays/join',
    {
      config: { action: 'relay.join' },
      schema: {
        summary: 'Take a code, once: this phone is the sensor then',
        body: RelayJoin,
        response: { ...failureSchemas(404, 408, 413, 415, 507), 200: JoinedRelay },
      },
    },
    async ({ body, ip }, reply) => {
      const key = `relay ${coarseAddress(ip) ?? ip}`;
      // Counted before it is tried, so that many at once are as few as one after the other.
      const begun = await attempts.begin(key, Date.now(), OF_NETWORK);
      if (begun.waitMs > 0) {
        void reply.header('retry-after', Math.ceil(begun.waitMs / 1000));
        throw new Failure(429, 'Too many codes that were wrong: wait a moment.');
      }
      const joined = await relays.join(body.pairingCode);
      if (!joined) throw new Failure(404, 'There is no such code, or not any more.');
      await attempts.takeBack(key, begun);
      wire.hint(roomOf(joined.id));
      return { ...ours, ...joined };
    },
  );
  app.post(
    '/relays/:id/items',
    {
      bodyLimit: MAX_RELAY_BYTES,
      config: { action: 'relay.send' },
      schema: {
        summary: 'Send on what the sensor said; harmless to repeat',
        params: RelayParams,
        body: RelayBatch,
        response: { ...failureSchemas(404, 408, 413, 415, 507), 200: RelayTaken, 409: GapReply },
      },
    },
    async ({ params: { id }, body, headers }, reply) => {
      const token = headers[RELAY_HEADER];
      const taken = await relays.take(id, typeof token === 'string' ? token : '', body);
      if (!taken) throw noSuchRelay();
      switch (taken.kind) {
        case 'full':
          void reply.header('retry-after', 5);
          throw new Failure(429, 'The screen takes nothing just now: wait a moment.');
        case 'gap':
          return reply.code(409).send({
            ...{ ...ours, code: 'gap', message: `Item ${taken.nextSeq} is missing: send it first.` },
            expectedSeq: taken.nextSeq,
          });
        case 'taken':
          if (body.items.length > 0) wire.hint(roomOf(id));
          return { ...ours, nextSeq: taken.nextSeq };
      }
    },
  );
};

const roomOf = (relay: string): string => `relay ${relay}`;

/** Ends when whoever asked has gone. */
const goneOf = (reply: FastifyReply): AbortSignal => {
  const gone = new AbortController();
  reply.raw.once('close', () => gone.abort());
  return gone.signal;
};

interface Asked {
  readonly request: FastifyRequest;
  readonly id: string;
  readonly from?: number;
  readonly waitS?: number;
  readonly over: AbortSignal;
}

/** What there is, at once where it is something, else as soon as something comes. @throws Failure 404 */
const readOn = async (
  { request, id, from, waitS = 0, over }: Asked,
  { relays, wire, lookEveryMs = LOOK_EVERY_MS }: RelayPorts,
): Promise<Read> => {
  const untilMs = performance.now() + 1000 * waitS;
  // Listened to before the first look: what comes in between is not missed.
  const news = listenForNews({ wire, room: roomOf(id), forMs: lookEveryMs, over });
  try {
    for (;;) {
      // The sign-in may have ended meanwhile.
      const { whose } = await request.reachNow();
      const read = await relays.read(id, whose, from);
      if (!read) throw noSuchRelay();
      if (read.items.length > 0 || over.aborted || performance.now() >= untilMs) return read;
      await news.came();
    }
  } finally {
    news.stop();
  }
};
