import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, createConnection, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteSessionStore, serve, sessionsFileIn, type Served } from '../../server/index.ts';
import { event, newSession } from '../support/session-store-contract.ts';

let folder: string;
let dataDir: string;
const running: Served[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-serve-'));
  dataDir = join(folder, 'deep', 'data');
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((it) => it.close()));
  rmSync(folder, { recursive: true, force: true });
});

const start = async (options: Partial<Parameters<typeof serve>[0]> = {}) => {
  const served = await serve({ dataDir, port: 0, ...options });
  running.push(served);
  return served;
};
const failure = async (starting: Promise<unknown>) => {
  const error = await starting.catch((it: unknown) => it);
  expect(error).toBeInstanceOf(Error);
  return error as Error & { code: string };
};
const postJson = (url: string, body: object) =>
  fetch(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

describe('serve', () => {
  it('answers on the loopback and keeps its data from other users', async () => {
    const { url } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(`${url}/api/v1/health`)).json()).toMatchObject({
      service: 'attune',
      status: 'ok',
    });
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(sessionsFileIn(dataDir)).mode & 0o077).toBe(0);
  });

  it('leaves the mode of a folder that was there before', async () => {
    chmodSync(folder, 0o755);
    await start({ dataDir: folder });
    expect(statSync(folder).mode & 0o777).toBe(0o755);
  });

  it('answers to the name that it is told to listen on, and not to "every address"', async () => {
    const { url } = await start({ host: '0.0.0.0', allowedHosts: ['attune.example'] });
    const ask = async (host: string) => {
      const { hostname, port } = new URL(url);
      return new Promise<string>((resolve, reject) => {
        const socket = createConnection(Number(port), hostname, () =>
          socket.write(`GET /api/v1/health HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`),
        );
        socket.on('data', (data) => resolve(data.toString().slice(9, 12))).on('error', reject);
      });
    };
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:/);
    expect(await ask('attune.example')).toBe('200');
    expect(await ask('127.0.0.1')).toBe('200');
    expect(await ask('0.0.0.0')).toBe('403');
    expect(await ask('')).toBe('403');
  });

  it('lets a reader open the log beside it', async () => {
    const { url } = await start();
    await postJson(`${url}/api/v1/sessions`, newSession());
    const reader = await openSqliteSessionStore(sessionsFileIn(dataDir));
    expect(await reader.list({ limit: 5 })).toEqual([{ ...newSession(), eventCount: 0 }]);
    await reader.close();
  });

  it('says what to do when the port is taken, and leaves the data folder free', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    const { port } = other.address() as AddressInfo;
    const error = await failure(start({ port }));
    expect(error).toMatchObject({ name: 'StartError', code: 'port-in-use' });
    expect(error.message).toContain(`Port ${port} on 127.0.0.1 is in use`);
    expect(error.message).toContain('ATTUNE_PORT');
    other.close();
    await start();
  });

  it('says what to do when the host is none of this machine', async () => {
    const error = await failure(start({ host: '192.0.2.1' }));
    expect(error).toMatchObject({ code: 'cannot-listen' });
    expect(error.message).toContain('ATTUNE_HOST');
  });

  it('closes connections beyond its bound at once, and takes others when there is room again', async () => {
    const { url } = await start({ maxConnections: 2 });
    const { hostname, port } = new URL(url);
    const connect = () => createConnection(Number(port), hostname).on('error', () => undefined);
    const idle = [connect(), connect()];
    await Promise.all(idle.map((socket) => once(socket, 'connect')));
    await expect(fetch(`${url}/api/v1/health`)).rejects.toThrow();
    for (const socket of idle) socket.destroy();
    const isWell = () =>
      fetch(`${url}/api/v1/health`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(isWell).toBe(true);
  });

  it('refuses a data folder that another server uses, and takes it once that one has closed', async () => {
    const first = await start();
    const error = await failure(start());
    expect(error).toMatchObject({ name: 'StartError', code: 'data-folder-in-use' });
    expect(error.message).toContain(dataDir);
    expect((await fetch(`${first.url}/api/v1/health`)).status).toBe(200);
    await first.close();
    await start();
  });

  it('says what to do when the data folder is a file', async () => {
    writeFileSync(join(folder, 'file'), '');
    const error = await failure(start({ dataDir: join(folder, 'file') }));
    expect(error).toMatchObject({ code: 'data-folder-unusable' });
    expect(error.message).toContain(join(folder, 'file'));
  });

  it('names a damaged log and lets go of the folder', async () => {
    await (await start()).close();
    writeFileSync(sessionsFileIn(dataDir), 'a letter, not a database. '.repeat(50));
    const error = await failure(start());
    expect(error).toMatchObject({ name: 'StoreError', code: 'corrupt' });
    expect(error.message).toContain(sessionsFileIn(dataDir));
    rmSync(sessionsFileIn(dataDir));
    await start();
  });

  it('finishes a request that has begun to arrive before it closes, and takes no new one', async () => {
    const { url, close } = await start();
    const { id } = newSession();
    await postJson(`${url}/api/v1/sessions`, newSession());
    const body = JSON.stringify({ events: [event(0)] });
    const socket = createConnection(Number(new URL(url).port), '127.0.0.1');
    const reply = new Promise<string>((resolve, reject) => {
      let text = '';
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => resolve(text)).on('error', reject);
    });
    const head = [
      `POST /api/v1/sessions/${id}/events HTTP/1.1`,
      'host: 127.0.0.1',
      'content-type: application/json',
      `content-length: ${body.length}`,
      'expect: 100-continue',
    ];
    // "100 Continue" shows that the server has the request in hand before it is told to close.
    await new Promise((begun) => {
      socket.once('data', begun);
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
    });
    const closed = close();
    await expect(fetch(`${url}/api/v1/health`)).rejects.toThrow();
    socket.write(body);
    expect(await reply).toContain('{"nextSeq":1}');
    await closed;
    const store = await openSqliteSessionStore(sessionsFileIn(dataDir));
    expect(await store.texts(id, { from: 0, limit: 9 })).toEqual([JSON.stringify(event(0))]);
    await store.close();
  });

  it('closes once, however often it is asked to', async () => {
    const { close } = await start();
    await Promise.all([close(), close()]);
    await close();
  });

  it('leaves no signal handler behind', async () => {
    const before = process.listenerCount('SIGTERM');
    const { close } = await start();
    expect(process.listenerCount('SIGTERM')).toBe(before + 1);
    await close();
    expect(process.listenerCount('SIGTERM')).toBe(before);
    await start({ signals: false });
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });
});
