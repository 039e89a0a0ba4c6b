import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { buildApp, logEntry, type SessionStore } from '../../../server/index.ts';
import type { Actor } from '../../../server/access/actor.ts';
import type { AccessLine, Tie } from '../../../server/access/ties.ts';
import type { CareStore } from '../../../server/care/care-store.ts';
import { openSqlite } from '../../../server/database/dialects/sqlite.ts';
import { openOnce } from '../../../server/database/reopening.ts';
import { sqlCommandStore } from '../../../server/rooms/command-store.ts';
import { roomWire, type RoomWire } from '../../../server/rooms/room-wire.ts';
import { SCHEMA, type Tables } from '../../../server/schema.ts';
import { sqlSessionStore } from '../../../server/sessions/sql-session-store.ts';
import { event, newSession, sessionId } from '../../support/session-store-contract.ts';

type Told = Readonly<Record<string, unknown>> & { readonly type: string };

const { id } = newSession();
let app: FastifyInstance;
let store: SessionStore;
let url: string;
/** A wire that is cut gives no hints. */
let isCut: boolean;
let nowMs: number;
const clinician = { kind: 'account', id: 'clinician-1', role: 'clinician' } as const;
const client = { kind: 'account', id: 'client-1', role: 'client' } as const;
let actor: Actor;
let ties: readonly Tie[];
let logged: AccessLine[];

beforeEach(async () => {
  [isCut, nowMs] = [false, 1_000_000];
  actor = clinician;
  ties = [{ client: 'client-1', relation: 'assigned', consents: new Set(['care']) }];
  logged = [];
  const database = openOnce(await openSqlite<Tables>(':memory:', SCHEMA));
  const wire = roomWire();
  const cuttable: RoomWire = {
    hint: (room) => {
      if (!isCut) wire.hint(room);
    },
    join: (room, as, told) => wire.join(room, as, told),
    close: () => wire.close(),
  };
  store = sqlSessionStore(database, (room) => cuttable.hint(room));
  app = buildApp({
    store,
    identify: ({ headers }) => Promise.resolve(headers['x-client'] === undefined ? actor : client),
    care: {
      care: {
        of: () => Promise.resolve(actor === clinician ? ties : []),
        consent: () => Promise.resolve(undefined),
        log: (lines: readonly AccessLine[]) => Promise.resolve(void logged.push(...lines)),
      } as unknown as CareStore,
      roleOf: () => Promise.resolve(undefined),
      nameOf: () => Promise.resolve(undefined),
    },
    rooms: { commands: sqlCommandStore(database), wire: cuttable, nowMs: () => nowMs, lookEveryMs: 50 },
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  url = `127.0.0.1:${(app.server.address() as AddressInfo).port}/api/v1`;
  await store.within({ whose: ['client-1'], owner: 'client-1' }).create(newSession());
});
afterEach(async () => {
  await app.close();
  await store.close();
});

const append = async (from: number, to: number): Promise<void> => {
  const events = Array.from({ length: to - from }, (_, i) => event(from + i));
  expect(await store.append(id, events.map(logEntry))).toMatchObject({ ok: true });
};

/** A page in a room, and all that it was told. */
const enter = async (as: 'watch' | 'play', query = '', room = id, headers = {}) => {
  const socket = new WebSocket(`ws://${url}/rooms/${room}/${as}?${query}`, { headers });
  const told: Told[] = [];
  let closed: number | undefined;
  socket.on('message', (data) => told.push(JSON.parse((data as Buffer).toString()) as Told));
  socket.on('close', (code) => (closed = code));
  await new Promise<void>((done, failed) => {
    socket.on('open', () => done());
    socket.on('error', failed);
  });
  const ofType = (type: string) => told.filter((message) => message.type === type);
  return {
    told: ofType,
    seqs: () => ofType('events').flatMap(({ events }) => (events as { seq: number }[]).map(({ seq }) => seq)),
    say: (message: object | string) =>
      socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    leave: () => socket.close(),
    closed: () => closed,
  };
};
/** The page that plays: its own person has it. */
const enterAsClient = (query = '') => enter('play', query, id, { 'x-client': 'yes' });
const upTo = (count: number, from = 0) => Array.from({ length: count - from }, (_, i) => from + i);

describe('a room', () => {
  it('sends a watcher what is in the log, and what comes, each once and in order', async () => {
    await append(0, 700);
    const watcher = await enter('watch');
    await expect.poll(watcher.seqs).toEqual(upTo(700));
    await append(700, 720);
    await append(720, 721);
    await expect.poll(watcher.seqs).toEqual(upTo(721));
  });

  it('sends the texts as they are in the log', async () => {
    const odd = event(0, { text: 'ä\u2028"\\ 1e3', number: 1e21 });
    await store.append(id, [logEntry(odd)]);
    const watcher = await enter('watch');
    await expect.poll(() => watcher.told('events')).toEqual([{ type: 'events', from: 0, events: [odd] }]);
  });

  it('catches up after a cut from the first event that was missed', async () => {
    await append(0, 5);
    const first = await enter('watch');
    await expect.poll(first.seqs).toEqual(upTo(5));
    first.leave();
    await append(5, 9);
    const again = await enter('watch', 'from=5');
    await expect.poll(again.seqs).toEqual(upTo(9, 5));
  });

  it('is right without a single hint', async () => {
    isCut = true;
    const watcher = await enter('watch');
    await append(0, 3);
    await expect.poll(watcher.seqs).toEqual(upTo(3));
    const player = await enterAsClient();
    watcher.say({ type: 'command', id: 'a', command: { type: 'pause' } });
    await expect.poll(() => player.told('command').length).toBe(1);
  });

  it('gives the page that plays each command once, numbered, with who gave it', async () => {
    const [watcher, player] = [await enter('watch'), await enterAsClient()];
    const command = { type: 'level', level: 2, why: 'she asked for it' };
    watcher.say({ type: 'command', id: 'a', command });
    watcher.say({ type: 'command', id: 'a', command });
    watcher.say({ type: 'command', id: 'b', command: { type: 'stop' } });
    await expect.poll(() => watcher.told('kept').map(({ number }) => number)).toEqual([0, 0, 1]);
    await expect
      .poll(() => player.told('command'))
      .toEqual([
        { type: 'command', number: 0, id: 'a', by: 'clinician-1', ageMs: 0, command },
        { type: 'command', number: 1, id: 'b', by: 'clinician-1', ageMs: 0, command: { type: 'stop' } },
      ]);
    expect(watcher.told('command')).toEqual([]);
  });

  it('lets the client’s page log what it carries out, as it was given and not otherwise', async () => {
    const watcher = await enter('watch');
    const command = { type: 'press', button: 'calmer', level: 1, why: 'she asked for it' };
    watcher.say({ type: 'command', id: 'a', command });
    await expect.poll(() => watcher.told('kept').length).toBe(1);
    const event = { seq: 0, atMs: 5, ...command, author: 'clinician', command: 0 };
    const append = async (payload: object) => {
      const headers = { 'x-client': 'yes' };
      const url = `/api/v1/sessions/${id}/events`;
      return (await app.inject({ method: 'POST', url, headers, payload })).statusCode;
    };
    for (const forged of [{ level: 2 }, { why: 'he asked' }, { command: 1 }, { type: 'mark' }, { more: 1 }])
      expect(await append({ events: [{ ...event, ...forged }] })).toBe(403);
    expect(await append({ events: [event] })).toBe(200);
    // Long afterwards, too: a page that was away sends its log when it can.
    nowMs += 86_400_000;
    expect(await append({ events: [{ ...event, seq: 1 }] })).toBe(200);
  });

  it('keeps commands for a page that was away for a moment, and not for longer', async () => {
    const watcher = await enter('watch');
    watcher.say({ type: 'command', id: 'old', command: { type: 'pause' } });
    await expect.poll(() => watcher.told('kept').length).toBe(1);
    nowMs += 61_000;
    watcher.say({ type: 'command', id: 'new', command: { type: 'stop' } });
    await expect.poll(() => watcher.told('kept').length).toBe(2);
    nowMs += 5000;
    const player = await enterAsClient();
    await expect.poll(() => player.told('command')).toMatchObject([{ id: 'new', ageMs: 5000 }]);
    const later = await enterAsClient('from=2');
    await expect.poll(() => later.told('presence').length).toBeGreaterThan(0);
    expect(later.told('command')).toEqual([]);
  });

  it('says who is there', async () => {
    const watcher = await enter('watch');
    const player = await enterAsClient();
    await expect
      .poll(() => watcher.told('presence').at(-1))
      .toEqual({ type: 'presence', plays: true, watchers: 1 });
    player.leave();
    await expect
      .poll(() => watcher.told('presence').at(-1))
      .toEqual({ type: 'presence', plays: false, watchers: 1 });
  });

  it('tells the time, so that clocks can be compared', async () => {
    const page = await enterAsClient();
    page.say({ type: 'time', sentMs: 17.5 });
    await expect
      .poll(() => page.told('time'))
      .toEqual([{ type: 'time', sentMs: 17.5, serviceMs: 1_000_000 }]);
  });

  it('ends with its session', async () => {
    const watcher = await enter('watch');
    await store.delete(id);
    await expect.poll(watcher.closed).toBe(4404);
  });

  it.each([
    ['no JSON', 'hello'],
    ['another message', '{"type":"delete"}'],
    ['a command without a name', '{"type":"command","command":{"what":"stop"}}'],
  ])('closes on %s', async (_what, text) => {
    const watcher = await enter('watch');
    watcher.say(text);
    await expect.poll(watcher.closed).toBe(1008);
  });

  it('takes no command from the page that plays', async () => {
    const player = await enterAsClient();
    player.say({ type: 'command', id: 'a', command: { type: 'stop' } });
    await expect.poll(player.closed).toBe(1008);
  });

  it('closes on a flood', async () => {
    const watcher = await enter('watch');
    for (let i = 0; i < 30; i++) watcher.say({ type: 'time', sentMs: i });
    await expect.poll(watcher.closed).toBe(1013);
  });

  it('is watched by whoever may see the session, as long as they may', async () => {
    ties = [];
    await expect(enter('watch')).rejects.toThrow('404');
    ties = [{ client: 'client-1', relation: 'break-glass', consents: new Set(), breakGlass: 'b' }];
    const watcher = await enter('watch');
    expect(logged).toMatchObject([
      { account: { id: 'clinician-1' }, client: 'client-1', action: 'room.watch', subject: id },
    ]);
    watcher.say({ type: 'command', id: 'a', command: { type: 'stop' } });
    await expect.poll(() => watcher.told('refused')).toEqual([{ type: 'refused', id: 'a' }]);
    ties = [];
    await expect.poll(watcher.closed).toBe(4404);
  });

  it('ends for whoever is signed out elsewhere', async () => {
    const watcher = await enter('watch');
    actor = { kind: 'nobody' };
    await expect.poll(watcher.closed).toBe(4404);
  });

  it('is played by its own client alone', async () => {
    await expect(enter('play')).rejects.toThrow('404');
  });

  it('is not there where the session is not', async () => {
    await expect(enter('watch', '', sessionId(99))).rejects.toThrow('404');
    await expect(enter('watch', 'as=ghost')).rejects.toThrow('400');
    const plain = await fetch(`http://${url}/rooms/${id}/watch`);
    expect(plain.status).toBe(400);
  });

  it('cannot be entered by a page of another origin', async () => {
    const socket = new WebSocket(`ws://${url}/rooms/${id}/watch`, {
      origin: 'https://elsewhere.example',
    });
    const refused = await new Promise<Error>((done) => socket.on('error', done));
    expect(refused.message).toContain('403');
  });

  it('sends its pages away when the service closes, to join anew', async () => {
    const watcher = await enter('watch');
    await app.close();
    await expect.poll(watcher.closed).toBe(1001);
  });
});
