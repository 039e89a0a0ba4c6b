import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createConnection, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildApp } from '../../../server/index.ts';
import { withApp } from '../app-under-test.ts';

const HTML = { accept: 'text/html,application/xhtml+xml' };

let folder: string;
let webRoot: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-web-'));
  webRoot = join(folder, 'web');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const build = () => {
  mkdirSync(join(webRoot, 'assets'), { recursive: true });
  writeFileSync(join(webRoot, 'index.html'), '<title>built</title>');
  writeFileSync(join(webRoot, 'sw.js'), '// worker');
  writeFileSync(join(webRoot, '.env'), 'secret');
  writeFileSync(join(webRoot, 'assets', 'index-B3xK9_aZ.js'), '// app');
  writeFileSync(join(webRoot, 'assets', 'plain.js'), '// plain');
};

const on = withApp(() => ({ webRoot }));

describe('serveWebApp', () => {
  it('says how to build the app while it is not built, and serves it once it is', async () => {
    const before = await on.get('/', HTML);
    expect(before.status).toBe(503);
    expect(before.text).toContain('npm run build');
    build();
    expect(await on.get('/', HTML)).toMatchObject({ status: 200, text: '<title>built</title>' });
  });

  it('gives every screen of the app its page', async () => {
    build();
    for (const url of ['/', '/session', '/session/7?tab=log', '/apiary']) {
      const answer = await on.get(url, HTML);
      expect(answer).toMatchObject({ status: 200, text: '<title>built</title>' });
      expect(answer.headers['cache-control']).toBe('no-cache');
      expect(answer.headers['content-type']).toMatch(/^text\/html/);
    }
  });

  it('gives the page also while the process has no memory to spare', async () => {
    build();
    const app = buildApp({ store: on.store, webRoot, limits: { heapBytes: 1 } });
    await expect.poll(async () => (await app.inject('/api/v1/health')).statusCode).toBe(503);
    const answer = await app.inject({ url: '/', headers: HTML });
    expect(answer).toMatchObject({ statusCode: 200, body: '<title>built</title>' });
    await app.close();
  });

  it('is never limited, however much is asked of the API', async () => {
    build();
    const app = buildApp({ store: on.store, webRoot, limits: { requestsPerMinute: 1 } });
    await app.inject('/api/v1/health');
    expect((await app.inject('/api/v1/health')).statusCode).toBe(429);
    for (const url of ['/', '/session', '/sw.js', '/assets/index-B3xK9_aZ.js', '/', '/session'])
      expect((await app.inject({ url, headers: HTML })).statusCode).toBe(200);
    await app.close();
  });

  it('gives no page where a file, the API or a change was asked for', async () => {
    build();
    for (const answer of [
      await on.get('/assets/gone-B3xK9_aZ.js', { accept: '*/*' }),
      await on.get('/api', HTML),
      await on.get('/api/v2/sessions', HTML),
      await on.get('/api?x', HTML),
      await on.post('/session', {}),
      await on.delete('/'),
    ]) {
      expect(answer).toMatchObject({ status: 404, json: { code: 'not-found' } });
    }
  });

  it('lets browsers keep only files with a hash in their name', async () => {
    build();
    const cache = async (url: string) => (await on.get(url)).headers['cache-control'];
    expect(await cache('/assets/index-B3xK9_aZ.js')).toBe('public, max-age=31536000, immutable');
    expect(await cache('/assets/plain.js')).toBe('no-cache');
    expect(await cache('/sw.js')).toBe('no-cache');
    expect(await cache('/index.html')).toBe('no-cache');
  });

  it('spares the browser a file that has not changed', async () => {
    build();
    const { headers } = await on.get('/sw.js');
    const again = await on.get('/sw.js', { 'if-none-match': String(headers['etag']) });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/....//secret.txt',
    '//secret.txt',
    '/%00/../secret.txt',
    '/secret.txt%00.js',
    '/.env',
    '/assets/../.env',
    '/%2fetc/passwd',
    '/file:///etc/passwd',
  ])('gives nothing outside its folder, nor hidden files: %s', async (url) => {
    build();
    const answer = await on.get(url, { accept: '*/*' });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toContain('secret');
    expect(answer.json).toMatchObject({ message: expect.anything() as unknown });
  });

  it('takes it calmly when a client goes in the middle of a file', async () => {
    build();
    writeFileSync(join(webRoot, 'assets', 'large.js'), Buffer.alloc(20_000_000));
    await on.app.listen({ host: '127.0.0.1', port: 0 });
    const socket = createConnection((on.app.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write('GET /assets/large.js HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
    await expect.poll(on.log).toContain('reply broke off');
    expect(on.log()).not.toContain('"level":50');
    expect((await on.get('/sw.js')).status).toBe(200);
  });

  it('lists no folder', async () => {
    build();
    symlinkSync(folder, join(webRoot, 'assets', 'up'));
    expect((await on.get('/assets/', { accept: '*/*' })).status).toBe(404);
    expect((await on.get('/assets', { accept: '*/*' })).status).toBe(404);
  });
});
