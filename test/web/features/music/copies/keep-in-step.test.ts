import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { filter, firstValueFrom, Subject, VirtualTimeScheduler } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  buildApp,
  openSqliteSessionStore,
  openTrackStore,
  type TrackStore,
} from '../../../../../server/index.ts';
import { withCopies } from '../../../../../web/features/music/copies/keep-in-step.ts';
import { tracksApi } from '../../../../../web/features/music/copies/tracks-api.ts';
import { keptMusicText } from '../../../../../web/features/music/copies/words.ts';
import {
  copiesViewModel,
  type MusicCopies,
} from '../../../../../web/features/music/copies/copies-view-model.ts';
import { FakeLocks } from '../../../fake-locks.ts';
import { musicBrowser, type MusicBrowser } from './music-browser.ts';

let folder: string;
let tracks: TrackStore;
let app: FastifyInstance;
/** Whether the service can be reached, and what was asked of it. */
let reachable: boolean;
let requests: string[];

/** `fetch` of a page that the service has served. */
const fakeFetch: typeof fetch = async (input, { method = 'GET', headers, body } = {}) => {
  const url = input as string;
  requests.push(`${method} ${url.replace('/api/v1/tracks', '')}`);
  if (!reachable) throw new TypeError('Failed to fetch');
  const sent = body instanceof Blob ? Buffer.from(await body.arrayBuffer()) : (body as string | undefined);
  const answer = await app.inject({
    method: method as 'GET',
    url,
    headers: headers as Record<string, string>,
    ...(sent !== undefined && { payload: sent }),
  });
  const bytes = answer.statusCode === 204 ? null : new Uint8Array(answer.rawPayload);
  const store = answer.headers['attune-store'];
  return new Response(bytes, {
    status: answer.statusCode,
    ...(typeof store === 'string' && { headers: { 'attune-store': store } }),
  });
};

const opened: MusicBrowser[] = [];
/** A browser that has never been here, with the switch on. */
const browser = async ({ on = true } = {}) => {
  const it = await musicBrowser(tracksApi(fakeFetch, { isOnline: () => true }));
  opened.push(it);
  await it.database.setRules(() => ({ onServer: on }));
  return it;
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-kept-'));
  tracks = await openTrackStore({ folder });
  app = buildApp({ store: await openSqliteSessionStore(':memory:'), tracks });
  reachable = true;
  requests = [];
});
afterEach(async () => {
  await app.close();
  await tracks.close();
  for (const { database } of opened.splice(0)) await database.delete();
  rmSync(folder, { recursive: true, force: true });
});

const idsThere = async () => (await tracks.list()).map(({ id }) => id);

describe('pass', () => {
  it('asks nothing of the service while the switch is off', async () => {
    const { bring, step } = await browser({ on: false });
    await bring('a song');
    expect(await step()).toBe('in-step');
    expect(requests).toEqual([]);
  });

  it('brings a song with its place to the service once, and from there to another browser', async () => {
    const [here, other] = [await browser(), await browser()];
    const id = await here.bring('a song');
    await here.database.change(id, { placed: { family: 'calming', level: 2 }, trigger: 'clean' });
    expect(await here.step()).toBe('in-step');
    expect(await here.step()).toBe('in-step');
    // The list is asked again for what was said: the reply to that is empty, as a portal's can be.
    expect(requests).toEqual([
      'GET ',
      `GET /${id}/upload`,
      `PATCH /${id}/upload`,
      `PUT /${id}/about`,
      'GET ',
      'GET ',
    ]);
    expect(await other.step()).toBe('in-step');
    const line = {
      placed: { family: 'calming', level: 2 },
      trigger: 'clean',
      title: 'a song',
      addedAtMs: 1000,
    };
    expect(await other.database.tracks.get(id)).toMatchObject(line);
    expect(await (await other.bytes.get(id))?.text()).toBe('a song');
  });

  it('waits for a service that is away, and goes on where it was', async () => {
    const { bring, step } = await browser();
    const id = await bring('a song');
    reachable = false;
    expect(await step()).toBe('away');
    reachable = true;
    expect(await step()).toBe('in-step');
    expect(await idsThere()).toEqual([id]);
  });

  describe('after the service opened its store anew', () => {
    const reopen = async (folder: string) => {
      await app.close();
      await tracks.close();
      tracks = await openTrackStore({ folder });
      app = buildApp({ store: await openSqliteSessionStore(':memory:'), tracks });
    };

    it('sends everything again where all of it is gone', async () => {
      const { bring, step } = await browser();
      const ids = [await bring('a song'), await bring('another')];
      await step();
      await reopen(join(folder, 'empty'));
      expect(await step()).toBe('in-step');
      expect((await idsThere()).toSorted()).toEqual(ids.toSorted());
    });

    it('sends nothing again of what was taken off it, where it has the rest', async () => {
      const [here, other] = [await browser(), await browser()];
      const ids = [await here.bring('a song'), await here.bring('another')];
      await here.step();
      await other.step();
      await tracks.delete(ids[0]!);
      await reopen(folder);
      expect(await other.step()).toBe('in-step');
      expect(await idsThere()).toEqual([ids[1]]);
    });
  });

  it('carries a later word on a track to the other browser, and does not carry it back', async () => {
    const [here, other] = [await browser(), await browser()];
    const id = await here.bring('a song');
    await here.step();
    await other.step();
    await other.database.change(id, { trigger: 'trigger', placed: { family: 'activating', level: 4 } });
    await other.step();
    await here.step();
    expect(await here.database.tracks.get(id)).toMatchObject({
      trigger: 'trigger',
      placed: { family: 'activating', level: 4 },
    });
    requests = [];
    await here.step();
    await other.step();
    expect(requests).toEqual(['GET ', 'GET ']);
  });

  it('deletes there what was taken away for good, later if need be, and even with the switch off', async () => {
    const { bring, step, takeAwayForGood, database } = await browser();
    const id = await bring('a song');
    await step();
    await takeAwayForGood(id);
    await database.setRules(() => ({ onServer: false }));
    reachable = false;
    expect(await step()).toBe('away');
    reachable = true;
    expect(await step()).toBe('in-step');
    expect(await idsThere()).toEqual([]);
  });

  it('lets a track that was deleted stay deleted, whatever other browsers still have', async () => {
    const [here, other] = [await browser(), await browser()];
    const id = await here.bring('a song');
    await here.step();
    await other.step();
    await here.takeAwayForGood(id);
    for (const { step } of [here, other, here, other]) await step();
    expect(await idsThere()).toEqual([]);
    expect(await here.database.tracks.get(id)).toBeUndefined();
    expect(await other.database.tracks.get(id)).toBeDefined();
    // Given again, it is wanted again.
    await here.bring('a song');
    await here.step();
    expect(await idsThere()).toEqual([id]);
  });

  it('leaves alone a track that was taken away and may still be had back', async () => {
    const { bring, step, database } = await browser();
    const id = await bring('a song');
    await step();
    await database.change(id, { removed: true });
    await step();
    expect(await idsThere()).toEqual([id]);
    expect((await database.tracks.get(id))?.removed).toBe(true);
  });
});

describe('withCopies', () => {
  it('fetches back a file that the browser has lost, and keeps it', async () => {
    const { bring, step, bytes, ports, database } = await browser();
    const id = await bring('a song');
    await step();
    await bytes.remove(id);
    expect(await (await withCopies(ports).get(id))?.text()).toBe('a song');
    expect(await (await bytes.get(id))?.text()).toBe('a song');
    await bytes.remove(id);
    await database.setRules(() => ({ onServer: false }));
    expect(await withCopies(ports).get(id)).toBeUndefined();
  });

  it('asks again for a track that the service does not have once a minute is over, or the clock put back', async () => {
    const { ports } = await browser();
    let nowMs = 1_000_000;
    const bytes = withCopies({ ...ports, now: () => nowMs });
    const askedAfter = async (ms: number) => {
      nowMs += ms;
      requests.length = 0;
      expect(await bytes.get('own-0123456789abcdef')).toBeUndefined();
      return requests.length;
    };
    expect(await askedAfter(0)).toBe(1);
    expect(await askedAfter(30_000)).toBe(0);
    expect(await askedAfter(30_000)).toBe(1);
    expect(await askedAfter(-3_600_000)).toBe(1);
    // No word of the service's own is no reason to wait.
    reachable = false;
    expect(await askedAfter(60_000)).toBe(1);
    expect(await askedAfter(0)).toBe(1);
  });

  it('takes no other bytes for the track', async () => {
    const { ports, bytes } = await browser();
    const api = {
      ...ports.api,
      get: () => Promise.resolve({ ok: true as const, value: new Blob(['noise']) }),
    };
    const id = 'own-0123456789abcdef';
    expect(await withCopies({ ...ports, api }).get(id)).toBeUndefined();
    expect(await bytes.get(id)).toBeUndefined();
  });
});

describe('copiesViewModel', () => {
  it('says what waits, copies by itself once the service is back, and deletes the copies on request', async () => {
    const { ports, bring } = await browser({ on: false });
    const id = await bring('a song');
    const online$ = new Subject<void>();
    // Its time stands still: nothing below happens by waiting.
    const scheduler = new VirtualTimeScheduler();
    const copies = copiesViewModel({ ...ports, locks: new FakeLocks().tab(), online$, scheduler });
    const stands = async (fits: (kept: MusicCopies) => boolean) =>
      keptMusicText((await firstValueFrom(copies.kept$.pipe(filter((kept) => !!kept && fits(kept)))))!);
    expect(await stands(({ here }) => here === 1)).toBe('');

    reachable = false;
    await copies.setOn(true);
    online$.next();
    expect(await stands(({ waits, on }) => on && waits === 'away')).toBe(
      'Your Attune cannot be reached now. 1 song will follow as soon as it can.',
    );
    reachable = true;
    online$.next();
    expect(await stands(({ there, waits, carrying }) => there === 1 && !waits && !carrying)).toBe(
      'Your song is there too.',
    );
    expect(await idsThere()).toEqual([id]);

    await copies.setOn(false);
    expect(await stands(({ on }) => !on)).toBe('Still there: 1 song of yours.');
    await copies.removeCopies();
    online$.next();
    expect(await stands((kept) => kept.copies === 0 && kept.forgetting === 0)).toBe('');
    expect(await idsThere()).toEqual([]);
  });
});
