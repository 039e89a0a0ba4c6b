import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { compareSteps } from '../../../web/storage/compare.ts';
import type { StoredSession } from '../../../web/storage/outbox-database.ts';
import type { Had } from '../../../web/storage/session-api.ts';
import { databaseIn, stored } from './outbox-under-test.ts';

/** A browser whose sessions were sent, and a service that has this much of them. */
async function underTest(
  lines: readonly Partial<StoredSession>[],
  counts: Readonly<Record<string, number>>,
  owner?: string,
) {
  const database = databaseIn(new IDBFactory());
  await database.sessions.bulkPut(
    lines.map((line) => stored({ kept: 9, acknowledged: 9, known: 1, upload: 'done', ...line })),
  );
  const service = {
    had: { kind: 'had', counts: new Map(Object.entries(counts)) } as Had,
    store: 'one',
    asked: 0,
  };
  const time = { ms: 0 };
  const api = {
    list: () => Promise.resolve((service.asked++, service.had)),
    get store() {
      return service.store;
    },
  };
  const step = compareSteps(database, api as unknown as Parameters<typeof compareSteps>[1], {
    clock: () => time.ms,
    owner,
  });
  return { database, service, time, step };
}

describe('compareSteps', () => {
  it('has everything sent again that the service no longer has, also of sessions that were done', async () => {
    const { database, step } = await underTest([{ id: 'a' }, { id: 'b' }, { id: 'c' }], { b: 4, c: 9 });
    expect(await step()).toEqual({ kind: 'moved' });
    expect(await database.sessions.get('a')).toMatchObject({ known: 0, acknowledged: 0, upload: 'pending' });
    expect(await database.sessions.get('b')).toMatchObject({ known: 1, acknowledged: 4, upload: 'pending' });
    expect(await database.sessions.get('c')).toMatchObject({ known: 1, acknowledged: 9, upload: 'done' });
  });

  it('takes what another has sent for nothing that is lost', async () => {
    const { database, step } = await underTest(
      [
        { id: 'a', account: 'anna' },
        { id: 'b', account: 'bert' },
      ],
      {},
      'bert',
    );
    expect(await step()).toEqual({ kind: 'moved' });
    expect(await database.sessions.get('a')).toMatchObject({ known: 1, upload: 'done' });
    expect(await database.sessions.get('b')).toMatchObject({ known: 0, upload: 'pending' });
  });

  it('does not bring back what was deleted, and asks nothing where nothing was sent', async () => {
    const { database, service, step } = await underTest(
      [
        { id: 'a', deleted: true },
        { id: 'b', known: 0 },
      ],
      {},
    );
    expect(await step()).toEqual({ kind: 'idle' });
    expect(service.asked).toBe(0);
    expect(await database.sessions.get('a')).toMatchObject({ deleted: true });
  });

  it('asks again once another store answers, else once a minute at most', async () => {
    const { service, time, step } = await underTest([{ id: 'a' }], { a: 9 });
    for (let i = 0; i < 5; i++) await step();
    expect(service.asked).toBe(1);
    service.store = 'two';
    for (let i = 0; i < 5; i++) await step();
    expect(service.asked).toBe(2);
    time.ms = 60_000;
    await step();
    expect(service.asked).toBe(3);
  });

  it('concludes nothing from an answer that is not the service’s', async () => {
    const { database, service, step } = await underTest([{ id: 'a' }], {});
    service.had = { kind: 'trouble', why: 'interposed' };
    expect(await step()).toEqual({ kind: 'trouble', why: 'interposed' });
    expect(await database.sessions.get('a')).toMatchObject({ upload: 'done' });
  });
});
