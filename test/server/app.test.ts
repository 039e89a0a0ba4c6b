import { createConnection } from 'node:net';
import type { AddressInfo } from 'node:net';
import { beforeEach, describe, expect, it } from 'vitest';
import { buildApp, errorCodes } from '../../server/index.ts';
import { event, newSession } from '../support/session-store-contract.ts';
import { EVENTS, SESSION, SESSIONS, withApp } from './app-under-test.ts';

const on = withApp();
const JSON_TYPE = { 'content-type': 'application/json' };

describe('buildApp', () => {
  beforeEach(() => on.post(SESSIONS, newSession()));

  it('allows scripts, connections and workers of its own alone, and styles inline', async () => {
    const policy = String((await on.get(SESSION)).headers['content-security-policy']);
    const rules = new Map(policy.split(';').map((it) => it.trim().split(/ (.*)/s) as [string, string]));
    expect(rules.get('default-src')).toBe("'self'");
    expect(rules.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
    expect(rules.get('connect-src')).toBe("'self'");
    expect(rules.get('worker-src')).toBe("'self' blob:");
    expect(rules.get('style-src')).toBe("'self' 'unsafe-inline'");
    expect(rules.get('img-src')).toBe("'self' data: blob:");
    expect(rules.get('media-src')).toBe("'self' data: blob:");
    expect(rules.get('frame-ancestors')).toBe("'none'");
    expect(policy).not.toContain('http');
    // It would send a page on plain http to a port that speaks no TLS.
    expect(policy).not.toContain('upgrade-insecure-requests');
  });

  it('lets the page use Bluetooth, microphone, MIDI and camera, and nothing that it does not use', async () => {
    const policy = (await on.get('/', { accept: 'text/html' })).headers['permissions-policy'];
    for (const used of ['bluetooth', 'microphone', 'midi', 'camera'])
      expect(policy).toContain(`${used}=(self)`);
    for (const unused of ['geolocation', 'usb', 'payment']) expect(policy).toContain(`${unused}=()`);
  });

  it('sends long replies compressed to whoever takes them so', async () => {
    await on.post(EVENTS, { events: Array.from({ length: 200 }, (_, seq) => event(seq)) });
    const { headers } = await on.get(EVENTS, { 'accept-encoding': 'gzip' });
    expect(headers['content-encoding']).toBe('gzip');
    expect((await on.get(EVENTS)).headers['content-encoding']).toBeUndefined();
  });

  it('answers 429 with a time to wait beyond the rate limit', async () => {
    const app = buildApp({ store: on.store, limits: { requestsPerMinute: 2 } });
    const ask = () => app.inject('/api/v1/health');
    expect((await ask()).statusCode).toBe(200);
    expect((await ask()).statusCode).toBe(200);
    const third = await ask();
    expect(third.statusCode).toBe(429);
    expect(third.json()).toMatchObject({ code: 'too-many-requests' });
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    await app.close();
  });

  it('counts no request of a foreign page', async () => {
    const app = buildApp({ store: on.store, limits: { requestsPerMinute: 2 } });
    const ask = (headers = {}) => app.inject({ url: '/api/v1/health', headers });
    for (let i = 0; i < 5; i += 1) {
      expect((await ask({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
      expect((await ask({ referer: 'http://elsewhere.example/' })).statusCode).toBe(403);
    }
    expect((await ask()).statusCode).toBe(200);
    await app.close();
  });

  it('lets nobody keep a copy of what the API says, failures and its description included', async () => {
    for (const url of [SESSIONS, SESSION, EVENTS, `${SESSION}/export`, '/api/docs', '/api/docs/json'])
      expect([url, (await on.get(url)).headers['cache-control']]).toEqual([url, 'no-store']);
    for (const url of ['/api/v1/nothing', '/api', `${SESSIONS}/1`, '/%61pi/v1/health', '/api/v1/sessions/%'])
      expect([url, (await on.get(url)).headers['cache-control']]).toEqual([url, 'no-store']);
    expect((await on.get(SESSIONS, { host: 'evil.example' })).headers['cache-control']).toBe('no-store');
    expect((await on.delete(SESSION)).headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['a host name that is not its own', '/', { host: 'evil.example' }],
    ['a foreign page', SESSIONS, { 'sec-fetch-site': 'cross-site' }],
    ['an address that is none', '/%zz', {}],
  ])(
    'has its security headers also where it refuses %s',
    async (_what, url, headers: Record<string, string>) => {
      const answer = await on.get(url, headers);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringContaining('frame-ancestors') as string,
      });
    },
  );

  it('takes it calmly when a client goes before it is answered', async () => {
    await on.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = on.app.server.address() as AddressInfo;
    for (let i = 0; i < 60; i += 1)
      await new Promise<void>((gone) => {
        const socket = createConnection(port, '127.0.0.1', () => {
          socket.write(`GET ${SESSIONS} HTTP/1.1\r\nhost: localhost\r\n\r\n`.repeat(1 + (i % 3)));
          if (i % 2 === 0) socket.destroy();
          else socket.resetAndDestroy();
        });
        socket.on('error', () => undefined).on('close', () => gone());
      });
    expect((await on.get(SESSIONS)).status).toBe(200);
    expect(on.log()).not.toContain('"level":50');
  });

  it('bears a page that sends ten batches a second', async () => {
    for (let i = 0; i < 600; i += 1) expect((await on.get('/api/v1/health')).status).toBe(200);
  });

  it('answers 503 while the process has no memory to spare', async () => {
    const app = buildApp({ store: on.store, limits: { heapBytes: 1 } });
    // The first sample of the heap is taken a second after the start.
    await expect.poll(async () => (await app.inject('/api/v1/health')).statusCode).toBe(503);
    const answer = await app.inject('/api/v1/health');
    expect(answer.json()).toMatchObject({ code: 'unavailable' });
    expect(answer.headers['retry-after']).toBeDefined();
    await app.close();
  });

  it('answers on after it was held up once', async () => {
    const app = buildApp({ store: on.store });
    await app.ready();
    // Past the moment at which the loop's delay is looked at, which then has no sample.
    const untilMs = Date.now() + 1500;
    while (Date.now() < untilMs);
    await new Promise((later) => setTimeout(later, 0));
    expect((await app.inject('/api/v1/health')).statusCode).toBe(200);
    await app.close();
  });

  it('keeps the text of its own faults to the log', async () => {
    await on.store.close();
    const answer = await on.get(SESSIONS);
    expect(answer.status).toBe(500);
    expect(answer.json).toEqual({
      service: 'attune',
      code: 'internal',
      message: 'The service failed. Its log says why.',
    });
    expect(on.log()).toContain('driver has already been destroyed');
  });

  it('logs method, route and status, and nothing of the person or the events', async () => {
    await on.post(EVENTS, { events: [event(0, { type: 'rating', note: 'very private' })] });
    await on.post(EVENTS, '{"events": very private', JSON_TYPE);
    await on.get(`${SESSION}?why=very%20private`);
    await on.get('/very-private');
    expect(on.log()).toContain('"route":"/api/v1/sessions/:id/events","status":200');
    for (const secret of ['private', 'rating', newSession().id, '127.0.0.1', 'calm-down']) {
      expect(on.log()).not.toContain(secret);
    }
  });

  it('answers {code, message} to what is not even HTTP', async () => {
    await on.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = on.app.server.address() as AddressInfo;
    const reply = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = createConnection(port, '127.0.0.1', () => socket.write('very private\r\n\r\n'));
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => resolve(text)).on('error', reject);
    });
    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(reply.split('\r\n\r\n')[1]!)).toMatchObject({ code: 'invalid-request' });
    expect(reply).toContain('x-content-type-options: nosniff');
    expect(on.log()).not.toContain('very private');
  });
});

describe('hostile requests', () => {
  beforeEach(() => on.post(SESSIONS, newSession()));
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const raw = (more: string) => `{"events":[{"seq":0,"atMs":1,"type":"packet","author":"device",${more}}]}`;

  it.each([
    ['half of a body', '{"events":['],
    ['an empty body', ''],
    ['bytes that are no text', '\u0000\u0001\u0002'],
    ['a list in place of the batch', '[]'],
    ['null in place of the batch', 'null'],
    ['a number in place of the batch', '1'],
    ['a prototype of the batch', '{"__proto__":{"events":[]}}'],
    ['a prototype of an event', raw('"__proto__":{"admin":true}')],
    ['a prototype deep within', raw('"a":[{"b":{"__proto__":{"admin":true}}}]')],
    ['a prototype by way of the constructor', raw('"constructor":{"prototype":{"admin":true}}')],
    ['a prototype written in escapes', raw('"\\u005f_proto__":{"admin":true}')],
    ['an infinite time', raw('"x":1').replace('"atMs":1', '"atMs":1e999')],
    ['an event nested a hundred thousand deep', raw(`"x":${nested(100_000)}`)],
  ])('refuses %s', async (_what, body) => {
    const answer = await on.post(EVENTS, body);
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
    expect(Object.keys(answer.json as object)).toEqual(['service', 'code', 'message']);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect((await on.get(EVENTS)).json).toEqual({ events: [] });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/xml'])(
    'refuses a body of %s, which a page elsewhere could send unasked',
    async (type) => {
      const answer = await on.post(SESSIONS, JSON.stringify(newSession(2)), { 'content-type': type });
      expect(answer).toMatchObject({ status: 415, json: { code: 'unsupported-media-type' } });
    },
  );

  it('refuses an id of excessive length', async () => {
    expect(await on.get(`${SESSIONS}/${'x'.repeat(5000)}`)).toMatchObject({ status: 400 });
  });

  it.each(['/%zz', '/api/v1/sessions/%', '/api/v1/sessions/%ff'])('refuses the address %s', async (url) => {
    const answer = await on.get(url);
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
  });

  it('knows no other methods', async () => {
    for (const method of ['PUT', 'PATCH', 'OPTIONS'] as const) {
      const answer = await on.app.inject({ method, url: SESSION });
      expect(answer.statusCode).toBe(404);
      expect(answer.json()).toMatchObject({ code: 'not-found' });
    }
  });
});

describe('the description of the API', () => {
  interface Operation {
    readonly responses: Readonly<Record<string, unknown>>;
  }

  it('names every route, and a schema for every status that it answers', async () => {
    const { json } = await on.get('/api/docs/json');
    const { openapi, paths } = json as { openapi: string; paths: Record<string, Record<string, Operation>> };
    expect(openapi).toMatch(/^3\./);
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { responses }]) => `${method} ${path} ${Object.keys(responses).join(' ')}`,
      ),
    );
    const always = '400 401 403 429 500 503';
    const sorted = (line: string) => {
      const [method, path, ...statuses] = line.split(' ');
      return [method, path, ...statuses.sort()].join(' ');
    };
    expect(routes.map(sorted).sort()).toEqual(
      [
        `delete /api/v1/sessions/{id} 200 202 507 ${always}`,
        `get /api/v1/health 200 ${always}`,
        `get /api/v1/ready 200 ${always}`,
        `get /api/v1/service 200 ${always}`,
        `get /api/v1/sessions 200 ${always}`,
        `get /api/v1/sessions/{id} 200 404 ${always}`,
        `get /api/v1/sessions/{id}/events 200 404 ${always}`,
        `get /api/v1/sessions/{id}/export 200 404 ${always}`,
        `post /api/v1/sessions 200 201 408 409 410 413 415 507 ${always}`,
        `post /api/v1/sessions/{id}/events 200 404 408 409 410 413 415 507 ${always}`,
      ]
        .map(sorted)
        .sort(),
    );
    const described = new Set(Object.keys(errorCodes));
    expect(
      [...'400 403 404 409 410 413 415 429 500 503 507'.split(' ')].every((it) => described.has(it)),
    ).toBe(true);
  });

  it('has a page that loads nothing from elsewhere', async () => {
    const page = await on.get('/api/docs');
    expect(page.status).toBe(200);
    const loaded = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((it) => it[1]!);
    expect(loaded.length).toBeGreaterThan(3);
    for (const url of loaded) {
      expect(url).toMatch(/^\/api\/docs\/static\//);
      expect((await on.get(url)).status).toBe(200);
    }
    expect(page.text).not.toMatch(/<script[^>]*>[^<]*\S<\/script>/);
    const { text } = await on.get('/api/docs/static/swagger-initializer.js');
    expect(text).toContain('validatorUrl: null');
    expect(text).not.toMatch(/["'`]https?:/);
    expect(String(page.headers['content-security-policy'])).toContain("connect-src 'self'");
  });
});
