import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LoggedEvent, NewSession } from '../../server/contract/index.ts';
import { logEntry, type LogEntry, type SessionStore } from '../../server/sessions/session-store.ts';

export const sessionId = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export const newSession = (n = 1, startedAtMs = 1000 * n): NewSession => ({
  id: sessionId(n),
  startedAtMs,
  protocol: 'calm-down',
});

/** An event whose content follows from its number alone, so that sending it again sends the same. */
export const event = (seq: number, more: Readonly<Record<string, unknown>> = {}): LoggedEvent => {
  const packet = { type: 'packet', atMs: 1000 + seq * 812.5, hex: (seq * 2654435761).toString(16) };
  return { ...packet, author: 'device', seq, ...more };
};

const entries = (from: number, to: number): LogEntry[] =>
  Array.from({ length: to - from }, (_, i) => logEntry(event(from + i)));

const wholeLog = (store: SessionStore, id: string) => store.texts(id, { from: 0, limit: 100_000 });
const linesOf = (count: number) => entries(0, count).map((entry) => entry.text);

/** What every adapter of `SessionStore` holds to. `open` gives an empty store. */
export const sessionStoreContract = (adapter: string, open: () => Promise<SessionStore>): void => {
  describe(`SessionStore on ${adapter}`, () => {
    let store: SessionStore;
    const { id } = newSession();
    beforeEach(async () => {
      store = await open();
      await store.create(newSession());
    });
    afterEach(() => store.close());

    it('tells a new session from one that it knows', async () => {
      expect(await store.create(newSession(2))).toEqual({ ok: true, value: 'created' });
      expect(await store.create(newSession(2))).toEqual({ ok: true, value: 'known' });
    });

    it('refuses another session under the same id and keeps the first', async () => {
      const conflict = { ok: false, fault: { code: 'conflict' } };
      expect(await store.create({ ...newSession(), protocol: 'other' })).toEqual(conflict);
      expect(await store.create({ ...newSession(), startedAtMs: 1 })).toEqual(conflict);
      expect(await store.find(id)).toEqual({ ...newSession(), eventCount: 0 });
    });

    it('knows a session again after it has grown', async () => {
      await store.append(id, entries(0, 3));
      expect(await store.create(newSession())).toEqual({ ok: true, value: 'known' });
      expect(await store.find(id)).toMatchObject({ eventCount: 3 });
    });

    it('keeps fractions of a millisecond and times up to the end of Date', async () => {
      const late = { ...newSession(3), startedAtMs: 8.64e15 };
      const fraction = { ...newSession(4), startedAtMs: 1_700_000_000_000.125 };
      await store.create(late);
      await store.create(fraction);
      expect(await store.find(late.id)).toEqual({ ...late, eventCount: 0 });
      expect(await store.find(fraction.id)).toEqual({ ...fraction, eventCount: 0 });
    });

    it('gives back each text unchanged, whatever it holds', async () => {
      const odd = [
        event(0, { text: 'ä € 😀 \u0000 \u2028 "\\ \ud800' }),
        event(1, { '2': 'b', '1': 'a', nested: [[], {}, null, -0, 1e21, 1e-7, 0.1] }),
        event(2, { '': '', sql: "'); drop table session; --" }),
      ].map(logEntry);
      await store.append(id, odd);
      expect(await wholeLog(store, id)).toEqual(odd.map((entry) => entry.text));
    });

    it('numbers on from the end of the log', async () => {
      expect(await store.append(id, entries(0, 2))).toEqual({ ok: true, value: { nextSeq: 2 } });
      expect(await store.append(id, entries(2, 1300))).toEqual({ ok: true, value: { nextSeq: 1300 } });
      expect(await wholeLog(store, id)).toEqual(linesOf(1300));
    });

    it('acknowledges what it has already, and takes the rest of the batch', async () => {
      await store.append(id, entries(0, 5));
      expect(await store.append(id, entries(1, 3))).toEqual({ ok: true, value: { nextSeq: 5 } });
      expect(await store.append(id, entries(3, 8))).toEqual({ ok: true, value: { nextSeq: 8 } });
      expect(await wholeLog(store, id)).toEqual(linesOf(8));
    });

    it('acknowledges an event that stands twice in one batch', async () => {
      expect(await store.append(id, [...entries(0, 2), ...entries(0, 3)])).toEqual({
        ok: true,
        value: { nextSeq: 3 },
      });
      expect(await wholeLog(store, id)).toEqual(linesOf(3));
    });

    it('takes nothing of a batch that leaves a gap', async () => {
      await store.append(id, entries(0, 2));
      expect(await store.append(id, entries(3, 5))).toEqual({
        ok: false,
        fault: { code: 'gap', expectedSeq: 2 },
      });
      expect(await store.append(id, [...entries(2, 3), ...entries(4, 5)])).toMatchObject({
        fault: { expectedSeq: 3 },
      });
      expect(await wholeLog(store, id)).toEqual(linesOf(2));
    });

    it('takes nothing of a batch that says otherwise about a known event', async () => {
      await store.append(id, entries(0, 2));
      const other = logEntry(event(1, { hex: 'other' }));
      expect(await store.append(id, [...entries(0, 1), other, ...entries(2, 4)])).toEqual({
        ok: false,
        fault: { code: 'conflict', seq: 1 },
      });
      expect(await store.append(id, [...entries(2, 3), logEntry(event(2, { hex: 'other' }))])).toMatchObject({
        fault: { code: 'conflict', seq: 2 },
      });
      expect(await wholeLog(store, id)).toEqual(linesOf(2));
      expect(await store.find(id)).toMatchObject({ eventCount: 2 });
    });

    it('knows no log of a session that was never announced', async () => {
      expect(await store.append(sessionId(9), entries(0, 1))).toEqual({
        ok: false,
        fault: { code: 'unknown-session' },
      });
      expect(await wholeLog(store, sessionId(9))).toEqual([]);
      expect(await store.find(sessionId(9))).toBeUndefined();
    });

    it('keeps sessions apart', async () => {
      await store.create(newSession(2));
      await store.append(id, entries(0, 3));
      expect(await store.append(sessionId(2), entries(1, 2))).toMatchObject({ fault: { expectedSeq: 0 } });
      await store.append(sessionId(2), entries(0, 1));
      expect(await wholeLog(store, sessionId(2))).toEqual(linesOf(1));
      expect(await wholeLog(store, id)).toEqual(linesOf(3));
    });

    it('sums up first time, last time and end', async () => {
      const began = { ...newSession(), eventCount: 2, firstAtMs: 1000, lastAtMs: 1812.5 };
      await store.append(id, entries(0, 2));
      expect(await store.find(id)).toEqual(began);
      await store.append(id, [logEntry(event(2, { type: 'session-ended', atMs: 5000 })), logEntry(event(3))]);
      expect(await store.find(id)).toEqual({ ...began, eventCount: 4, lastAtMs: 3437.5, endedAtMs: 5000 });
    });

    it('reads a stretch of the log', async () => {
      await store.append(id, entries(0, 10));
      expect(await store.texts(id, { from: 3, limit: 2 })).toEqual(linesOf(10).slice(3, 5));
      expect(await store.texts(id, { from: 8, limit: 5 })).toEqual(linesOf(10).slice(8));
      expect(await store.texts(id, { from: 10, limit: 5 })).toEqual([]);
    });

    it('lists the newest first, page by page, each session once', async () => {
      // Three begin at the same time: the id decides.
      for (const n of [5, 2, 4, 3]) await store.create(newSession(n, n === 5 ? 9000 : 3000));
      const ids: string[] = [];
      let page = await store.list({ limit: 2 });
      while (page.length > 0) {
        ids.push(...page.map((session) => session.id));
        page = await store.list({ limit: 2, before: page.at(-1)! });
      }
      expect(ids).toEqual([5, 4, 3, 2, 1].map(sessionId));
    });

    it('deletes a session with its log, once, and leaves the others', async () => {
      await store.create(newSession(2));
      await store.append(id, entries(0, 3));
      await store.append(sessionId(2), entries(0, 2));
      expect(await store.delete(id)).toBe(true);
      expect(await store.delete(id)).toBe(false);
      expect(await store.find(id)).toBeUndefined();
      expect(await wholeLog(store, id)).toEqual([]);
      expect(await wholeLog(store, sessionId(2))).toEqual(linesOf(2));
    });

    it('takes nothing more of a session that was deleted, and says so', async () => {
      const deleted = { ok: false, fault: { code: 'deleted' } };
      await store.append(id, entries(0, 3));
      await store.delete(id);
      expect(await store.create(newSession())).toEqual(deleted);
      expect(await store.append(id, entries(3, 4))).toEqual(deleted);
      expect(await store.find(id)).toBeUndefined();
    });

    it('answers batches that come at the same time each on its own', async () => {
      await store.create(newSession(2));
      await store.append(id, entries(0, 2));
      const answers = await Promise.all([
        store.append(id, entries(2, 5)),
        store.append(sessionId(2), entries(1, 2)),
        store.append(id, entries(4, 6)),
        store.append(sessionId(9), entries(0, 1)),
        store.append(id, [logEntry(event(5, { hex: 'other' })), ...entries(6, 8)]),
        store.append(sessionId(2), entries(0, 1)),
        store.append(id, entries(6, 7)),
      ]);
      expect(answers).toEqual([
        { ok: true, value: { nextSeq: 5 } },
        { ok: false, fault: { code: 'gap', expectedSeq: 0 } },
        { ok: true, value: { nextSeq: 6 } },
        { ok: false, fault: { code: 'unknown-session' } },
        { ok: false, fault: { code: 'conflict', seq: 5 } },
        { ok: true, value: { nextSeq: 1 } },
        { ok: true, value: { nextSeq: 7 } },
      ]);
      expect(await wholeLog(store, id)).toEqual(linesOf(7));
    });

    it('holds every event once, in order, however batches overlap, repeat and arrive at the same time', async () => {
      const stretch = fc.record({ from: fc.nat(40), length: fc.integer({ min: 1, max: 20 }) });
      let n = 100;
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(stretch, { maxLength: 4 }), { maxLength: 12 }), async (rounds) => {
          const session = newSession((n += 1));
          await store.create(session);
          let acknowledged = 0;
          for (const round of rounds) {
            const answers = await Promise.all(
              round.map(({ from, length }) => store.append(session.id, entries(from, from + length))),
            );
            for (const answer of answers) {
              if (answer.ok) acknowledged = Math.max(acknowledged, answer.value.nextSeq);
              else expect(answer.fault.code).toBe('gap');
            }
          }
          expect(await wholeLog(store, session.id)).toEqual(linesOf(acknowledged));
          expect((await store.find(session.id))?.eventCount).toBe(acknowledged);
        }),
        { numRuns: 50 },
      );
    });

    it('answers a check while open, and rejects with a StoreError once closed', async () => {
      await expect(store.check()).resolves.toBeUndefined();
      await store.close();
      await expect(store.check()).rejects.toMatchObject({ name: 'StoreError', code: 'failed' });
      await expect(store.append(id, entries(0, 1))).rejects.toMatchObject({ name: 'StoreError' });
    });
  });
};
