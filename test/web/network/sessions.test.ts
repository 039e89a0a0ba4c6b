// First: Dexie follows changes only where it finds an IndexedDB when it is loaded.
import 'fake-indexeddb/auto';
import { HttpResponse } from 'msw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../engine/index.ts';
import { buildApp, openSqliteSessionStore, type SessionStore } from '../../../server/index.ts';
import { savedText } from '../../../web/app/saved-words.ts';
import { Browser, SESSION_ID, marks, newSession, type Tab } from '../storage/outbox-under-test.ts';
import { faults } from './faults.ts';
import { FaultyNetwork, type Fault } from './faulty-network.ts';

const OTHER_ID = SESSION_ID.replace(/1$/, '2');
const ALL_SAVED = 'Saved here and on this computer’s Attune';
const STILL_TO_DELETE = 'One session is still to be deleted on your Attune.';

let browser: Browser<FaultyNetwork>;
let store: SessionStore;
let tab: Tab;

beforeEach(async () => {
  store = await openSqliteSessionStore(':memory:');
  browser = new Browser((time) => new FaultyNetwork(time));
  browser.network.app = buildApp({ store });
  tab = browser.open();
});

afterEach(async () => {
  tab.kill();
  browser.network.close();
  await browser.network.app?.close();
  await store.close();
});

const said = (): string => savedText(tab.outbox.saved$.value);
const isSaid = (words: string) => (): boolean => said() === words;
const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** What the service has of a session, as numbers. */
const atService = async (id = SESSION_ID): Promise<number[]> =>
  (await store.texts(id, { from: 0, limit: 1000 })).map((text) => (JSON.parse(text) as SessionEvent).seq);

/** Keeps whole events in a session that has begun, and lets it be saved. */
async function begun(id = SESSION_ID, startedAtMs = 1000) {
  const writer = tab.outbox.open(newSession(id, startedAtMs));
  for (const event of marks(2)) writer.append(event);
  await browser.until(isSaid(ALL_SAVED));
  return writer;
}

const begin = ({
  fault,
  online = true,
  silent = false,
}: {
  fault: Fault;
  online?: boolean;
  silent?: boolean;
}) => {
  Object.assign(browser.network, { fault, online, silent });
};
const end = (): void => {
  Object.assign(browser.network, { fault: undefined, online: true, silent: false });
};

/** Most requests in any one minute from the second on, and in the first. */
function requestsAMinute(fromMs: number): { first: number; later: number } {
  const minutes = browser.network.askedAtMs.map((atMs) => Math.floor((atMs - fromMs) / 60_000));
  const count = (minute: number): number => minutes.filter((it) => it === minute).length;
  return { first: count(0), later: Math.max(...minutes.filter((it) => it > 0).map(count)) };
}

describe('a session, with the network as it is', () => {
  it('is saved on the service, and the line says so', async () => {
    const writer = await begun();
    for (const event of marks(3, 2)) writer.append(event);
    await browser.until(async () => (await atService()).length === 5);
    await browser.until(isSaid(ALL_SAVED));
  });

  it('needs no header of a reply', async () => {
    begin({
      fault: async ({ on }) => {
        const reply = await on();
        return new HttpResponse(reply.body, { status: reply.status });
      },
    });
    await begun();
    expect(await atService()).toEqual(numbers(2));
  });
});

describe('a service that has lost what it acknowledged', () => {
  const empty = async () => {
    await browser.network.app?.close();
    const before = store;
    store = await openSqliteSessionStore(':memory:');
    browser.network.app = buildApp({ store });
    await before.close();
  };

  it('gets it again, also of a session that was done, at the next look', async () => {
    (await begun()).close();
    await browser.until(async () => (await atService()).length === 2);
    await empty();
    await browser.until(async () => (await atService()).length === 2);
    await browser.until(isSaid(ALL_SAVED));
  });

  it('gets it again at the next visit', async () => {
    const writer = await begun();
    // It has its end, else a visit gives it one, and sends that.
    writer.append({ type: 'session-ended', atMs: 1100, author: 'person', reason: 'finished', seq: 2 });
    writer.close();
    await browser.until(async () => (await tab.database.sessions.get(SESSION_ID))?.acknowledged === 3);
    tab.kill();
    await empty();
    tab = browser.open();
    await browser.until(async () => (await atService()).length === 3);
  });

  it('is told of no loss by a portal', async () => {
    (await begun()).close();
    await browser.until(async () => (await tab.database.sessions.get(SESSION_ID))?.upload === 'done');
    begin({ fault: () => HttpResponse.json({ sessions: 'none' }) });
    const fromMs = browser.time.clock();
    await browser.until(() => browser.time.clock() - fromMs > 300_000);
    expect(await tab.database.sessions.get(SESSION_ID)).toMatchObject({ upload: 'done', acknowledged: 2 });
    expect(requestsAMinute(fromMs).first).toBeLessThanOrEqual(8);
  });
});

describe.each(faults)('while $name', (fault) => {
  it('keeps what happens, says what is the matter, and afterwards brings every event there once', async () => {
    const writer = await begun();
    begin(fault);
    for (const event of marks(3, 2)) writer.append(event);
    await browser.until(isSaid(`Saved here${fault.said}`));
    for (const event of marks(2, 5)) writer.append(event);
    writer.close();
    await browser.until(async () => (await tab.database.sessions.get(SESSION_ID))?.kept === 7);
    expect(await tab.outbox.eventsOf(SESSION_ID)).toEqual(marks(7));
    end();
    await browser.until(isSaid(ALL_SAVED));
    expect(await atService()).toEqual(numbers(7));
    expect(await tab.database.sessions.get(SESSION_ID)).toMatchObject({ upload: 'done', acknowledged: 7 });
  });

  it('asks a few times a minute at most, though the session goes on all the time', async () => {
    const writer = await begun();
    begin(fault);
    const fromMs = browser.time.clock();
    let seq = 2;
    await browser.until(() => {
      writer.append(marks(1, seq++)[0]!);
      return browser.time.clock() - fromMs > 300_000;
    });
    const { first, later } = requestsAMinute(fromMs);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(8);
    expect(later).toBeLessThanOrEqual(3);
    end();
    writer.close();
    await browser.until(isSaid(ALL_SAVED));
    expect(await atService()).toEqual(numbers(seq));
  });
});

describe('a deletion', () => {
  it('is done once the service itself has said that it has no such session', async () => {
    (await begun()).close();
    await tab.outbox.remove(SESSION_ID);
    await browser.until(async () => (await tab.database.sessions.count()) === 0);
    expect(await store.find(SESSION_ID)).toBeUndefined();
  });

  it.each<{ name: string; reply: () => Response }>([
    { name: 'a portal says yes (204)', reply: () => new HttpResponse(null, { status: 204 }) },
    { name: 'a portal gives its page', reply: () => HttpResponse.html('<title>Sign in</title>') },
    { name: 'a proxy wants a password (401)', reply: () => new HttpResponse(null, { status: 401 }) },
    { name: 'a proxy knows no DELETE (405)', reply: () => HttpResponse.html('', { status: 405 }) },
    { name: 'another server has no such address (404)', reply: () => HttpResponse.html('', { status: 404 }) },
  ])('waits and is shown while $name, holds up no upload, and is done when it can be', async ({ reply }) => {
    (await begun()).close();
    begin({ fault: ({ request, on }) => (request.method === 'DELETE' ? reply() : on()) });
    await tab.outbox.remove(SESSION_ID);
    await browser.until(isSaid(STILL_TO_DELETE));
    const writer = tab.outbox.open(newSession(OTHER_ID, 2000));
    for (const event of marks(3)) writer.append(event);
    writer.close();
    await browser.until(isSaid(`${ALL_SAVED}. ${STILL_TO_DELETE}`));
    expect(await atService(OTHER_ID)).toEqual(numbers(3));
    expect(await store.find(SESSION_ID)).toBeDefined();
    end();
    await browser.until(isSaid(ALL_SAVED));
    expect(await store.find(SESSION_ID)).toBeUndefined();
    expect(await atService(OTHER_ID)).toEqual(numbers(3));
  });
});

describe('a service that answers in its own words and to no end', () => {
  const noSession = () =>
    HttpResponse.json({ service: 'attune', code: 'not-found', message: '' }, { status: 404 });

  it.each<{ name: string; fault: Fault }>([
    {
      name: 'never finds the session that it has just taken',
      fault: ({ request, on }) => (request.url.endsWith('/events') ? noSession() : on()),
    },
    {
      name: 'takes the first events again and again',
      fault: async ({ request, on }) => {
        const { events } = (await request.clone().json()) as { events?: SessionEvent[] };
        return events && events[0]!.seq > 0
          ? HttpResponse.json(
              { service: 'attune', code: 'gap', message: '', expectedSeq: 0 },
              { status: 409 },
            )
          : on();
      },
    },
  ])('is asked a few times a minute where it $name', async ({ fault }) => {
    const writer = await begun();
    begin({ fault });
    const fromMs = browser.time.clock();
    let seq = 2;
    await browser.until(() => {
      if (seq < 300) writer.append(marks(1, seq++)[0]!);
      return browser.time.clock() - fromMs > 300_000;
    });
    expect(requestsAMinute(fromMs).later).toBeLessThanOrEqual(6);
    end();
    writer.close();
    await browser.until(isSaid(ALL_SAVED));
    expect(await atService()).toEqual(numbers(300));
  });
});
