import { describe, expect, it } from 'vitest';
import { httpClient } from '../../../web/storage/http-client.ts';
import { isAppended, isKeptTrack } from '../../../web/storage/reply-shapes.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

const REQUEST = { method: 'POST', path: '/sessions/a/events', body: { events: [] } } as const;
const trouble = (why: string, more: object = {}) => ({ kind: 'trouble', trouble: { why, ...more } });
const SLOW = trouble('silent', { lessMayPass: true });

function clientOf(fetch: typeof globalThis.fetch) {
  const time = new VirtualTime();
  const http = httpClient(fetch, { scheduler: time.scheduler, isOnline: () => true });
  return { time, http };
}

/** A body that comes in pieces, each when it is let. */
function drip() {
  let to!: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({ start: (controller) => void (to = controller) });
  return {
    body,
    let: (bytes: number) => to.enqueue(new Uint8Array(bytes)),
    end: () => to.close(),
    breakOff: () => to.error(new TypeError('network error')),
  };
}

describe('httpClient', () => {
  it('gives up on a request that is not answered within ten seconds, and tells fetch so', async () => {
    let signal: AbortSignal | null | undefined;
    const { time, http } = clientOf((_input, init) => {
      signal = init?.signal;
      return new Promise(() => undefined);
    });
    let answer: unknown;
    void http.ask(REQUEST, isAppended).then((it) => (answer = it));
    await time.pass(9990);
    expect(answer).toBeUndefined();
    await time.pass(20);
    expect(answer).toEqual(SLOW);
    expect(signal?.aborted).toBe(true);
  });

  it('gives a large body a second more for each 32 kB', async () => {
    const { time, http } = clientOf(() => new Promise(() => undefined));
    let answer: unknown;
    const body = new Blob([new Uint8Array(3_200_000)]);
    void http.ask({ method: 'PUT', path: '/tracks/a', body }, isAppended).then((it) => (answer = it));
    await time.pass(109_000);
    expect(answer).toBeUndefined();
    await time.pass(1100);
    expect(answer).toEqual(SLOW);
  });

  it('waits for a slow download, but not for one that drips', async () => {
    const slow = drip();
    const dripping = drip();
    const bodies = [slow, dripping];
    const { time, http } = clientOf(() => Promise.resolve(new Response(bodies.shift()!.body)));
    const got = http.download('/tracks/a');
    for (let i = 0; i < 30; i++) {
      slow.let(320_000);
      await time.pass(9000);
    }
    slow.end();
    const file = await got;
    expect(file.kind === 'given' && file.value.size).toBe(9_600_000);
    let answer: unknown;
    void http.download('/tracks/a').then((it) => (answer = it));
    for (let i = 0; i < 11; i++) {
      dripping.let(1);
      await time.pass(1000);
    }
    expect(answer).toEqual(SLOW);
  });

  it('takes a reply that breaks off for nobody’s', async () => {
    const half = drip();
    const { http } = clientOf(() => Promise.resolve(new Response(half.body)));
    const asked = http.ask(REQUEST, isAppended);
    half.let(4);
    half.breakOff();
    expect(await asked).toEqual(trouble('interposed'));
  });

  it('leaves no bell ringing once it is answered', async () => {
    let signal: AbortSignal | null | undefined;
    const { time, http } = clientOf((_input, init) => {
      signal = init?.signal;
      return Promise.resolve(Response.json({ nextSeq: 1 }));
    });
    expect(await http.ask(REQUEST, isAppended)).toEqual({ kind: 'given', value: { nextSeq: 1 } });
    await time.pass(60_000);
    expect(signal?.aborted).toBe(false);
  });

  it.each([
    { status: 408, why: 'silent', more: { lessMayPass: true } },
    { status: 413, why: 'interposed', more: { lessMayPass: true } },
    { status: 504, why: 'silent', more: { lessMayPass: true } },
    ...[204, 302, 400, 401, 403, 404, 405, 407, 409].map((status) => ({
      status,
      why: 'interposed',
      more: {},
    })),
  ])('takes $status of anybody else for something that passes', async ({ status, why, more }) => {
    const bodies = ['', '<h1>No</h1>', '{"code":"invalid-request","message":"a stranger’s"}'];
    for (const body of status === 204 ? [null] : bodies) {
      const { http } = clientOf(() => Promise.resolve(new Response(body, { status })));
      expect(await http.ask(REQUEST, isAppended)).toEqual(trouble(why, more));
      expect(await http.remove('/sessions', 'a')).toEqual(trouble(why, more));
    }
  });

  it('hands on which store answered', async () => {
    const headers = { 'attune-store': 'one' };
    const { http } = clientOf(() => Promise.resolve(Response.json({ nextSeq: 1 }, { headers })));
    expect(await http.ask(REQUEST, isAppended)).toMatchObject({ kind: 'given', store: 'one' });
  });

  it.each([
    ['30', 30_000],
    [new Date(90_000).toUTCString(), 90_000],
    ['600', 600_000],
    ['0', undefined],
    ['-5', undefined],
    ['86400', undefined],
    ['soon', undefined],
    [new Date(-90_000).toUTCString(), undefined],
  ])('believes "retry-after: %s" as %s ms', async (header, retryAfterMs) => {
    const { http } = clientOf(() =>
      Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': header } })),
    );
    expect(await http.ask(REQUEST, isAppended)).toEqual(
      trouble('busy', retryAfterMs === undefined ? {} : { retryAfterMs }),
    );
  });

  it('sends nothing into a cache, follows nobody elsewhere, and asks for its own address only', async () => {
    const inits: unknown[] = [];
    const { http } = clientOf((input, init) => {
      inits.push([input, init?.cache, init?.redirect]);
      return Promise.resolve(new Response(null, { status: 204 }));
    });
    await http.ask({ method: 'PUT', path: '/tracks/a/about', body: {} }, isKeptTrack);
    expect(inits).toEqual([['/api/v1/tracks/a/about', 'no-store', 'manual']]);
  });
});
