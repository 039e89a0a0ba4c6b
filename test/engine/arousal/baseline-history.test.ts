import { describe, expect, it } from 'vitest';
import { baselineHistory, timeOfDayOf, type PastBaseline } from '../../../engine/index.ts';
import { REST } from '../../support/session-inputs.ts';

const DAY_MS = 86_400_000;
const stratum = { posture: 'sitting', paced: false, timeOfDay: 'morning' } as const;
const session = (daysAgo: number, heartRateBpm: number, about: Partial<PastBaseline> = {}): PastBaseline => ({
  ...stratum,
  atMs: (100 - daysAgo) * DAY_MS,
  figures: { ...REST, heartRateBpm },
  ...about,
});
const past = [60, 62, 61, 90, 60].map((bpm, i) => session(i, bpm));
const nowMs = 100 * DAY_MS;

describe('baselineHistory', () => {
  it('gives robust medians with their error', () => {
    const { sessions, heartRateBpm } = baselineHistory(past, stratum, nowMs)!;
    // Deviations from 61: 1 1 0 29 1; their median is 1.
    expect(sessions).toBe(5);
    expect(heartRateBpm.median).toBe(61);
    expect(heartRateBpm.spread).toBeCloseTo(1.4826, 10);
    expect(heartRateBpm.se).toBeCloseTo((1.2533 * 1.4826) / Math.sqrt(5), 10);
  });

  it.each<[string, Partial<PastBaseline>]>([
    ['older than 60 days', { atMs: nowMs - 61 * DAY_MS }],
    ['still to come', { atMs: nowMs + 1 }],
    ['in another posture', { posture: 'standing' }],
    ['with paced breathing', { paced: true }],
    ['at another time of day', { timeOfDay: 'night' }],
  ])('leaves out a session that is %s, and says nothing of four', (_, about) => {
    expect(baselineHistory([...past.slice(1), session(1, 60, about)], stratum, nowMs)).toBeUndefined();
  });
});

describe('timeOfDayOf', () => {
  it.each([
    [0, 'night'],
    [6, 'morning'],
    [12, 'afternoon'],
    [18, 'evening'],
  ])('%s o’clock is %s', (hour, name) => {
    expect(timeOfDayOf(hour)).toBe(name);
  });
});
