import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openSqliteFile, overSqlite } from '../../../server/database/dialects/sqlite.ts';
import { MAX_BATCH_EVENTS, MAX_EVENT_CHARACTERS, buildApp, type LoggedEvent } from '../../../server/index.ts';
import { openOnce } from '../../../server/database/reopening.ts';
import { SCHEMA, type Tables } from '../../../server/schema.ts';
import { sqlSessionStore } from '../../../server/sessions/sql-session-store.ts';
import { event, newSession, sessionId } from '../../support/session-store-contract.ts';
import { EVENTS, SESSION, SESSIONS, withApp } from '../app-under-test.ts';

const on = withApp();
beforeEach(() => on.post(SESSIONS, newSession()));

const events = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => event(from + i));
const send = (...batch: readonly object[]) => on.post(EVENTS, { events: batch });
const logged = async () => ((await on.get(`${EVENTS}?limit=1000`)).json as { events: LoggedEvent[] }).events;
const ndjson = (...all: readonly object[]) => all.map((it) => `${JSON.stringify(it)}\n`).join('');

describe('POST /sessions/:id/events', () => {
  it('appends and answers where to go on', async () => {
    expect(await send(...events(0, 3))).toMatchObject({ status: 200, json: { nextSeq: 3 } });
    expect(await send(...events(3, 4))).toMatchObject({ status: 200, json: { nextSeq: 4 } });
    expect(await logged()).toEqual(events(0, 4));
  });

  it('acknowledges events that it has, and stores them once', async () => {
    await send(...events(0, 3));
    expect(await send(...events(0, 3))).toMatchObject({ status: 200, json: { nextSeq: 3 } });
    expect(await send(...events(2, 5))).toMatchObject({ status: 200, json: { nextSeq: 5 } });
    expect(await logged()).toEqual(events(0, 5));
  });

  it('names the event that differs and takes nothing of the batch', async () => {
    await send(...events(0, 2));
    const answer = await send(event(1, { hex: 'other' }), event(2));
    expect(answer.status).toBe(409);
    expect(answer.json).toEqual({
      service: 'attune',
      code: 'conflict',
      message: 'The log has another event 1.',
      seq: 1,
    });
    expect(await logged()).toEqual(events(0, 2));
  });

  it('names the first missing event and takes nothing of the batch', async () => {
    await send(...events(0, 2));
    const answer = await send(...events(3, 5));
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({ code: 'gap', expectedSeq: 2 });
    expect(await logged()).toEqual(events(0, 2));
  });

  it('asks for a session first', async () => {
    const answer = await on.post(`${SESSIONS}/${sessionId(9)}/events`, { events: [event(0)] });
    expect(answer).toMatchObject({ status: 404, json: { code: 'not-found' } });
  });

  it('takes the largest batch of small events', async () => {
    const batch = Array.from({ length: MAX_BATCH_EVENTS }, (_, seq) => event(seq));
    expect(await send(...batch)).toMatchObject({ status: 200, json: { nextSeq: MAX_BATCH_EVENTS } });
    expect(await send(...batch)).toMatchObject({ status: 200, json: { nextSeq: MAX_BATCH_EVENTS } });
  });

  it('refuses a batch of more than 4 MiB', async () => {
    const answer = await send(
      ...Array.from({ length: 50 }, (_, seq) => event(seq, { x: 'x'.repeat(90_000) })),
    );
    expect(answer).toMatchObject({ status: 413, json: { code: 'too-large' } });
  });

  it('takes an event of the largest size, and none above it', async () => {
    const room = MAX_EVENT_CHARACTERS - JSON.stringify(event(0, { x: '' })).length;
    expect(await send(event(0, { x: 'x'.repeat(room + 1) }))).toMatchObject({ status: 413 });
    expect(await send(event(0, { x: 'x'.repeat(room) }))).toMatchObject({ status: 200 });
  });

  it('takes a type of events that it has never heard of', async () => {
    const strange = event(0, { type: 'from-a-later-engine', nested: { a: [1, { b: null }] } });
    await send(strange);
    expect(await logged()).toEqual([strange]);
  });

  it('takes what an activity concluded, and refuses one that text is hidden in without repeating it', async () => {
    const about = { type: 'activity', author: 'person', activity: 'relaxation', version: 1, what: 'body' };
    const first = { seq: 0, atMs: 0, ...about, details: { feels: 'softer' } };
    expect(await send(first)).toMatchObject({ status: 200 });
    const answer = await send({ seq: 1, atMs: 9, ...about, details: { feels: 'As on the day she left' } });
    expect(answer).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
    expect(JSON.stringify(answer.json)).not.toContain('she left');
    expect(await logged()).toEqual([first]);
  });

  it.each<[string, object]>([
    ['no events', { events: [] }],
    ['events that are no list', { events: { 0: event(0) } }],
    ['too many events', { events: Array.from({ length: MAX_BATCH_EVENTS + 1 }, (_, seq) => event(seq)) }],
    ['something beside the events', { events: [event(0)], session: 'x' }],
    ['an event that is no object', { events: [1] }],
    ['an event that is null', { events: [null] }],
    ['a negative number', { events: [event(-1)] }],
    ['a broken number', { events: [event(0.5)] }],
    ['a number beyond 31 bits', { events: [event(2 ** 31)] }],
    ['a number as text', { events: [event(0, { seq: '0' })] }],
    ['no number', { events: [event(0, { seq: undefined })] }],
    ['a time as text', { events: [event(0, { atMs: '1' })] }],
    ['no time', { events: [event(0, { atMs: null })] }],
    ['an empty type', { events: [event(0, { type: '' })] }],
    ['a long type', { events: [event(0, { type: 'x'.repeat(65) })] }],
    ['a type that is no text', { events: [event(0, { type: ['packet'] })] }],
    ['an unknown author', { events: [event(0, { author: 'root' })] }],
    ['no author', { events: [event(0, { author: undefined })] }],
  ])('refuses %s', async (_what, body) => {
    expect(await on.post(EVENTS, body)).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
    expect(await logged()).toEqual([]);
  });

  it('answers 507 when the disk is full', async () => {
    const database = openSqliteFile(':memory:');
    const store = sqlSessionStore(openOnce(await overSqlite<Tables>(database, SCHEMA)));
    await store.create(newSession());
    database.pragma(`max_page_count = ${Number(database.pragma('page_count', { simple: true })) + 1}`);
    const app = buildApp({ store });
    const answer = await app.inject({
      method: 'POST',
      url: EVENTS,
      payload: { events: [event(0, { x: 'x'.repeat(50_000) })] },
    });
    expect(answer.statusCode).toBe(507);
    expect(answer.json()).toMatchObject({ service: 'attune', code: 'storage-full' });
    await app.close();
    await store.close();
  });

  it('holds the log exactly once, however the sender cuts, repeats and mixes its batches', async () => {
    let n = 100;
    const cut = fc.record({
      back: fc.nat(6),
      length: fc.integer({ min: 1, max: 15 }),
      times: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { minLength: 1, maxLength: 8 }), async (cuts) => {
        const session = newSession((n += 1));
        await on.post(SESSIONS, session);
        let end = 0;
        for (const { back, length, times } of cuts) {
          const from = Math.max(0, end - back);
          end = Math.max(end, from + length);
          const body = { events: events(from, from + length) };
          const retries = Array.from({ length: times }, () =>
            on.post(`${SESSIONS}/${session.id}/events`, body),
          );
          for (const answer of await Promise.all(retries)) {
            expect(answer).toMatchObject({ status: 200, json: { nextSeq: end } });
          }
        }
        expect((await on.get(`${SESSIONS}/${session.id}/export`)).text).toBe(ndjson(...events(0, end)));
      }),
      { numRuns: 25 },
    );
  });
});

describe('GET /sessions/:id/events', () => {
  beforeEach(() => send(...events(0, 10)));

  it('gives everything from the start', async () => {
    expect((await on.get(EVENTS)).json).toEqual({ events: events(0, 10) });
  });

  it('gives a page and says where the next one begins', async () => {
    expect((await on.get(`${EVENTS}?from=2&limit=3`)).json).toEqual({ events: events(2, 5), nextFrom: 5 });
    expect((await on.get(`${EVENTS}?from=8&limit=2`)).json).toEqual({ events: events(8, 10) });
  });

  it('is empty past the end', async () => {
    expect((await on.get(`${EVENTS}?from=10`)).json).toEqual({ events: [] });
  });

  it.each(['from=-1', 'from=x', 'limit=0', 'limit=1001', 'to=3'])('refuses ?%s', async (query) => {
    expect(await on.get(`${EVENTS}?${query}`)).toMatchObject({
      status: 400,
      json: { code: 'invalid-request' },
    });
  });

  it('knows nothing of a session that was never announced', async () => {
    expect(await on.get(`${SESSIONS}/${sessionId(9)}/events`)).toMatchObject({ status: 404 });
  });
});

describe('GET /sessions/:id/export', () => {
  it('gives back each event as it was written, a line each, over any number of pages', async () => {
    await send(...events(0, 450));
    const answer = await on.get(`${SESSION}/export`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/x-ndjson; charset=utf-8');
    expect(answer.text).toBe(ndjson(...events(0, 450)));
  });

  it('gives back the very bytes of whatever JSON can say', async () => {
    let n = 100;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 5 }), async (values) => {
        const session = newSession((n += 1));
        await on.post(SESSIONS, session);
        // As text, so that the test's own client writes nothing anew.
        const batch = values.map((value, seq) => event(seq, { value }));
        const body = JSON.stringify({ events: batch });
        fc.pre(!/"(__proto__|constructor)"/.test(body));
        expect((await on.post(`${SESSIONS}/${session.id}/events`, body)).status).toBe(200);
        expect((await on.get(`${SESSIONS}/${session.id}/export`)).text).toBe(ndjson(...batch));
      }),
      { numRuns: 60 },
    );
  });

  it('has a file name that says nothing of the person or the purpose', async () => {
    const { headers } = await on.get(`${SESSION}/export`);
    expect(headers['content-disposition']).toBe(`attachment; filename="session-${sessionId(1)}.ndjson"`);
  });

  it('is empty for a session without events', async () => {
    expect(await on.get(`${SESSION}/export`)).toMatchObject({ status: 200, text: '' });
  });

  it('breaks off when the session is deleted meanwhile, rather than ending as if it were whole', async () => {
    // More than the stream and the connection hold ahead of the reader.
    for (let seq = 0; seq < 450; seq += 30) {
      await send(...events(seq, seq + 30).map((it) => ({ ...it, filler: 'x'.repeat(20_000) })));
    }
    const answer = await on.app.inject({ url: `${SESSION}/export`, payloadAsStream: true });
    await on.store.delete(sessionId(1));
    const read = async () => {
      let size = 0;
      for await (const chunk of answer.stream()) size += (chunk as Buffer).length;
      return size;
    };
    await expect(read()).rejects.toThrow();
    expect(on.log()).toContain('reply broke off');
  });
});
