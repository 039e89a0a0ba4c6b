import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { StoreError } from '../../../server/index.ts';
import { serviceMetrics, type Metrics } from '../../../server/operation/metrics.ts';
import { event, newSession } from '../../support/session-store-contract.ts';
import { EVENTS, SESSION, SESSIONS, withApp } from '../app-under-test.ts';

const TOKEN = 'a-token-of-twenty-four-letters';
const asked = { authorization: `Bearer ${TOKEN}` };

/** The value of a metric; absent: there is no such line. */
const valueOf = (text: string, line: string): number | undefined => {
  const found = text.split('\n').find((it) => it.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.split(' ')[1]);
};

describe('serviceMetrics', () => {
  let metrics: Metrics;
  const on = withApp(() => {
    metrics = serviceMetrics({ for: 'token', token: TOKEN });
    return { watch: metrics.watch };
  });

  it('has requests by pattern, method and status, and what the process takes', async () => {
    await on.post(SESSIONS, newSession());
    await on.post(EVENTS, { events: [event(0), event(1)] });
    await on.get(SESSION);
    await on.get('/no/such/address');
    const { status, text, headers } = await on.get('/metrics', asked);
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    const count = 'attune_http_request_seconds_count';
    expect(valueOf(text, `${count}{method="GET",route="/api/v1/sessions/:id",status="200"}`)).toBe(1);
    expect(valueOf(text, `${count}{method="POST",route="/api/v1/sessions/:id/events",status="200"}`)).toBe(1);
    expect(valueOf(text, `${count}{method="GET",route="none",status="404"}`)).toBe(1);
    for (const name of [
      'nodejs_eventloop_lag_mean_seconds',
      'nodejs_heap_size_used_bytes',
      'attune_open_connections',
    ])
      expect(valueOf(text, name)).toBeGreaterThanOrEqual(0);
  });

  it.each<Record<string, string>>([
    {},
    { authorization: 'Bearer wrong' },
    { authorization: TOKEN },
    { authorization: 'Bearer ' },
  ])('are not there for who asks with %j', async (headers) => {
    const { status, text } = await on.get('/metrics', headers);
    expect(status).toBe(404);
    expect(text).not.toContain('attune_');
  });

  it('has no person, no id and no secret in it, nor has the log', async () => {
    const canaries = {
      id: '0badcafe-0000-4000-8000-00000000cafe',
      protocol: 'canary-protocol',
      name: 'canary-name',
      token: 'canary-token',
      address: '198.51.100.77',
    };
    await on.post(SESSIONS, { id: canaries.id, startedAtMs: 1, protocol: canaries.protocol });
    const note = { ...event(0), type: 'note', text: canaries.name };
    await on.post(`${SESSIONS}/${canaries.id}/events`, { events: [note] });
    await on.post(`${SESSIONS}/${canaries.id}/events`, { events: [{ ...note, text: 'other' }] });
    await on.post(`${SESSIONS}/${canaries.id}/events`, `{"events": "${canaries.name}`);
    await on.get(`/${canaries.name}?token=${canaries.token}`, { cookie: `session=${canaries.token}` });
    await on.get(`${SESSIONS}?before=${canaries.name}~x`, { authorization: `Bearer ${canaries.token}` });
    await on.app.inject({ url: `${SESSIONS}/${canaries.id}`, remoteAddress: canaries.address });
    await on.get(`/api/v1/tracks/own-${createHash('sha256').update('x').digest('hex').slice(0, 16)}`);
    await on.store.close();
    expect((await on.get(`${SESSIONS}/${canaries.id}`)).status).toBe(500);
    const { text } = await on.get('/metrics', asked);
    expect(text).toContain('attune_http_request_seconds');
    expect(on.log()).toContain('request failed');
    for (const canary of Object.values(canaries)) {
      expect(text).not.toContain(canary);
      expect(on.log()).not.toContain(canary);
    }
  });

  it('counts acknowledged batches, and errors of stores by their code', async () => {
    for (const events of [1, 3]) metrics.appended(events);
    on.app.get('/full', () => Promise.reject(new StoreError('full', 'no room')));
    expect((await on.get('/full')).status).toBe(507);
    const { text } = await on.get('/metrics', asked);
    expect(valueOf(text, 'attune_acknowledged_batches_total')).toBe(2);
    expect(valueOf(text, 'attune_acknowledged_events_total')).toBe(4);
    expect(valueOf(text, 'attune_store_errors_total{code="full"}')).toBe(1);
  });
});

describe('metrics for this machine', () => {
  const on = withApp(() => ({ watch: serviceMetrics({ for: 'loopback' }).watch, trustProxy: ['127.0.0.1'] }));
  const statusFrom = async (remoteAddress: string, headers: Record<string, string> = {}) =>
    (await on.app.inject({ url: '/metrics', remoteAddress, headers })).statusCode;

  it('are there for it, and not for who comes from elsewhere or through a proxy on it', async () => {
    expect(await statusFrom('127.0.0.1')).toBe(200);
    expect(await statusFrom('::1')).toBe(200);
    expect(await statusFrom('198.51.100.7')).toBe(404);
    expect(await statusFrom('127.0.0.1', { 'x-forwarded-for': '198.51.100.7' })).toBe(404);
    expect(await statusFrom('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(404);
    expect(await statusFrom('198.51.100.7', { 'x-forwarded-for': '127.0.0.1' })).toBe(404);
  });
});

describe('metrics that nobody asked for', () => {
  const on = withApp();
  it('are not there', async () => {
    expect((await on.get('/metrics')).status).toBe(404);
  });
});
