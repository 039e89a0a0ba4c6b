import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteSessionStore, logEntry, type SessionStore } from '../../../server/index.ts';
import { deleteExpired } from '../../../server/sessions/retention.ts';
import { event, newSession, sessionId } from '../../support/session-store-contract.ts';

const DAY_MS = 86_400_000;
const NOW_MS = 400 * DAY_MS;

let store: SessionStore;
beforeEach(async () => {
  store = await openSqliteSessionStore(':memory:');
});
afterEach(() => store.close());

const begin = (n: number, daysAgo: number) => store.create(newSession(n, NOW_MS - daysAgo * DAY_MS));
const there = async () => (await store.list({ limit: 1000 })).map(({ id }) => id).sort();

describe('deleteExpired', () => {
  it('deletes what ended longer ago, and nothing else', async () => {
    for (const [n, daysAgo] of [
      [1, 0],
      [2, 29.9],
      [3, 30],
      [4, 300],
    ] as const)
      await begin(n, daysAgo);
    expect(await deleteExpired(store, 30, NOW_MS)).toBe(2);
    expect(await there()).toEqual([sessionId(1), sessionId(2)]);
    expect(await deleteExpired(store, 30, NOW_MS)).toBe(0);
  });

  it('counts from the end of a session, not from its beginning', async () => {
    await begin(1, 31);
    const long = [0, 1].map((seq) => logEntry({ ...event(seq), atMs: 5000 + seq * 2 * DAY_MS }));
    await store.append(sessionId(1), long);
    expect(await deleteExpired(store, 30, NOW_MS)).toBe(0);
    expect(await deleteExpired(store, 30, NOW_MS + DAY_MS)).toBe(1);
  });

  it('comes to the end of many', async () => {
    for (let n = 1; n <= 250; n++) await begin(n, 31 + n / 1000);
    expect(await deleteExpired(store, 30, NOW_MS)).toBe(250);
    expect(await there()).toEqual([]);
  });

  it('leaves a tombstone: what was deleted does not come back', async () => {
    await begin(1, 40);
    await deleteExpired(store, 30, NOW_MS);
    expect(await begin(1, 40)).toEqual({ ok: false, fault: { code: 'deleted' } });
  });
});
