import fc from 'fast-check';
import { of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../../engine/index.ts';
import { changesOf, piecesIn, type Change } from '../../../../web/features/progress/changes.ts';
import { findingsOf, groupsOf, partOfDay } from '../../../../web/features/progress/findings.ts';
import { progressViewModel } from '../../../../web/features/progress/progress-view-model.ts';
import { findingText, rangeText } from '../../../../web/features/progress/words.ts';
import type { StoredSession } from '../../../../web/storage/outbox-database.ts';

const at = (hour: number): number => new Date(2026, 10, 23, hour).getTime();
const change = (by: number, i = 0): Change => ({
  session: `s${i}`,
  atMs: at(20),
  protocol: 'craving-session',
  by,
});
/** Less in nine of twelve. */
const NINE_OF_TWELVE = [-30, -25, -22, -20, -15, -14, -12, -10, -5, 3, 5, 8].map(change);
const WITH_BOAT = new Map(NINE_OF_TWELVE.map(({ session }) => [session, ['wooden-boat']]));
const boat = (changes: readonly Change[]) =>
  findingsOf(groupsOf(changes, WITH_BOAT)).find(({ by }) => by === 'music');

describe('changesOf', () => {
  it('takes ended sessions that were rated twice', () => {
    const stored = (given: object): StoredSession => ({ ...BEGUN, ...given });
    const BEGUN: StoredSession = {
      ...{ id: 'a', startedAtMs: 5, protocol: 'rescue', source: 'none', kept: 1, acknowledged: 0, known: 0 },
      ...{ upload: 'done', lastAtMs: 9 },
    };
    const rated = { before: 70, after: 40, ended: 'stopped' };
    const sessions = [
      ...[stored(rated), stored({ before: 70, after: 40 }), stored({ ...rated, deleted: true })],
      stored({ before: 3, ended: 'finished' }),
    ];
    expect(changesOf(sessions)).toEqual([{ session: 'a', atMs: 5, protocol: 'rescue', by: -30 }]);
  });
});

describe('piecesIn', () => {
  const decision = (module: string, atMs: number, family = 'calming') =>
    ({ type: 'decision', module, family, atMs }) as unknown as SessionEvent;
  const end = (atMs: number) => ({ type: 'session-ended', atMs }) as unknown as SessionEvent;
  it('names what was heard for a minute in all, and no silence', () => {
    const log = [
      ...[
        decision('a', 0),
        decision('b', 40_000),
        decision('a', 90_000),
        decision('silence', 110_000, 'silence'),
      ],
      end(400_000),
    ];
    expect(piecesIn(log)).toEqual(['a']);
  });
  it('ends what sounds with the session', () => {
    expect(piecesIn([decision('a', 0), end(60_000)])).toEqual(['a']);
    expect(piecesIn([decision('a', 0), end(59_999)])).toEqual([]);
  });
});

describe('findingsOf', () => {
  it('says 9 of 12 with its middle and interval, and that it could be chance', () => {
    expect(boat(NINE_OF_TWELVE)).toEqual({
      ...{ by: 'music', key: 'wooden-boat', count: 12, less: 9, more: 3 },
      change: { median: -13, low: -22, high: 3 },
      mayBeChance: true,
    });
  });

  it('withholds below six sessions', () => {
    expect(boat(NINE_OF_TWELVE.slice(0, 5))).toEqual({
      ...{ by: 'music', key: 'wooden-boat', count: 5, less: 5, more: 0 },
    });
  });

  it('asks each group to be clearer the more groups are looked at', () => {
    const six = Array.from({ length: 6 }, (_, i) => change(-10, i));
    const [alone] = findingsOf([{ by: 'all', key: 'all', changes: six }]);
    expect(alone?.mayBeChance).toBe(false);
    const [among] = findingsOf(groupsOf(six, new Map(six.map(({ session }) => [session, ['a', 'b']]))));
    expect(among?.mayBeChance).toBe(true);
  });

  it('says once what is true of all sessions because they were all alike', () => {
    expect(groupsOf(NINE_OF_TWELVE, new Map()).map(({ by }) => by)).toEqual(['all']);
    const mixed = [...NINE_OF_TWELVE, { ...change(-3, 20), protocol: 'rescue' }];
    expect(groupsOf(mixed, new Map()).map(({ key }) => key)).toEqual(['all', 'craving-session', 'rescue']);
  });

  it('calls nothing of pure chance clear in more than 1 of 20 people', () => {
    const coins = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 120, maxLength: 120 });
    let clear = 0;
    const people = 400;
    fc.assert(
      fc.property(coins, (values) => {
        const changes = values.map((by, i) => ({ ...change(by, i), atMs: at((i * 5) % 24) }));
        const found = findingsOf(groupsOf(changes, new Map()));
        if (found.some(({ mayBeChance }) => mayBeChance === false)) clear++;
      }),
      { numRuns: people, seed: 5, endOnFailure: true },
    );
    expect(clear / people).toBeLessThan(0.06);
  });
});

describe('findingText', () => {
  it('is worded as what it looks like', () => {
    const finding = boat(NINE_OF_TWELVE)!;
    expect(findingText(finding, { 'wooden-boat': 'Wooden boat' })).toBe(
      'It looks like less craving after “Wooden boat”: 9 of 12. That could be chance.',
    );
    expect(rangeText(finding.change!)).toBe('The middle change is −13; it probably lies between −22 and +3.');
  });

  it('says nothing of what is withheld', () => {
    expect(findingText(boat(NINE_OF_TWELVE.slice(0, 5))!, {})).toBeUndefined();
  });
});

describe('partOfDay', () => {
  it('parts the day at 6, 12 and 18', () => {
    expect([0, 5, 6, 11, 12, 17, 18, 23].map((hour) => partOfDay(at(hour)))).toEqual([
      ...['night', 'night', 'morning', 'morning', 'afternoon', 'afternoon', 'evening', 'evening'],
    ]);
  });
});

describe('progressViewModel', () => {
  it('reads the log of a session once, and shows the rest where one cannot be read', async () => {
    const asked: string[] = [];
    const model = progressViewModel({
      sessions$: of({ state: 'read', value: [] }),
      eventsOf: (id) => {
        asked.push(id);
        return id === 's0' ? Promise.reject(new Error('gone')) : Promise.resolve([]);
      },
    });
    const changes = [change(1, 0), change(2, 1)];
    await model.readPieces(changes);
    await model.readPieces(changes);
    expect(asked).toEqual(['s0', 's1']);
    expect([...model.pieces$.value]).toEqual([
      ['s0', []],
      ['s1', []],
    ]);
  });
});
