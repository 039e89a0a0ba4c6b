import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { OutboxDatabase } from '../../../web/storage/outbox-database.ts';
import { openWriter, type KeepingTrouble } from '../../../web/storage/session-writer.ts';
import { sessionLock } from '../../../web/storage/tab-locks.ts';
import { FakeLocks } from '../fake-locks.ts';
import { SESSION_ID, databaseIn, marks, stored } from './outbox-under-test.ts';

const turns = async (count = 30): Promise<void> => {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setTimeout(resolve, 1));
};

function underTest(database: OutboxDatabase = databaseIn(new IDBFactory())) {
  const troubles: (KeepingTrouble | undefined)[] = [];
  const waits: (() => void)[] = [];
  const locks = new FakeLocks();
  const cleared = { count: 0 };
  const writer = openWriter(
    {
      database,
      locks: locks.tab(),
      onTrouble: (trouble) => troubles.push(trouble),
      onCleared: () => void (cleared.count += 1),
      wait: () => new Promise((resolve) => waits.push(resolve)),
    },
    stored(),
  );
  return { database, troubles, waits, locks, cleared, writer };
}

/** A database whose disk is full until `freed`. */
class FullDisk {
  readonly database = databaseIn(new IDBFactory());
  full = false;

  constructor() {
    this.database.use({
      stack: 'dbcore',
      create: (core) => ({
        ...core,
        table: (name) => ({
          ...core.table(name),
          mutate: (request) =>
            this.full
              ? Promise.reject(new DOMException('no space', 'QuotaExceededError'))
              : core.table(name).mutate(request),
        }),
      }),
    });
  }
}

describe('openWriter', () => {
  it('keeps each event without waiting for more', async () => {
    const { database, writer } = underTest();
    writer.append(marks(1)[0]!);
    await turns();
    expect(await database.eventsOf(SESSION_ID)).toEqual(marks(1));
  });

  it('keeps all of a burst, in order', async () => {
    const { database, writer } = underTest();
    for (const event of marks(500)) writer.append(event);
    writer.close();
    await turns();
    expect(await database.eventsOf(SESSION_ID)).toEqual(marks(500));
    expect(await database.sessions.get(SESSION_ID)).toMatchObject({ kept: 500 });
  });

  it('holds the session’s lock until it is closed and all is written', async () => {
    const { locks, writer, database } = underTest();
    const free = (): Promise<boolean> =>
      new Promise((resolve) => {
        void locks.tab().request(sessionLock(SESSION_ID), { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return Promise.resolve();
        });
      });
    await turns();
    expect(await free()).toBe(false);
    writer.append(marks(1)[0]!);
    writer.close();
    await turns();
    expect(await free()).toBe(true);
    expect(await database.eventsOf(SESSION_ID)).toHaveLength(1);
  });

  it('says that the store is full, holds on to the events, and writes them once there is space', async () => {
    const disk = new FullDisk();
    const { troubles, waits, writer, database } = underTest(disk.database);
    await turns();
    disk.full = true;
    for (const event of marks(3)) writer.append(event);
    await turns();
    expect(troubles).toEqual(['storage-full']);
    expect(await database.eventsOf(SESSION_ID)).toEqual([]);
    disk.full = false;
    waits.shift()!();
    await turns();
    expect(troubles).toEqual(['storage-full', undefined]);
    expect(await database.eventsOf(SESSION_ID)).toEqual(marks(3));
  });

  it('keeps the whole session anew where the store was cleared in its middle, and says so', async () => {
    const { database, writer, cleared, troubles } = underTest();
    for (const event of marks(3)) writer.append(event);
    await turns();
    await Promise.all([database.sessions.clear(), database.events.clear()]);
    writer.append(marks(1, 3)[0]!);
    await turns();
    expect(cleared.count).toBe(1);
    expect(troubles).toEqual([]);
    expect(await database.eventsOf(SESSION_ID)).toEqual(marks(4));
    expect(await database.sessions.get(SESSION_ID)).toMatchObject({ kept: 4, acknowledged: 0, known: 0 });
  });

  it('does so without a new event too, once it is told to look', async () => {
    const { database, writer, cleared } = underTest();
    for (const event of marks(3)) writer.append(event);
    await turns();
    writer.check();
    await turns();
    expect(cleared.count).toBe(0);
    await Promise.all([database.sessions.clear(), database.events.clear()]);
    writer.check();
    await turns();
    expect(cleared.count).toBe(1);
    expect(await database.eventsOf(SESSION_ID)).toEqual(marks(3));
  });

  it('says so where the browser gives no locks, as where it blocks all storage', async () => {
    const troubles: (KeepingTrouble | undefined)[] = [];
    const locks = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) };
    const onTrouble = (trouble: KeepingTrouble | undefined) => troubles.push(trouble);
    const database = databaseIn(new IDBFactory());
    openWriter(
      { database, locks, onTrouble, onCleared: () => undefined, wait: () => Promise.resolve() },
      stored(),
    );
    await turns();
    expect(troubles).toEqual(['storage-broken']);
  });
});
