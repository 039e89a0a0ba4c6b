import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sessionHashOf } from '../../../../server/sessions/chain.ts';
import { verifyLog } from '../../../../server/sessions/verify/verify-log.ts';
import { newSession, sessionId } from '../../../support/session-store-contract.ts';
import { sealedStore, type SealedStore } from '../sealed-store.ts';

let log: SealedStore;
beforeEach(async () => {
  log = await sealedStore();
  for (const n of [1, 2, 3]) await log.store.create(newSession(n));
  for (const n of [1, 2]) await log.append(n, 0, 10);
});
afterEach(() => log.close());

const one = sessionId(1);

describe('verifyLog', () => {
  it('finds nothing in a log that only grew and had sessions deleted', async () => {
    await log.seal();
    await log.append(1, 10, 15);
    await log.store.delete(sessionId(2));
    expect(await log.faults()).toEqual([]);
    await log.seal();
    const { sessions, events, tombstones, seals, bareSessions } = await verifyLog(
      log.open.within,
      () => undefined,
    );
    expect({ sessions, events, tombstones, seals: seals.length, bareSessions }).toEqual({
      sessions: 2,
      events: 15,
      tombstones: 1,
      seals: 2,
      bareSessions: 0,
    });
  });

  it.each([
    ['an event', `update session_event set text = replace(text, '"seq":4', '"seq": 4')`, 4, 'event'],
    ['a link', `update session_event set link = 'AAAAAAAA' where seq = 7`, 7, 'event'],
    ['an event taken out', `delete from session_event where seq = 3`, 3, 'missing'],
    ['events cut from the end', `delete from session_event where seq > 5`, 6, 'missing'],
    ['the protocol', `update session set protocol = 'other'`, undefined, 'about'],
    ['the head', `update session set head = replace(head, substr(head, 9, 1), '-')`, undefined, 'head'],
    ['the time of the last event', `update session set last_at_ms = last_at_ms + 1`, undefined, 'sums'],
  ])('finds and places %s that was changed', async (_what, sql, seq, what) => {
    log.tamper(
      `${sql}${sql.includes('where') ? ' and' : ' where'} ${sql.includes('_event') ? 'session_id' : 'id'} = '${one}'`,
    );
    expect(await log.faults()).toEqual([{ session: one, ...(seq !== undefined && { seq }), what }]);
  });

  it('finds a session that was cut and chained anew, by its seal', async () => {
    await log.seal();
    log.tamper(`delete from session_event where session_id = '${one}' and seq > 5`);
    log.tamper(
      `update session set next_seq = 6, head = null, last_at_ms = 1000 + 5 * 812.5 where id = '${one}'`,
    );
    expect(await log.faults()).toEqual([{ session: one, seq: 6, what: 'missing' }]);
  });

  it('finds a session that was written anew after its seal', async () => {
    await log.seal();
    log.tamper(`update session_event set text = replace(text, 'hex', 'HEX') where session_id = '${one}'`);
    log.tamper(`update session set head = null, sealed_seq = null where id = '${one}'`);
    await log.seal();
    expect(await log.faults()).toContainEqual({ session: one, seq: 9, what: 'sealed' });
  });

  it('finds a session that is gone without having been deleted', async () => {
    await log.seal();
    log.tamper(
      `delete from session_event where session_id = '${one}'; delete from session where id = '${one}'`,
    );
    expect(await log.faults()).toEqual([{ lostSession: sessionHashOf(one) }]);
  });

  it('finds a seal that was taken out, changed, or signed by nobody', async () => {
    await log.seal();
    await log.append(1, 10, 11);
    await log.seal();
    log.tamper(`update seal set at_ms = at_ms + 1 where number = 1`);
    expect(await log.faults()).toEqual([{ seal: 1, what: 'content' }]);
    const otherKey = `case substr(public_key, 1, 1) when 'A' then 'B' else 'A' end || substr(public_key, 2)`;
    log.tamper(`update seal set at_ms = at_ms - 1, public_key = ${otherKey} where number = 1`);
    expect(await log.faults()).toContainEqual({ seal: 1, what: 'signature' });
    log.tamper(`delete from seal where number = 1`);
    expect(await log.faults()).toContainEqual({ seal: 1, what: 'missing' });
  });

  it('finds a tombstone that was changed, and one that was taken away', async () => {
    await log.store.delete(one);
    await log.seal();
    log.tamper(`update tombstone set events = events + 1`);
    expect(await log.faults()).toEqual([{ seal: 1, what: 'content' }, { tombstone: sessionHashOf(one) }]);
    log.tamper(`delete from tombstone`);
    expect(await log.faults()).toEqual([{ seal: 1, what: 'content' }]);
  });

  it('takes a session of before for one without a chain, until it is sealed or goes on', async () => {
    log.tamper(`update session set head = null, origin = null; update session_event set link = null`);
    expect(await verifyLog(log.open.within, () => undefined)).toMatchObject({ bareSessions: 3, faults: [] });
    await log.append(1, 10, 12);
    expect(await verifyLog(log.open.within, () => undefined)).toMatchObject({ bareSessions: 2, faults: [] });
    await log.seal();
    expect(await verifyLog(log.open.within, () => undefined)).toMatchObject({ bareSessions: 0, faults: [] });
    log.tamper(
      `update session_event set text = replace(text, 'hex', 'HEX') where session_id = '${one}' and seq = 2`,
    );
    expect(await log.faults()).toEqual([{ session: one, seq: 2, what: 'event' }]);
  });

  it('is not disturbed by sessions that grow, begin and are deleted meanwhile', async () => {
    await log.seal();
    const busy = async () => {
      for (let n = 10; n < 30; n++) {
        await log.store.create(newSession(n));
        await log.append(n, 0, 5);
        if (n % 3 === 0) await log.store.delete(sessionId(n));
        if (n % 5 === 0) await log.seal();
      }
      await log.store.delete(one);
    };
    const [, ...verdicts] = await Promise.all([busy(), log.faults(), log.faults(), log.faults()]);
    expect(verdicts).toEqual([[], [], []]);
    expect(await log.faults()).toEqual([]);
  });
});
