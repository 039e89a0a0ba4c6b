import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { setTimeout as passing } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { WebSocket } from 'ws';
import { buildApp, logEntry, type LoggedEvent } from '../server/index.ts';
import { openPostgres } from '../server/database/dialects/postgres.ts';
import { openOnce } from '../server/database/reopening.ts';
import { sqlCommandStore } from '../server/rooms/command-store.ts';
import { noOthers } from '../server/rooms/notice-line.ts';
import { postgresNoticeLine } from '../server/rooms/postgres-notice-line.ts';
import { roomWire } from '../server/rooms/room-wire.ts';
import { SCHEMA, type Tables } from '../server/schema.ts';
import { sqlSessionStore } from '../server/sessions/sql-session-store.ts';
import { startPostgres } from '../test/support/postgres-server.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * Rooms over two replicas of the service on one PostgreSQL: how long after an append was acknowledged on one a watcher
 * on the other has its events, with notices of the database and without. Both run in this process, and share its core.
 * Run: npx tsx bench/rooms.ts [--json]
 */

const ROOMS = 50;
const [ROUNDS, ROUND_MS] = [15, 1000];
const EVENTS = 3;

interface Replica {
  readonly app: FastifyInstance;
  readonly address: string;
  readonly store: ReturnType<typeof sqlSessionStore>;
  readonly close: () => Promise<void>;
}

async function replica(url: string, hasNotices: boolean): Promise<Replica> {
  const database = openOnce(await openPostgres<Tables>(url, SCHEMA));
  const wire = roomWire(hasNotices ? postgresNoticeLine(url, console.error) : noOthers);
  const store = sqlSessionStore(database, (session) => wire.hint(session));
  const limits = { requestsPerMinute: 1e9, requestsPerMinuteOfAccount: 1e9, eventLoopDelayMs: 0 };
  const app = buildApp({ store, limits, rooms: { commands: sqlCommandStore(database), wire } });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    ...{ app, store },
    address: `127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}

const eventOf = (seq: number): LoggedEvent => ({
  ...{ type: 'packet', author: 'device', seq, atMs: seq * 333, hex: '10480b03' },
});

interface Row {
  readonly notices: string;
  readonly delivered: number;
  readonly lost: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly slowestMs: number;
}

async function measure(url: string, hasNotices: boolean): Promise<Row> {
  const [here, there] = [await replica(url, hasNotices), await replica(url, hasNotices)];
  const sentMs = new Map<string, number>();
  const lateMs: number[] = [];
  const rooms = Array.from({ length: ROOMS }, () => randomUUID());
  const sockets: WebSocket[] = [];
  for (const room of rooms) {
    await here.store.create({ id: room, startedAtMs: Date.now(), protocol: 'calm-down' });
    const socket = new WebSocket(`ws://${there.address}/api/v1/rooms/${room}/watch`);
    sockets.push(socket);
    socket.on('message', (data) => {
      const told = JSON.parse((data as Buffer).toString()) as { type: string; events?: LoggedEvent[] };
      for (const { seq } of told.events ?? []) {
        // Some are there before their acknowledgement is.
        const since = sentMs.get(`${room} ${seq}`) ?? performance.now();
        lateMs.push(performance.now() - since);
      }
    });
    await new Promise((done, failed) => socket.on('open', done).on('error', failed));
  }
  await Promise.all(
    rooms.map(async (room, i) => {
      // Not all in step.
      await passing((i * ROUND_MS) / ROOMS);
      for (let round = 0; round < ROUNDS; round++) {
        const seqs = Array.from({ length: EVENTS }, (_, j) => round * EVENTS + j);
        await here.store.append(
          room,
          seqs.map((seq) => logEntry(eventOf(seq))),
        );
        for (const seq of seqs) sentMs.set(`${room} ${seq}`, performance.now());
        await passing(ROUND_MS);
      }
    }),
  );
  const wanted = ROOMS * ROUNDS * EVENTS;
  for (let waited = 0; lateMs.length < wanted && waited < 50; waited++) await passing(100);
  for (const socket of sockets) socket.close();
  await Promise.all([here.close(), there.close()]);
  lateMs.sort((a, b) => a - b);
  const at = (share: number): number =>
    lateMs[Math.min(lateMs.length - 1, Math.floor(share * lateMs.length))]!;
  return {
    notices: hasNotices ? 'on' : 'off',
    delivered: lateMs.length,
    lost: wanted - lateMs.length,
    ...{ p50Ms: at(0.5), p95Ms: at(0.95), slowestMs: at(1) },
  };
}

export async function roomFigures(): Promise<Report> {
  const server = await startPostgres({ durable: true });
  try {
    const rows = [];
    for (const hasNotices of [true, false])
      rows.push(await measure(server.url('postgres', 'postgres'), hasNotices));
    const what = `${ROOMS} rooms on two replicas, ${EVENTS} events a second each, from acknowledged here to live there`;
    return { text: `${what}\n${columns(rows)}`, data: rows };
  } finally {
    await server.stop();
  }
}

await runAlone(import.meta.url, roomFigures);
