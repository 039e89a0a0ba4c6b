import { LEAST_FOR_MEDIAN, medianInterval, signTest, type MedianInterval } from '../../../engine/index.ts';
import type { Change } from './changes.ts';

/** What sessions are put together by. */
export type By = 'all' | 'activity' | 'time' | 'music';

/** The parts of a day, as sessions are put together: night to 6, morning to 12, afternoon to 18. */
export const PARTS_OF_DAY = ['night', 'morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof PARTS_OF_DAY)[number];

export interface Group {
  readonly by: By;
  /** A protocol, a part of the day, or a piece of music. */
  readonly key: string;
  readonly changes: readonly Change[];
}

/** What craving did in one group of sessions. Beside what they share, not because of it. */
export interface Finding extends Omit<Group, 'changes'> {
  readonly count: number;
  readonly less: number;
  readonly more: number;
  /** Absent: withheld, there are too few sessions. */
  readonly change?: MedianInterval;
  /** Whether as much would often come by chance, given how many groups are looked at; absent with `change`. */
  readonly mayBeChance?: boolean;
}

/** From so many sessions on something is said. */
export const LEAST_SESSIONS = LEAST_FOR_MEDIAN;

/**
 * Sessions put together in every way that parts them; a session with three pieces is in three groups of music. Where
 * all were of one kind, or at one time of day, that is said once, of all.
 */
export function groupsOf(
  changes: readonly Change[],
  pieces: ReadonlyMap<string, readonly string[]>,
): readonly Group[] {
  const grouped = (by: By, keysOf: (change: Change) => readonly string[]): readonly Group[] => {
    const found = new Map<string, Change[]>();
    for (const change of changes)
      for (const key of keysOf(change)) found.set(key, [...(found.get(key) ?? []), change]);
    return [...found].map(([key, all]) => ({ by, key, changes: all }));
  };
  return [
    ...grouped('all', () => ['all']),
    ...parting(grouped('activity', ({ protocol }) => [protocol])),
    ...parting(grouped('time', ({ atMs }) => [partOfDay(atMs)])),
    ...grouped('music', ({ session }) => pieces.get(session) ?? []),
  ];
}

const parting = (groups: readonly Group[]): readonly Group[] => (groups.length > 1 ? groups : []);

/**
 * What each group shows, the most sessions first within its kind. The more groups are looked at, the more of them part
 * from nothing by luck: each must be that much clearer (Bonferroni).
 */
export function findingsOf(groups: readonly Group[]): readonly Finding[] {
  const looked = groups.filter(({ changes }) => changes.length >= LEAST_SESSIONS).length;
  return groups
    .map(({ by, key, changes }) => {
      const less = changes.filter((change) => change.by < 0).length;
      const more = changes.filter((change) => change.by > 0).length;
      const change = medianInterval(changes.map((one) => one.by));
      return {
        ...{ by, key, less, more },
        count: changes.length,
        ...(change && { change, mayBeChance: looked * signTest(less, more) > 0.05 }),
      };
    })
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** By the clock on the wall. */
export function partOfDay(atMs: number): PartOfDay {
  return PARTS_OF_DAY[Math.floor(new Date(atMs).getHours() / 6)]!;
}
