import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpResponse } from 'msw';
import { Subject } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  buildApp,
  openSqliteSessionStore,
  openTrackStore,
  type SessionStore,
  type TrackStore,
} from '../../../server/index.ts';
import { tracksApi } from '../../../web/features/music/copies/tracks-api.ts';
import { keptMusicText } from '../../../web/features/music/copies/words.ts';
import {
  copiesViewModel,
  type CopiesViewModel,
} from '../../../web/features/music/copies/copies-view-model.ts';
import { FakeLocks } from '../fake-locks.ts';
import { musicBrowser, type MusicBrowser } from '../features/music/copies/music-browser.ts';
import { Browser } from '../storage/outbox-under-test.ts';
import { faults } from './faults.ts';
import { FaultyNetwork } from './faulty-network.ts';

const PLACE = { placed: { family: 'calming', level: 2 }, trigger: 'clean' } as const;

let folder: string;
let tracks: TrackStore;
let store: SessionStore;
let browser: Browser<FaultyNetwork>;
let music: MusicBrowser;
let copies: CopiesViewModel;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attune-network-'));
  tracks = await openTrackStore({ folder });
  store = await openSqliteSessionStore(':memory:');
  browser = new Browser((time) => new FaultyNetwork(time));
  const { network, time } = browser;
  network.app = buildApp({ store, tracks });
  const { scheduler } = time;
  music = await musicBrowser(tracksApi(network.fetch, { scheduler, isOnline: () => network.online }));
  copies = copiesViewModel({
    ...music.ports,
    locks: new FakeLocks().tab(),
    online$: new Subject<void>(),
    scheduler,
    chance: () => 1,
  });
  await copies.setOn(true);
});

afterEach(async () => {
  browser.network.close();
  await browser.network.app?.close();
  await tracks.close();
  await store.close();
  await music.database.delete();
  rmSync(folder, { recursive: true, force: true });
});

const said = (): string => (copies.kept$.value ? keptMusicText(copies.kept$.value) : '');
const idsThere = async () => (await tracks.list()).map(({ id }) => id);

async function bringPlaced(name: string): Promise<string> {
  const id = await music.bring(name);
  await music.database.change(id, PLACE);
  return id;
}

describe.each(faults)('a song, while $name', ({ fault, online = true, silent = false, saidOfMusic }) => {
  it('stays here, the line says what is the matter, and afterwards it is there with its place', async () => {
    Object.assign(browser.network, { fault, online, silent });
    const id = await bringPlaced('a song');
    await browser.until(() => said().startsWith(saidOfMusic));
    expect(await (await music.bytes.get(id))?.text()).toBe('a song');
    Object.assign(browser.network, { fault: undefined, online: true, silent: false });
    await browser.until(() => said() === 'Your song is there too.');
    expect(await tracks.list()).toEqual([
      { id, sizeBytes: 6, about: expect.objectContaining(PLACE) as unknown },
    ]);
    expect(await music.database.tracks.get(id)).toMatchObject(PLACE);
  });
});

describe('a portal that says yes to everything that is empty anyway', () => {
  const yes = ({ request }: { request: Request }): Response | undefined =>
    request.method === 'DELETE' || request.url.endsWith('/about')
      ? new HttpResponse(null, { status: 204 })
      : undefined;

  it('deletes no song there, and the song is not forgotten', async () => {
    const id = await bringPlaced('a song');
    await browser.until(() => said() === 'Your song is there too.');
    browser.network.fault = yes;
    await music.takeAwayForGood(id);
    await browser.until(() => said().endsWith('1 song will be deleted there as soon as it can.'));
    expect(await idsThere()).toEqual([id]);
    // Another song goes its way all the same.
    browser.network.fault = (way) => (way.request.method === 'DELETE' ? yes(way) : undefined);
    const other = await bringPlaced('another song');
    await browser.until(async () => (await idsThere()).includes(other));
    browser.network.fault = undefined;
    await browser.until(() => said() === 'Your song is there too.');
    expect(await idsThere()).toEqual([other]);
  });

  it('does not make a later word on a song forgotten', async () => {
    const id = await bringPlaced('a song');
    await browser.until(() => said() === 'Your song is there too.');
    browser.network.fault = yes;
    await music.database.change(id, { trigger: 'trigger' });
    await browser.until(() => said().startsWith('Something between you and your Attune'));
    browser.network.fault = undefined;
    await browser.until(() => said() === 'Your song is there too.');
    expect((await tracks.list())[0]?.about?.trigger).toBe('trigger');
    expect((await music.database.tracks.get(id))?.trigger).toBe('trigger');
  });
});

describe('copies of music, against nonsense', () => {
  it('are asked for a few times a minute at most, whatever happens to the songs meanwhile', async () => {
    browser.network.fault = () => HttpResponse.json({ tracks: 'many' });
    const id = await bringPlaced('a song');
    const fromMs = browser.time.clock();
    let level: 1 | 2 = 1;
    await browser.until(async () => {
      level = level === 1 ? 2 : 1;
      await music.database.change(id, { placed: { family: 'calming', level } });
      return browser.time.clock() - fromMs > 300_000;
    });
    const asked = browser.network.askedAtMs.filter((atMs) => atMs >= fromMs);
    expect(asked.filter((atMs) => atMs < fromMs + 60_000).length).toBeLessThanOrEqual(8);
    expect(asked.filter((atMs) => atMs >= fromMs + 60_000).length).toBeLessThanOrEqual(8);
  });
});
