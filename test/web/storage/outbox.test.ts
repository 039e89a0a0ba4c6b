// First: Dexie follows changes only where it finds an IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replayLog, type SessionEvent } from '../../../engine/index.ts';
import { buildApp, openSqliteSessionStore, type SessionStore } from '../../../server/index.ts';
import { lastRead, readOf } from '../../../web/storage/live-table.ts';
import { asNdjson } from '../../../web/storage/outbox.ts';
import { beatsAt, started } from '../../support/session-inputs.ts';
import {
  Browser,
  Network,
  SESSION_ID,
  databaseIn,
  marks,
  newSession,
  stored,
  type Tab,
} from './outbox-under-test.ts';

let browser: Browser;
let store: SessionStore;
let tabs: Tab[];

const openTab = (): Tab => {
  const tab = browser.open();
  tabs.push(tab);
  return tab;
};

const connect = (): void => {
  browser.network.app = buildApp({ store });
};

/** The service goes on with an empty store. */
const loseStore = async (): Promise<void> => {
  await browser.network.app!.close();
  await store.close();
  store = await openSqliteSessionStore(':memory:');
  connect();
};

/** What the service has of the session, as numbers. */
async function atService(id = SESSION_ID): Promise<number[]> {
  const page = await browser.network.app!.inject({ url: `/api/v1/sessions/${id}/events?limit=1000` });
  const { events } = page.json<{ events?: SessionEvent[] }>();
  return (events ?? []).map(({ seq }) => seq);
}

const ended = (seq: number): SessionEvent => ({
  type: 'session-ended',
  atMs: 1000 + seq,
  author: 'person',
  reason: 'finished',
  seq,
});

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const allSaved = (tab: Tab) => (): boolean => tab.outbox.saved$.value.service === 'all';

beforeEach(async () => {
  browser = new Browser(({ clock }) => new Network(clock));
  store = await openSqliteSessionStore(':memory:');
  tabs = [];
});

afterEach(async () => {
  for (const tab of tabs) tab.kill();
  await browser.network.app?.close();
  await store.close();
});

describe('openOutbox', () => {
  it('brings a session to the service, every event once and in order', async () => {
    connect();
    const tab = openTab();
    const writer = tab.outbox.open(newSession());
    for (const event of marks(1200)) writer.append(event);
    writer.close();
    await browser.until(async () => (await tab.database.sessions.get(SESSION_ID))?.acknowledged === 1200);
    expect(await atService()).toEqual(numbers(1000));
    expect(await tab.outbox.eventsOf(SESSION_ID)).toEqual(marks(1200));
    await browser.until(allSaved(tab));
  });

  it('keeps everything here while the service is away, and sends it when the network is back', async () => {
    const tab = openTab();
    const writer = tab.outbox.open(newSession());
    for (const event of marks(3)) writer.append(event);
    await browser.until(() => tab.outbox.saved$.value.service === 'away');
    expect(tab.outbox.saved$.value.here).toBe('kept');
    expect(await tab.database.sessions.get(SESSION_ID)).toMatchObject({ kept: 3, acknowledged: 0 });
    connect();
    tab.online$.next();
    await browser.until(allSaved(tab));
    expect(await atService()).toEqual(numbers(3));
  });

  it('waits longer after each failure, a minute at most', async () => {
    const tab = openTab();
    tab.outbox.open(newSession()).append(marks(1)[0]!);
    const { askedAtMs } = browser.network;
    await browser.until(() => askedAtMs.length === 9);
    const waitsS = askedAtMs.slice(1).map((atMs, i) => (atMs - askedAtMs[i]!) / 1000);
    // Whole seconds late at times: the store needs turns of the event loop, in which virtual time goes on.
    for (const [i, leastS] of [1, 2, 4, 8, 16, 32, 60, 60].entries()) {
      expect(waitsS[i]).toBeGreaterThanOrEqual(leastS);
      expect(waitsS[i]).toBeLessThan(leastS + 15);
    }
  });

  it('goes on after a reload where it was', async () => {
    const before = openTab();
    const writer = before.outbox.open(newSession());
    for (const event of marks(3)) writer.append(event);
    await browser.until(async () => (await before.database.sessions.get(SESSION_ID))?.kept === 3);
    before.kill();
    connect();
    const after = openTab();
    await browser.until(allSaved(after));
    expect((await atService()).slice(0, 3)).toEqual(numbers(3));
  });

  it('closes a session whose tab was killed, so that a replay gives the same log', async () => {
    connect();
    const log = replayLog([started(), ...beatsAt(70, [0, 30])] as unknown as SessionEvent[]);
    const killed = openTab();
    const writer = killed.outbox.open(newSession());
    for (const event of log) writer.append(event);
    await browser.until(async () => (await killed.database.sessions.get(SESSION_ID))?.kept === log.length);
    killed.kill();
    const next = openTab();
    await browser.until(async () => (await next.database.sessions.get(SESSION_ID))?.ended === 'interrupted');
    const whole = await next.outbox.eventsOf(SESSION_ID);
    expect(JSON.stringify(replayLog(whole))).toBe(JSON.stringify(whole));
    await browser.until(allSaved(next));
    expect(await atService()).toEqual(numbers(whole.length));
  });

  it('leaves a session alone that runs in another tab', async () => {
    const first = openTab();
    const writer = first.outbox.open(newSession());
    for (const event of marks(3)) writer.append(event);
    await browser.until(async () => (await first.database.sessions.get(SESSION_ID))?.kept === 3);
    const second = openTab();
    await browser.time.pass(5000);
    expect(await second.database.sessions.get(SESSION_ID)).not.toHaveProperty('ended');
  });

  it('forgets a session that was killed before its first event', async () => {
    const database = databaseIn(browser.factory);
    await database.sessions.put(stored());
    const tab = openTab();
    await browser.until(async () => (await tab.database.sessions.count()) === 0);
    database.close();
  });

  it('sends from one tab at a time, and from the next when that one is gone', async () => {
    connect();
    const first = openTab();
    const second = openTab();
    const writer = second.outbox.open(newSession());
    for (const event of marks(2)) writer.append(event);
    await browser.until(allSaved(second));
    const batches = browser.network.requests.filter((request) => request.endsWith('/events'));
    expect(batches.length).toBeLessThanOrEqual(2);
    first.kill();
    for (const event of marks(2, 2)) writer.append(event);
    await browser.until(async () => (await atService()).length === 4);
  });

  it('sends again from where the service says that it has a gap, or has lost the session', async () => {
    connect();
    const tab = openTab();
    const writer = tab.outbox.open(newSession());
    for (const event of marks(3)) writer.append(event);
    await browser.until(allSaved(tab));
    await loseStore();
    for (const event of marks(1, 3)) writer.append(event);
    await browser.until(async () => (await atService()).length === 4);
    const { app } = browser.network;
    browser.network.app = undefined;
    for (const event of marks(2, 4)) writer.append(event);
    await browser.until(async () => (await tab.database.sessions.get(SESSION_ID))?.kept === 6);
    await tab.database.sessions.update(SESSION_ID, { acknowledged: 5 });
    browser.network.app = app;
    await browser.until(async () => (await tab.database.sessions.get(SESSION_ID))?.acknowledged === 6);
    expect(await atService()).toEqual(numbers(6));
  });

  it('stops sending a session that the service will not take, and sends the others', async () => {
    connect();
    const other = '00000000-0000-4000-8000-000000000002';
    await store.create({ id: SESSION_ID, startedAtMs: 5, protocol: 'another' });
    const tab = openTab();
    for (const [id, at] of [
      [SESSION_ID, 1000],
      [other, 2000],
    ] as const) {
      const writer = tab.outbox.open(newSession(id, at));
      for (const event of marks(2)) writer.append(event);
      writer.close();
    }
    await browser.until(async () => (await atService(other)).length === 2);
    await browser.until(() => tab.outbox.saved$.value.service === 'refused');
    expect(await tab.outbox.eventsOf(SESSION_ID)).toHaveLength(2);
  });

  it('lets go of a session that was deleted at the service by other means, and does not send it again', async () => {
    connect();
    const tab = openTab();
    const writer = tab.outbox.open(newSession());
    for (const event of [...marks(2), ended(2)]) writer.append(event);
    writer.close();
    await browser.until(allSaved(tab));
    await store.delete(SESSION_ID);
    await browser.until(async () => (await tab.database.sessions.count()) === 0);
    expect(await tab.outbox.eventsOf(SESSION_ID)).toEqual([]);
    expect(tab.outbox.saved$.value).toEqual({ here: 'kept', service: 'nothing-yet' });
    expect(await store.find(SESSION_ID)).toBeUndefined();
  });

  it('keeps a session that was put in from a file after the service had deleted it, here alone', async () => {
    connect();
    await store.create({ id: SESSION_ID, startedAtMs: 1000, protocol: 'craving-session' });
    await store.delete(SESSION_ID);
    const tab = openTab();
    await tab.database.addWhole(stored({ restored: true }), [...marks(2), ended(2)]);
    await browser.until(async () => (await tab.database.sessions.get(SESSION_ID))?.upload === 'done');
    expect(await tab.outbox.eventsOf(SESSION_ID)).toHaveLength(3);
    await browser.until(() => tab.outbox.saved$.value.service === 'nothing-yet');
    expect(await atService()).toEqual([]);
  });

  it('deletes here at once, and at the service when it can be reached', async () => {
    connect();
    const tab = openTab();
    const writer = tab.outbox.open(newSession());
    for (const event of marks(2)) writer.append(event);
    writer.close();
    await browser.until(allSaved(tab));
    const app = browser.network.app;
    browser.network.app = undefined;
    await tab.outbox.remove(SESSION_ID);
    let listed: number | undefined;
    tab.outbox.sessions$.subscribe(
      (live) => (listed = readOf(live)?.filter(({ deleted }) => !deleted).length),
    );
    await browser.until(() => listed === 0);
    expect(await tab.outbox.eventsOf(SESSION_ID)).toEqual([]);
    browser.network.app = app;
    await browser.until(async () => (await store.find(SESSION_ID)) === undefined);
    await browser.until(async () => (await tab.database.sessions.count()) === 0);
  });

  it('lists the newest session first', async () => {
    const tab = openTab();
    const database = databaseIn(browser.factory);
    await database.sessions.bulkPut([
      stored({ id: 'a', startedAtMs: 1, ended: 'finished' }),
      stored({ id: 'b', startedAtMs: 2, ended: 'finished' }),
    ]);
    const ids: string[] = [];
    lastRead(tab.outbox.sessions$).subscribe((sessions) =>
      ids.splice(0, Infinity, ...sessions.map(({ id }) => id)),
    );
    await browser.until(() => ids.length === 2);
    expect(ids).toEqual(['b', 'a']);
    database.close();
  });
});

describe('asNdjson', () => {
  it('writes one event a line, each line ended', () => {
    const lines = asNdjson(marks(2)).split('\n');
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[1]!)).toEqual(marks(2)[1]);
  });
});
