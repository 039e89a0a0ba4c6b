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

  it('lets no page of another origin read: no reply carries a CORS header', async () => {
    const { headers } = await on.get(SESSION, { origin: 'https://evil.example' });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  });
});
