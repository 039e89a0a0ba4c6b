import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Served } from '../../server/index.ts';
import { temporaryFolder } from '../support/command-line.ts';
import { startPostgres, type PostgresServer } from '../support/postgres-server.ts';
import { event, newSession, sessionId } from '../support/session-store-contract.ts';

interface Answer {
  readonly status: number;
  readonly json: { readonly nextSeq?: number; readonly expectedSeq?: number; readonly events?: unknown[] };
}

const folder = temporaryFolder();
let server: PostgresServer;
let replicas: readonly Served[];
beforeAll(async () => {
  server = await startPostgres();
  const administration = new pg.Client(server.url('postgres'));
  await administration.connect();
  await administration.query('create database service');
  await administration.end();
  // At the same time, on a database without a table.
  replicas = await Promise.all(
    ['one', 'two'].map((name) =>
      serve({
        dataDir: join(folder, name),
        databaseUrl: server.url('service'),
        port: 0,
        signals: false,
        limits: { requestsPerMinute: 1_000_000 },
      }),
    ),
  );
});
afterAll(async () => {
  await Promise.all(replicas.map((it) => it.close()));
  await server.stop();
});

const ask = async (replica: number, path: string, body?: object): Promise<Answer> => {
  const init = body && {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  };
  const answer = await fetch(`${replicas[replica]!.url}/api/v1${path}`, init);
  return { status: answer.status, json: (await answer.json()) as Answer['json'] };
};

/** Sends `count` events in small batches, to either replica in turn, each until it is taken, as a browser does. */
const write = async (id: string, count: number, acknowledged: (nextSeq: number) => void): Promise<void> => {
  let next = 0;
  for (let turn = 0; next < count; turn++) {
    const events = Array.from({ length: Math.min(7, count - next) }, (_, i) => event(next + i));
    const { status, json } = await ask(turn % 2, `/sessions/${id}/events`, { events });
    if (status === 200) acknowledged((next = json.nextSeq!));
    else if (status === 409) next = json.expectedSeq!;
    else expect(status).toBe(503);
  }
};

const log = async (replica: number, id: string) =>
  (await ask(replica, `/sessions/${id}/events?limit=1000`)).json.events;

describe('two services on one PostgreSQL database', () => {
  it('take one session from both sides, and hold each event once, in order', async () => {
    const { id } = newSession(1);
    await Promise.all([0, 1].map((replica) => ask(replica, '/sessions', newSession(1))));
    await Promise.all([1, 2, 3].map(() => write(id, 200, () => undefined)));
    const expected = Array.from({ length: 200 }, (_, seq) => event(seq));
    expect(await log(0, id)).toEqual(expected);
    expect(await log(1, id)).toEqual(expected);
  });

  it('keep all that they acknowledged, restarted and crashed as the database was under load', async () => {
    const ids = [2, 3, 4, 5].map(sessionId);
    for (const n of [2, 3, 4, 5]) await ask(0, '/sessions', newSession(n));
    const last = new Map<string, number>();
    const writing = Promise.all(ids.map((id) => write(id, 300, (nextSeq) => last.set(id, nextSeq))));
    const written = () => [...last.values()].reduce((sum, it) => sum + it, 0);
    for (const [events, how] of [
      [200, 'fast'],
      [500, 'crash'],
      [800, 'crash'],
    ] as const) {
      await expect.poll(written, { interval: 5 }).toBeGreaterThan(events);
      const before = new Map(last);
      await server.restart(how);
      for (const [id, nextSeq] of before)
        await expect.poll(async () => (await log(0, id))?.length).toBeGreaterThanOrEqual(nextSeq);
    }
    await writing;
    for (const id of ids)
      expect(await log(1, id)).toEqual(Array.from({ length: 300 }, (_, seq) => event(seq)));
  });
});
