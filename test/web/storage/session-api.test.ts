import { describe, expect, it } from 'vitest';
import type { Trouble } from '../../../web/storage/http-client.ts';
import { sessionApi, type Reply } from '../../../web/storage/session-api.ts';
import { SESSION_ID, marks, stored } from './outbox-under-test.ts';

const answering = (status: number, body?: unknown) =>
  sessionApi(() =>
    Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status })),
  );

const trouble = (why: Trouble): Reply => ({ kind: 'trouble', why });
const SLOW: Reply = { kind: 'trouble', why: 'silent', lessMayPass: true };
const refused = (code: string): Reply => ({ kind: 'refused', code });

/** A failure in our own format. */
const failure = (code: string, more: object = {}) => ({ service: 'attune', code, message: '', ...more });

describe('sessionApi', () => {
  it('says in whose name it asks, beside what it says else', async () => {
    const heard: Headers[] = [];
    const api = sessionApi((_input, init) => {
      heard.push(new Headers(init?.headers));
      return Promise.resolve(new Response(JSON.stringify({ nextSeq: 7 })));
    });
    await api.as('anna').append(SESSION_ID, marks(1));
    await api.append(SESSION_ID, marks(1));
    expect(heard.map((it) => it.get('attune-account'))).toEqual(['anna', null]);
    expect(heard.map((it) => it.get('content-type'))).toEqual(['application/json', 'application/json']);
  });

  it.each<{ status: number; body?: unknown; reply: Reply }>([
    { status: 200, body: { nextSeq: 7 }, reply: { kind: 'taken', nextSeq: 7 } },
    { status: 409, body: failure('gap', { expectedSeq: 4 }), reply: { kind: 'gap', expectedSeq: 4 } },
    { status: 409, body: failure('conflict'), reply: refused('conflict') },
    { status: 400, body: failure('invalid-request'), reply: refused('invalid-request') },
    { status: 413, body: failure('too-large'), reply: { kind: 'too-large' } },
    { status: 404, body: failure('not-found'), reply: { kind: 'unknown-session' } },
    { status: 410, body: failure('deleted'), reply: { kind: 'deleted' } },
    { status: 410, body: failure('not-found'), reply: trouble('interposed') },
    { status: 403, body: failure('unknown-host'), reply: trouble('interposed') },
    { status: 415, body: failure('unsupported-media-type'), reply: trouble('interposed') },
    { status: 408, body: failure('timeout'), reply: SLOW },
    { status: 429, body: failure('too-many-requests'), reply: trouble('busy') },
    { status: 503, body: failure('unavailable'), reply: trouble('busy') },
    { status: 500, body: failure('internal'), reply: trouble('failing') },
    { status: 507, body: failure('storage-full'), reply: trouble('full') },
    { status: 502, reply: trouble('failing') },
    { status: 404, body: 'a page of another server', reply: trouble('interposed') },
    { status: 200, body: 'a page of another server', reply: trouble('interposed') },
    { status: 204, reply: trouble('interposed') },
    { status: 302, reply: trouble('interposed') },
    // Refusals of others, and codes that do not belong to their status.
    { status: 401, body: { error: 'sign in first' }, reply: trouble('interposed') },
    { status: 400, body: { code: 'invalid-request' }, reply: trouble('interposed') },
    { status: 400, body: failure('FST_ERR_VALIDATION'), reply: trouble('interposed') },
    { status: 400, body: failure('conflict'), reply: trouble('interposed') },
    { status: 409, body: failure('gap'), reply: trouble('interposed') },
    { status: 200, body: { nextSeq: '7' }, reply: trouble('interposed') },
  ])('takes $status $body for $reply', async ({ status, body, reply }) => {
    expect(await answering(status, body).append('a', marks(1))).toEqual(reply);
  });

  it('takes a summary for an answer to its own session only', async () => {
    const summary = { id: SESSION_ID, startedAtMs: 1000, protocol: 'craving-session', eventCount: 3 };
    expect(await answering(201, summary).create(stored())).toEqual({ kind: 'taken', nextSeq: 3 });
    const other = { ...summary, id: SESSION_ID.replace(/1$/, '2') };
    expect(await answering(201, other).create(stored())).toEqual(trouble('interposed'));
    expect(await answering(201, { nextSeq: 3 }).create(stored())).toEqual(trouble('interposed'));
  });

  it('has a session deleted only by the word of the service that it has none', async () => {
    expect(await answering(404, failure('not-found')).remove('a')).toEqual({ kind: 'unknown-session' });
    expect(await answering(204).remove('a')).toEqual(trouble('interposed'));
    expect(await answering(405, '<html>').remove('a')).toEqual(trouble('interposed'));
  });

  it.each([
    [true, 'away'],
    [false, 'offline'],
  ] as const)(
    'tells, where nothing answers and the browser says online %s, that it is %s',
    async (online, why) => {
      const api = sessionApi(() => Promise.reject(new TypeError('Failed to fetch')), {
        isOnline: () => online,
      });
      expect(await api.remove('a')).toEqual(trouble(why));
    },
  );
});
