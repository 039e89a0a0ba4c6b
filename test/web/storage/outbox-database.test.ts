import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../engine/index.ts';
import type { OutboxDatabase } from '../../../web/storage/outbox-database.ts';
import { SESSION_ID, databaseIn, marks, stored } from './outbox-under-test.ts';

let database: OutboxDatabase;
beforeEach(async () => {
  database = databaseIn(new IDBFactory());
  await database.sessions.put(stored());
});

const rating = (seq: number, value: number, moment: 'before' | 'during' | 'after'): SessionEvent => ({
  ...{ type: 'rating', atMs: 2000 + seq, author: 'person', scale: 'craving' },
  value,
  moment,
  seq,
});

describe('OutboxDatabase.add', () => {
  it('counts what is kept, and keeps the time, the ratings and the end in the session’s line', async () => {
    const ended: SessionEvent = {
      type: 'session-ended',
      atMs: 9000,
      author: 'person',
      reason: 'finished',
      seq: 3,
    };
    await database.add(SESSION_ID, [
      rating(0, 70, 'before'),
      rating(1, 60, 'during'),
      rating(2, 40, 'after'),
      ended,
    ]);
    expect(await database.sessions.get(SESSION_ID)).toMatchObject({
      kept: 4,
      lastAtMs: 9000,
      before: 70,
      after: 40,
      ended: 'finished',
    });
  });

  it('makes a session that was sent pending again, but not one that was refused', async () => {
    await database.sessions.update(SESSION_ID, { upload: 'done' });
    await database.add(SESSION_ID, marks(1));
    expect((await database.sessions.get(SESSION_ID))?.upload).toBe('pending');
    await database.sessions.update(SESSION_ID, { upload: 'refused' });
    await database.add(SESSION_ID, marks(1, 1));
    expect((await database.sessions.get(SESSION_ID))?.upload).toBe('refused');
  });

  it('adds nothing to a session that was deleted', async () => {
    await database.remove(SESSION_ID);
    await database.add(SESSION_ID, marks(2));
    expect(await database.eventsOf(SESSION_ID)).toEqual([]);
  });
});

describe('OutboxDatabase.eventsOf', () => {
  it('gives events of this session only, in order, from a number on, as many as asked', async () => {
    await database.sessions.put(stored({ id: 'other' }));
    await database.add('other', marks(3));
    await database.add(SESSION_ID, marks(12));
    expect((await database.eventsOf(SESSION_ID, 9)).map(({ seq }) => seq)).toEqual([9, 10, 11]);
    expect((await database.eventsOf(SESSION_ID, 1, 2)).map(({ seq }) => seq)).toEqual([1, 2]);
  });
});

describe('OutboxDatabase.remove', () => {
  it('leaves a line behind only where the service has a copy', async () => {
    await database.add(SESSION_ID, marks(2));
    await database.remove(SESSION_ID);
    expect(await database.sessions.count()).toBe(0);
    await database.sessions.put(stored({ known: 1 }));
    await database.remove(SESSION_ID);
    expect(await database.sessions.get(SESSION_ID)).toMatchObject({ deleted: true, upload: 'pending' });
  });
});
