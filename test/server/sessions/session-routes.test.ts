import { describe, expect, it } from 'vitest';
import { event, newSession, sessionId } from '../../support/session-store-contract.ts';
import { EVENTS, SESSION, SESSIONS, withApp } from '../app-under-test.ts';

const on = withApp();

describe('POST /sessions', () => {
  it('makes a session, and takes its announcement again', async () => {
    const summary = { ...newSession(), eventCount: 0 };
    expect(await on.post(SESSIONS, newSession())).toMatchObject({ status: 201, json: summary });
    expect(await on.post(SESSIONS, newSession())).toMatchObject({ status: 200, json: summary });
  });

  it('says how far the log is when a session is announced again', async () => {
    await on.post(SESSIONS, newSession());
    await on.post(EVENTS, { events: [event(0), event(1)] });
    expect(await on.post(SESSIONS, newSession())).toMatchObject({ status: 200, json: { eventCount: 2 } });
  });

  it('refuses another session under the same id', async () => {
    await on.post(SESSIONS, newSession());
    const answer = await on.post(SESSIONS, { ...newSession(), protocol: 'other' });
    expect(answer).toMatchObject({ status: 409, json: { code: 'conflict' } });
    expect((await on.get(SESSION)).json).toEqual({ ...newSession(), eventCount: 0 });
  });

  it.each([
    ['an id that is no UUID', { id: '../../etc/passwd' }],
    ['an id in capitals, which would be a second id', { id: 'ABCDEF00-0000-4000-8000-000000000001' }],
    ['a missing id', { id: undefined }],
    ['a time in words', { startedAtMs: '2024-01-01' }],
    ['a time as text, which is not taken for a number', { startedAtMs: '1000' }],
    ['a time before 1970', { startedAtMs: -1 }],
    ['no time', { startedAtMs: null }],
    ['an empty protocol', { protocol: '' }],
    ['a protocol with control characters', { protocol: 'a\u0000b' }],
    ['a protocol of excessive length', { protocol: 'x'.repeat(101) }],
    ['a property too many', { name: 'Jane Doe' }],
  ])('refuses %s', async (_what, part) => {
    const answer = await on.post(SESSIONS, { ...newSession(), ...part });
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
    expect((await on.get(SESSIONS)).json).toEqual({ sessions: [] });
  });
});

describe('GET /sessions', () => {
  it('is empty at first', async () => {
    expect(await on.get(SESSIONS)).toMatchObject({ status: 200, json: { sessions: [] } });
  });

  it('gives count, first and last time, protocol and end of each', async () => {
    await on.post(SESSIONS, newSession());
    await on.post(EVENTS, { events: [event(0), event(1, { type: 'session-ended' })] });
    const session = { ...newSession(), eventCount: 2, firstAtMs: 1000, lastAtMs: 1812.5, endedAtMs: 1812.5 };
    expect((await on.get(SESSIONS)).json).toEqual({ sessions: [session] });
  });

  it('pages from the newest to the oldest, also where several began at once', async () => {
    for (let n = 1; n <= 7; n += 1) await on.post(SESSIONS, newSession(n, n < 4 ? 1_700_000_000_000.5 : n));
    const ids: string[] = [];
    let url = `${SESSIONS}?limit=3`;
    for (let pages = 0; url !== ''; pages += 1) {
      expect(pages).toBeLessThan(3);
      const page = (await on.get(url)).json as { sessions: { id: string }[]; next?: string };
      ids.push(...page.sessions.map(({ id }) => id));
      url = page.next === undefined ? '' : `${SESSIONS}?limit=3&before=${encodeURIComponent(page.next)}`;
    }
    expect(ids).toEqual([3, 2, 1, 7, 6, 5, 4].map(sessionId));
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'before=x', `before=.~${sessionId(1)}`, 'sort=id'])(
    'refuses ?%s',
    async (query) => {
      const answer = await on.get(`${SESSIONS}?${query}`);
      expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
    },
  );
});

describe('GET /sessions/:id', () => {
  it('gives the session', async () => {
    await on.post(SESSIONS, newSession());
    expect(await on.get(SESSION)).toMatchObject({ status: 200, json: { ...newSession(), eventCount: 0 } });
  });

  it('knows nothing of a session that was never announced', async () => {
    expect(await on.get(SESSION)).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });

  it('refuses an id that is no UUID', async () => {
    expect(await on.get(`${SESSIONS}/1`)).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
  });
});

describe('DELETE /sessions/:id', () => {
  it('removes the session and its events, once', async () => {
    await on.post(SESSIONS, newSession());
    await on.post(EVENTS, { events: [event(0)] });
    const gone = { status: 200, json: { service: 'attune', deleted: newSession().id, erased: true } };
    expect(await on.delete(SESSION)).toMatchObject(gone);
    for (const url of [SESSION, EVENTS, `${SESSION}/export`]) {
      expect(await on.get(url)).toMatchObject({ status: 404, json: { code: 'not-found' } });
    }
    expect(await on.delete(SESSION)).toMatchObject(gone);
    expect((await on.get(SESSIONS)).json).toEqual({ sessions: [] });
  });
});

describe('GET /health', () => {
  it('is well while the log can be read, and unavailable after', async () => {
    expect(await on.get('/api/v1/health')).toMatchObject({ status: 200, json: { status: 'ok' } });
    await on.store.close();
    const answer = await on.get('/api/v1/health');
    expect(answer).toMatchObject({ status: 503, json: { code: 'unavailable' } });
  });
});
