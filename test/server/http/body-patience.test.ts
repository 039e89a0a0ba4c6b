import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createConnection, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  buildApp,
  openSqliteSessionStore,
  openTrackStore,
  type SessionStore,
  type TrackStore,
} from '../../../server/index.ts';
import { event, newSession } from '../../support/session-store-contract.ts';

const SONG = Buffer.from('a song that comes slowly, '.repeat(40));
const ID = `own-${createHash('sha256').update(SONG).digest('hex').slice(0, 16)}`;
const UPLOAD = `/api/v1/tracks/${ID}/upload`;
const EVENTS = `/api/v1/sessions/${newSession().id}/events`;

let folder: string;
let store: SessionStore;
let tracks: TrackStore;
let app: FastifyInstance;
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'attune-patience-')), 'music');
  store = await openSqliteSessionStore(':memory:');
  await store.create(newSession());
  tracks = await openTrackStore({ folder });
});
afterEach(async () => {
  await app.close();
  await Promise.all([store.close(), tracks.close()]);
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const listen = async (bodies: { wholeMs: number; bytesPerMs: number; silenceMs: number }) => {
  app = buildApp({ store, tracks, limits: { bodies } });
  await app.listen({ host: '127.0.0.1', port: 0 });
};
const IMPATIENT = { wholeMs: 600_000, bytesPerMs: 4, silenceMs: 200 };
const PATIENT = { wholeMs: 600_000, bytesPerMs: 4, silenceMs: 600_000 };

/** A request whose body is sent by hand. */
const request = (method: string, path: string, headers: Record<string, string | number>) => {
  const socket: Socket = createConnection((app.server.address() as AddressInfo).port, '127.0.0.1');
  const head = Object.entries({ host: 'localhost', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  socket.write(`${method} ${path} HTTP/1.1\r\n${head.join('')}\r\n`);
  const reply = new Promise<{ status: number; json: unknown }>((resolve) => {
    let text = '';
    socket.on('data', (data) => {
      text += data.toString();
      const [top = '', body = ''] = text.split('\r\n\r\n');
      if (body.endsWith('}')) resolve({ status: Number(top.slice(9, 12)), json: JSON.parse(body) });
    });
    socket.on('error', () => undefined);
  });
  return { socket, reply };
};
const piece = (offset: number, length: number) => ({
  'content-type': 'application/octet-stream',
  'content-length': length,
  'upload-offset': offset,
  'upload-length': SONG.length,
});
const patch = async (offset: number, bytes: Buffer, total = SONG.length) => {
  const { statusCode, ...answer } = await app.inject({
    method: 'PATCH',
    url: UPLOAD,
    payload: bytes,
    headers: { 'content-type': 'application/octet-stream', 'upload-offset': offset, 'upload-length': total },
  });
  return { status: statusCode, json: answer.json<unknown>() };
};
const offset = async () => (await app.inject(UPLOAD)).json<{ offset: number; complete?: true }>();
const musicFiles = () => readdirSync(folder).filter((name) => !name.startsWith('tracks.sqlite'));
const LATE = { status: 408, json: { service: 'attune', code: 'timeout' } };

describe('limitBodies', () => {
  it.each<[string, string, string]>([
    ['a batch of events', 'POST', EVENTS],
    ['a whole track', 'PUT', `/api/v1/tracks/${ID}`],
  ])(
    'answers 408 in its own words where %s stops coming, and keeps nothing of it',
    async (_what, method, path) => {
      await listen(IMPATIENT);
      const type = method === 'POST' ? 'application/json' : 'application/octet-stream';
      const { socket, reply } = request(method, path, { 'content-type': type, 'content-length': 1000 });
      socket.write('{"events":[');
      expect(await reply).toMatchObject(LATE);
      socket.destroy();
      await expect.poll(musicFiles).toEqual([]);
      expect(await store.find(newSession().id)).toMatchObject({ eventCount: 0 });
    },
  );

  it('answers 408 to a body that only drips', async () => {
    await listen({ wholeMs: 300, bytesPerMs: 4, silenceMs: 600_000 });
    const { socket, reply } = request('POST', EVENTS, {
      'content-type': 'application/json',
      'content-length': 100_000,
    });
    const dripping = setInterval(() => socket.write(' '), 20);
    expect(await reply).toMatchObject(LATE);
    clearInterval(dripping);
    socket.destroy();
  });

  it.each<[string, string, string, Record<string, string | number>]>([
    [
      'is too large',
      'POST',
      '/api/v1/sessions',
      { 'content-type': 'application/json', 'content-length': 1e9 },
    ],
    ['is of another kind', 'POST', '/api/v1/sessions', { 'content-type': 'text/plain', 'content-length': 9 }],
    ['is for no address', 'POST', '/api/v1/nothing', { 'content-length': 9 }],
    [
      'is of a stranger',
      'DELETE',
      `/api/v1/tracks/${ID}`,
      { origin: 'http://evil.example', 'content-length': 9 },
    ],
    ['is for the page', 'POST', '/', { 'content-type': 'text/plain', 'transfer-encoding': 'chunked' }],
  ])(
    'goes on where a request that %s is refused unread, and then breaks off or stops coming',
    async (...row) => {
      const [, method, path, headers] = row;
      for (const ends of [true, false]) {
        await listen(IMPATIENT);
        const { socket, reply } = request(method, path, headers);
        socket.write('1\r\na');
        expect((await reply).status).toBeGreaterThanOrEqual(400);
        if (ends) socket.destroy();
        // The service cuts it off by itself where the client does not.
        await expect.poll(() => socket.closed).toBe(true);
        expect((await app.inject('/api/v1/health')).statusCode).toBe(200);
        await app.close();
      }
    },
  );

  it.each<[string, string, string]>([
    ['for no address', 'POST', '/api/v1/nothing'],
    ['with what brings none', 'GET', '/api/v1/health'],
    ['of another kind', 'POST', '/api/v1/sessions'],
  ])('lets the next request on a connection be heard after a large body %s', async (_what, method, path) => {
    await listen(PATIENT);
    const socket = createConnection((app.server.address() as AddressInfo).port, '127.0.0.1');
    const heads = ['host: localhost', 'content-type: text/plain', 'content-length: 400000', '', ''];
    socket.write([`${method} ${path} HTTP/1.1`, ...heads].join('\r\n'));
    socket.write('x'.repeat(400_000));
    socket.write('GET /api/v1/health HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
    const replies = (await text(socket)).match(/HTTP\/1\.1 \d{3}/g);
    expect(replies).toHaveLength(2);
    expect(replies?.[1]).toBe('HTTP/1.1 200');
  });

  it('gives a body that comes at some pace the time that its size needs', async () => {
    // A tenth of a second, and a second more with each part.
    await listen({ wholeMs: 100, bytesPerMs: SONG.length / 4 / 1000, silenceMs: 600_000 });
    const { socket, reply } = request('PUT', `/api/v1/tracks/${ID}`, {
      'content-type': 'application/octet-stream',
      'content-length': SONG.length,
    });
    for (let part = 0; part < 4; part += 1) {
      socket.write(SONG.subarray((part * SONG.length) / 4, ((part + 1) * SONG.length) / 4));
      await new Promise((later) => setTimeout(later, 100));
    }
    expect(await reply).toMatchObject({ status: 201, json: { id: ID } });
    socket.destroy();
  });
});

describe('PATCH /tracks/:id/upload', () => {
  it('takes a track piece by piece, and keeps it once it is whole', async () => {
    await listen(PATIENT);
    expect(await offset()).toEqual({ service: 'attune', id: ID, offset: 0 });
    expect(await patch(0, SONG.subarray(0, 500))).toEqual({
      status: 200,
      json: { service: 'attune', id: ID, offset: 500 },
    });
    expect((await app.inject('/api/v1/tracks')).json()).toEqual({ tracks: [] });
    const whole = { service: 'attune', id: ID, offset: SONG.length, complete: true };
    expect(await patch(500, SONG.subarray(500))).toEqual({ status: 201, json: whole });
    expect(readFileSync(join(folder, ID))).toEqual(SONG);
    expect(musicFiles()).toEqual([ID]);
    expect(await offset()).toEqual(whole);
    // Its reply was lost, and it is sent again.
    expect(await patch(500, SONG.subarray(500))).toEqual({ status: 200, json: whole });
  });

  it('goes on where a piece broke off', async () => {
    await listen(PATIENT);
    const { socket } = request('PATCH', UPLOAD, piece(0, SONG.length));
    socket.write(SONG.subarray(0, 300));
    await expect.poll(async () => (await offset()).offset).toBe(300);
    socket.destroy();
    expect(await patch(300, SONG.subarray(300))).toMatchObject({ status: 201, json: { complete: true } });
  });

  it('goes on where a piece stopped coming', async () => {
    await listen(IMPATIENT);
    const { socket, reply } = request('PATCH', UPLOAD, piece(0, SONG.length));
    socket.write(SONG.subarray(0, 300));
    expect(await reply).toMatchObject(LATE);
    socket.destroy();
    expect(await patch(300, SONG.subarray(300))).toMatchObject({ status: 201 });
  });

  it('goes on after a new start, too', async () => {
    await listen(PATIENT);
    await patch(0, SONG.subarray(0, 300));
    await app.close();
    await tracks.close();
    tracks = await openTrackStore({ folder });
    await listen(PATIENT);
    expect(await patch(300, SONG.subarray(300))).toMatchObject({ status: 201 });
  });

  it('lets a new request go on with what an earlier one still holds', async () => {
    await listen(PATIENT);
    const { socket } = request('PATCH', UPLOAD, piece(0, SONG.length));
    socket.write(SONG.subarray(0, 300));
    await expect.poll(async () => (await offset()).offset).toBe(300);
    expect(await patch(300, SONG.subarray(300))).toMatchObject({ status: 201 });
    socket.destroy();
    expect(readFileSync(join(folder, ID))).toEqual(SONG);
  });

  it('says where to go on when a piece begins elsewhere', async () => {
    await listen(PATIENT);
    await patch(0, SONG.subarray(0, 300));
    for (const at of [0, 299, 301, SONG.length])
      expect(await patch(at, SONG.subarray(at))).toMatchObject({
        status: 409,
        json: { service: 'attune', code: 'wrong-offset', offset: 300 },
      });
    expect((await offset()).offset).toBe(300);
  });

  it('throws away what is not the track of that id, or is more than it', async () => {
    await listen(PATIENT);
    expect(await patch(0, Buffer.alloc(SONG.length))).toMatchObject({
      status: 400,
      json: { code: 'invalid-request' },
    });
    expect(await patch(0, SONG, 100)).toMatchObject({ status: 400 });
    expect(musicFiles()).toEqual([]);
    expect((await offset()).offset).toBe(0);
  });

  it('is forgotten with the track', async () => {
    await listen(PATIENT);
    await patch(0, SONG.subarray(0, 300));
    await app.inject({ method: 'DELETE', url: `/api/v1/tracks/${ID}` });
    expect(musicFiles()).toEqual([]);
  });

  it.each([
    [{ 'upload-offset': '-1', 'upload-length': '5' }, 400],
    [{ 'upload-offset': 'x', 'upload-length': '5' }, 400],
    [{ 'upload-length': '5' }, 400],
    [{ 'upload-offset': '0' }, 400],
    [{ 'upload-offset': '0', 'upload-length': '0' }, 400],
    [{ 'upload-offset': '0', 'upload-length': '200000001' }, 413],
  ])('refuses %j', async (headers, status) => {
    await listen(PATIENT);
    const sent = { 'content-type': 'application/octet-stream', ...headers };
    const answer = await app.inject({ method: 'PATCH', url: UPLOAD, payload: SONG, headers: sent });
    expect(answer.statusCode).toBe(status);
    expect(musicFiles()).toEqual([]);
  });
});

describe('a large batch of events', () => {
  it('comes at its own pace', async () => {
    await listen({ wholeMs: 100, bytesPerMs: 1, silenceMs: 600_000 });
    const body = JSON.stringify({ events: [event(0, { filler: 'x'.repeat(4000) })] });
    const { socket, reply } = request('POST', EVENTS, {
      'content-type': 'application/json',
      'content-length': body.length,
    });
    socket.write(body.slice(0, 3000));
    await new Promise((later) => setTimeout(later, 300));
    socket.write(body.slice(3000));
    expect(await reply).toMatchObject({ status: 200, json: { nextSeq: 1 } });
    socket.destroy();
  });
});
