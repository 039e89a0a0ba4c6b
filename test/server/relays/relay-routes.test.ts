import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildApp, type SessionStore } from '../../../server/index.ts';
import { sqlAccountStore } from '../../../server/accounts/sql-account-store.ts';
import type { AccountStore } from '../../../server/accounts/account-store.ts';
import { openPostgres } from '../../../server/database/dialects/postgres.ts';
import { openSqlite } from '../../../server/database/dialects/sqlite.ts';
import type { Database } from '../../../server/database/open-database.ts';
import { openOnce } from '../../../server/database/reopening.ts';
import { sqlRelayStore } from '../../../server/relays/relay-store.ts';
import { roomWire, type RoomWire } from '../../../server/rooms/room-wire.ts';
import { SCHEMA, type Tables } from '../../../server/schema.ts';
import { sqlSessionStore } from '../../../server/sessions/sql-session-store.ts';
import { newPostgresDatabase } from '../../support/postgres-database.ts';

const beat = (seq: number) => ({ seq, atMs: 1000 * seq + 0.5, said: { type: 'packet', hex: '0048' } });
const beats = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => beat(from + i));

type Json = Readonly<Record<string, unknown>>;
interface Reply {
  readonly status: number;
  readonly json: Json;
}

describe.each([
  ['SQLite', () => openSqlite<Tables>(':memory:', SCHEMA)],
  ['PostgreSQL', async () => openPostgres<Tables>(await newPostgresDatabase(), SCHEMA)],
] as const)('/relays on %s', (_name, open) => {
  /** Two replicas over one database, which give each other no hints. */
  let replicas: readonly [FastifyInstance, FastifyInstance];
  let wires: readonly RoomWire[];
  let store: SessionStore;
  let accounts: AccountStore;
  let nowMs: number;

  const replica = (database: Database<Tables>, wire: RoomWire): FastifyInstance =>
    buildApp({
      store,
      identify: ({ headers }) => {
        const id = headers['x-account'];
        if (typeof id !== 'string') return Promise.resolve({ kind: 'nobody' });
        return Promise.resolve({ kind: 'account', id, role: 'client' });
      },
      relays: {
        ...{ relays: sqlRelayStore(database, () => nowMs), attempts: accounts.attempts },
        ...{ wire, lookEveryMs: 20 },
      },
    });

  beforeEach(async () => {
    nowMs = 1e12;
    const database = openOnce(await open());
    store = sqlSessionStore(database);
    accounts = sqlAccountStore(database);
    wires = [roomWire(), roomWire()];
    replicas = [replica(database, wires[0]!), replica(database, wires[1]!)];
  });
  afterEach(async () => {
    for (const app of replicas) await app.close();
    for (const wire of wires) await wire.close();
    await store.close();
  });

  const ask = async (
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    { at = 0, as, token, body }: { at?: 0 | 1; as?: string; token?: string; body?: object } = {},
  ): Promise<Reply> => {
    const headers = {
      ...(as !== undefined && { 'x-account': as }),
      ...(token !== undefined && { 'attune-relay': token }),
    };
    const url = `/api/v1${path}`;
    const reply = await replicas[at].inject({ method, url, headers, ...(body && { payload: body }) });
    return { status: reply.statusCode, json: reply.json() };
  };
  const made = async (as = 'anna') => {
    const { json } = await ask('POST', '/relays', { as });
    return { id: json['id'] as string, pairingCode: json['pairingCode'] as string };
  };
  const joined = async () => {
    const { id, pairingCode } = await made();
    const { json } = await ask('POST', '/relays/join', { body: { pairingCode } });
    return { id, token: json['token'] as string };
  };
  const send = (id: string, token: string, body: object, at: 0 | 1 = 0) =>
    ask('POST', `/relays/${id}/items`, { token, body, at });
  const read = (id: string, query = '', at: 0 | 1 = 0) =>
    ask('GET', `/relays/${id}${query}`, { as: 'anna', at });

  it('give one phone what the code is good for, on either replica, and a second one nothing', async () => {
    const { id, pairingCode } = await made();
    expect(pairingCode).toMatch(/^\d{6}$/);
    expect((await read(id)).json).toMatchObject({ joined: false });
    const takers = ([0, 1, 0, 1] as const).map((at) =>
      ask('POST', '/relays/join', { body: { pairingCode }, at }),
    );
    const statuses = (await Promise.all(takers)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 404, 404, 404]);
    expect((await read(id)).json).toMatchObject({ joined: true });
  });

  it('make a code that is good for five minutes', async () => {
    const { pairingCode } = await made();
    nowMs += 5 * 60_000 + 1;
    expect((await ask('POST', '/relays/join', { body: { pairingCode } })).status).toBe(404);
  });

  it('hold up a network that guesses, also over replicas, and whoever is right in time is not counted', async () => {
    const { pairingCode } = await made();
    const wrong = { pairingCode: pairingCode === '000000' ? '000001' : '000000' };
    const statuses: number[] = [];
    for (let i = 0; i < 21; i++)
      statuses.push((await ask('POST', '/relays/join', { body: wrong, at: (i % 2) as 0 | 1 })).status);
    expect([statuses.filter((it) => it === 404).length, statuses.at(-1)]).toEqual([20, 429]);
    expect((await ask('POST', '/relays/join', { body: { pairingCode } })).status).toBe(429);
  });

  it('hand on what was sent to one replica to who reads at the other, once and in order, without a hint', async () => {
    const { id, token } = await joined();
    const clock = { offsetMs: -3.25, uncertaintyMs: 4 };
    const sent = await send(id, token, { strap: 'A strap', clock, items: beats(0, 3) });
    expect(sent.json).toMatchObject({ nextSeq: 3 });
    expect((await read(id, '?from=0', 1)).json).toMatchObject({
      ...{ strap: 'A strap', clock, items: beats(0, 3), nextSeq: 3 },
    });
    const waiting = read(id, '?from=3&waitS=20', 1);
    await send(id, token, { items: beats(3, 5) });
    expect((await waiting).json['items']).toEqual(beats(3, 5));
  });

  it('take what is sent again once, and say from where on what is missing', async () => {
    const { id, token } = await joined();
    await Promise.all([send(id, token, { items: beats(0, 5) }), send(id, token, { items: beats(0, 7) }, 1)]);
    await send(id, token, { items: beats(2, 9) });
    expect((await read(id, '?from=0')).json['items']).toEqual(beats(0, 9));
    const gap = await send(id, token, { items: beats(11, 12) });
    expect(gap).toMatchObject({ status: 409, json: { code: 'gap', expectedSeq: 9 } });
    const holed = await send(id, token, { items: [beat(9), beat(11)] });
    expect(holed.status).toBe(409);
  });

  it('keep what the screen does not have yet, and delete what it has', async () => {
    const { id, token } = await joined();
    await send(id, token, { items: beats(0, 4) });
    expect((await read(id, '?from=2')).json['items']).toEqual(beats(2, 4));
    expect((await read(id, '?from=0')).json).toMatchObject({ items: beats(2, 4), nextSeq: 4 });
  });

  it('begin with what comes from now on, and with what was said last', async () => {
    const { id, token } = await joined();
    const state = { seq: 1, atMs: 1, said: { type: 'sensor', state: 'streaming' } };
    const battery = { seq: 2, atMs: 2, said: { type: 'battery', percent: 61 } };
    await send(id, token, { strap: 'A strap', items: [beat(0), state, battery] });
    expect((await read(id)).json).toMatchObject({
      ...{ items: [], nextSeq: 3, strap: 'A strap', sensor: state.said, battery: 61 },
    });
  });

  it('are as if they were not there for whoever has not made them, and for a phone with another proof', async () => {
    const { id, token } = await joined();
    expect((await ask('GET', `/relays/${id}`, { as: 'ben' })).status).toBe(404);
    expect((await ask('DELETE', `/relays/${id}`, { as: 'ben' })).status).toBe(404);
    expect((await ask('GET', `/relays/${id}`, { token })).status).toBe(401);
    expect((await send(id, 'guessed', { items: [] })).status).toBe(404);
    expect((await send(id, '', { items: [] })).status).toBe(404);
  });

  it('tell the phone when they have ended, and one person’s ninth ends the first', async () => {
    const { id, token } = await joined();
    expect((await ask('DELETE', `/relays/${id}`, { as: 'anna' })).json).toMatchObject({ ended: true });
    expect((await send(id, token, { items: beats(0, 1) })).status).toBe(404);
    const all: string[] = [];
    for (let i = 0; i < 9; i++, nowMs += 1000) all.push((await made()).id);
    expect((await read(all[0]!)).status).toBe(404);
    expect((await read(all[1]!)).status).toBe(200);
  });

  it('hold a phone up whose screen takes nothing, before more than an hour has piled up', async () => {
    const { id, token } = await joined();
    for (let from = 0; from < 12_000; from += 500)
      expect((await send(id, token, { items: beats(from, from + 500) })).status).toBe(200);
    expect((await send(id, token, { items: beats(12_000, 12_001) })).status).toBe(429);
    await read(id, '?from=6000');
    expect((await send(id, token, { items: beats(12_000, 12_001) })).status).toBe(200);
  });

  it('refuse too much at once, bytes that are none, and what nobody knows', async () => {
    const { id, token } = await joined();
    const packet = (hex: string) => ({ items: [{ ...beat(0), said: { type: 'packet', hex } }] });
    const bodies = [
      { items: beats(0, 501) },
      ...['0g', '004', '00'.repeat(513)].map(packet),
      { items: [{ ...beat(0), more: 1 }] },
      { items: [{ ...beat(0), said: { type: 'battery', percent: 101 } }] },
    ];
    for (const body of bodies) expect((await send(id, token, body)).status).toBe(400);
  });

  it('let a reader go at once that waits while the service closes', async () => {
    const { id } = await joined();
    const waiting = read(id, '?from=0&waitS=20');
    await new Promise((done) => setTimeout(done, 50));
    await replicas[0].close();
    expect((await waiting).status).toBe(200);
  });

  it('tell the time', async () => {
    const { status, json } = await ask('GET', '/time');
    expect([status, typeof json['serviceMs']]).toEqual([200, 'number']);
  });
});
