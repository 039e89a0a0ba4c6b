import { createConnection, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import { event, newSession } from '../../support/session-store-contract.ts';
import { EVENTS, SESSION, SESSIONS, withApp } from '../app-under-test.ts';

const on = withApp(() => ({ allowedHosts: ['Attune.clinic.example', '[fd00::7]'] }));
beforeEach(() => on.post(SESSIONS, newSession()));

describe('guardRequests', () => {
  it.each([
    'localhost',
    'localhost:4260',
    'LOCALHOST:4260',
    '127.0.0.1:4260',
    '[::1]:4260',
    'attune.clinic.example',
    '[fd00::7]:443',
  ])('answers to the name %s', async (host) => {
    expect((await on.get(SESSION, { host })).status).toBe(200);
  });

  it.each([
    'evil.example',
    'evil.example:4260',
    'localhost.evil.example',
    'evil.example#localhost',
    'localhost@evil.example',
    'localhost, evil.example',
    'localhost.',
    '127.0.0.1.nip.example',
    '127.0.0.2',
    '0.0.0.0:4260',
    '[::2]:4260',
    'localhost:',
    'localhost:99999999',
  ])('does not answer to the name "%s"', async (host) => {
    for (const url of [SESSION, '/', '/api/docs', '/api/v1/health']) {
      const answer = await on.get(url, { host, accept: 'text/html' });
      expect(answer).toMatchObject({ status: 403, json: { code: 'unknown-host' } });
    }
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://localhost:3000' }],
    ['another name of this machine', { origin: 'http://127.0.0.1:4260' }],
    ['a sandboxed page or a file', { origin: 'null' }],
    ['an origin that is none', { origin: 'localhost:4260' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site, as the browser says', { 'sec-fetch-site': 'same-site' }],
    ['a value not yet invented', { 'sec-fetch-site': 'next-door' }],
    [
      'another site that claims the right origin',
      { origin: 'http://localhost:4260', 'sec-fetch-site': 'cross-site' },
    ],
  ])('lets %s change nothing', async (_who, headers: Record<string, string>) => {
    const from = { host: 'localhost:4260', ...headers };
    for (const answer of [
      await on.delete(SESSION, from),
      await on.post(SESSIONS, newSession(2), from),
      await on.post(EVENTS, { events: [event(0)] }, from),
    ]) {
      expect(answer).toMatchObject({ status: 403, json: { code: 'cross-origin' } });
    }
    expect((await on.get(SESSIONS)).json).toEqual({ sessions: [{ ...newSession(), eventCount: 0 }] });
  });

  it.each<[string, Record<string, string>]>([
    ['its own page', { origin: 'http://localhost:4260', 'sec-fetch-site': 'same-origin' }],
    ['its own page behind TLS', { host: 'attune.clinic.example', origin: 'https://attune.clinic.example' }],
    ['its own page on the default port', { host: 'localhost:80', origin: 'http://localhost' }],
    ['a program without a browser', {}],
  ])('lets %s delete', async (_who, headers) => {
    expect((await on.delete(SESSION, { host: 'localhost:4260', ...headers })).status).toBe(200);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a link of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
    ['another port of this machine', { origin: 'http://localhost:3000' }],
    ['a page of which only the address is said', { referer: 'https://evil.example/a' }],
    ['a page whose address is none', { referer: 'about:client' }],
  ])('lets %s read nothing of the API', async (_who, headers) => {
    for (const url of [
      SESSIONS,
      SESSION,
      `${SESSION}/export`,
      '/api/v1/health',
      '/api/docs/json',
      '/%61pi/v1/health',
    ])
      expect(await on.get(url, { host: 'localhost:4260', ...headers })).toMatchObject({
        status: 403,
        json: { service: 'attune', code: 'cross-origin' },
      });
  });

  it('lets its own page read, and a link from elsewhere lead to the page and to the API’s description', async () => {
    const own = {
      host: 'localhost:4260',
      'sec-fetch-site': 'same-origin',
      referer: 'http://localhost:4260/',
    };
    expect((await on.get(SESSIONS, own)).status).toBe(200);
    const plain = { host: 'attune.clinic.example', referer: 'http://attune.clinic.example/session' };
    expect((await on.get(SESSIONS, plain)).status).toBe(200);
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect((await on.get('/api/docs', link)).status).toBe(200);
    expect((await on.get('/', { ...link, accept: 'text/html' })).status).toBe(503);
    expect((await on.get(SESSIONS, link)).status).toBe(403);
  });

  it('lets no page of another origin read: no reply carries a CORS header', async () => {
    const { headers } = await on.get(SESSION, { origin: 'https://evil.example' });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });

  it.each([
    ['no host', []],
    ['two hosts', ['host: localhost', 'host: evil.example']],
    ['the same host twice', ['host: localhost', 'host: localhost']],
  ])('refuses a request that names %s, in its own words and with its headers', async (_what, hosts) => {
    await on.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = on.app.server.address() as AddressInfo;
    for (const url of [SESSION, '/']) {
      const socket = createConnection(port, '127.0.0.1');
      socket.write([`DELETE ${url} HTTP/1.1`, ...hosts, 'connection: close', '', ''].join('\r\n'));
      const reply = await text(socket);
      expect(reply).toMatch(/^HTTP\/1\.1 400 /);
      expect(reply.toLowerCase()).toContain('x-content-type-options: nosniff');
      expect(reply).toContain('"service":"attune","code":"invalid-request"');
    }
    expect((await on.get(SESSION)).status).toBe(200);
  });
});
