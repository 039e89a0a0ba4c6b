import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Doing } from '../../../../web/features/plan/doings.ts';
import { nextPlanned } from '../../../../web/features/plan/next-planned.ts';
import { stepOf } from '../../../../web/features/plan/next-step.ts';
import {
  EMPTY_PLAN,
  PLANNABLES,
  WEEKDAYS,
  type Plan,
  type Planned,
} from '../../../../web/features/plan/plan.ts';

/** 23 November 2026 is a Monday. */
const at = (day: number, hour: number, minute = 0): number =>
  new Date(2026, 10, 23 + day, hour, minute).getTime();
const planOf = (...planned: readonly Planned[]): Plan => ({ ...EMPTY_PLAN, planned });
const rhythm: Planned = { activity: 'rhythm', days: [0, 2, 4], atMin: 17 * 60 };
const session: Planned = { activity: 'session', days: WEEKDAYS, atMin: 20 * 60 };
const did = (activity: Doing['activity'], ...days: readonly number[]): readonly Doing[] =>
  days.map((day) => ({ activity, atMs: at(day, 18) }));

describe('nextPlanned', () => {
  it('is the line whose time is nearest', () => {
    const plan = planOf(session, rhythm);
    expect(nextPlanned(plan, [], at(2, 16))).toMatchObject({ kind: 'now', planned: rhythm });
    expect(nextPlanned(plan, [], at(2, 19))).toMatchObject({ kind: 'now', planned: session });
  });

  it('says the how-manieth time of this week it would be', () => {
    expect(nextPlanned(planOf(rhythm), did('rhythm', 0), at(2, 16))).toMatchObject({ nth: 2 });
  });

  it('counts two times on one day as one, and nothing of last week', () => {
    const doings = [...did('rhythm', 0, 0), ...did('rhythm', -2)];
    expect(nextPlanned(planOf(rhythm), doings, at(2, 16))).toMatchObject({ nth: 2 });
  });

  it('makes up on Tuesday for a Monday, and not for one that was done on Monday', () => {
    expect(nextPlanned(planOf(rhythm), [], at(1, 16))).toMatchObject({ kind: 'now' });
    expect(nextPlanned(planOf(rhythm), did('rhythm', 0), at(1, 16))).toMatchObject({ kind: 'rest' });
  });

  it('begins a new week without a debt', () => {
    const tuesdays: Planned = { activity: 'writing', days: [1] };
    expect(nextPlanned(planOf(tuesdays), [], at(7, 16))).toMatchObject({ kind: 'rest' });
  });

  it('rests once today is done, and says what comes and when', () => {
    expect(nextPlanned(planOf(rhythm), did('rhythm', 0), at(0, 19))).toEqual({
      kind: 'rest',
      next: { activity: 'rhythm', onMs: at(2, 0) },
    });
  });

  it('says nothing in quiet hours, over midnight too, and nothing without a plan', () => {
    const quiet = { fromMin: 22 * 60, toMin: 7 * 60 };
    expect(nextPlanned({ ...planOf(session), quiet }, [], at(0, 23))).toBeUndefined();
    expect(nextPlanned({ ...planOf(session), quiet }, [], at(0, 6, 59))).toBeUndefined();
    expect(nextPlanned({ ...planOf(session), quiet }, [], at(0, 7))).toBeDefined();
    expect(nextPlanned(planOf(), [], at(0, 12))).toBeUndefined();
    expect(nextPlanned(planOf({ activity: 'rhythm', days: [] }), [], at(0, 12))).toBeUndefined();
  });

  it('never asks again for what was done today, nor for more than was planned in a week', () => {
    const line = fc.record({
      activity: fc.constantFrom(...PLANNABLES),
      days: fc.subarray([...WEEKDAYS]),
      atMin: fc.integer({ min: 0, max: 1439 }),
    });
    const plans = fc.uniqueArray(line, { selector: ({ activity }) => activity });
    const doing = fc.tuple(fc.constantFrom(...PLANNABLES), fc.integer({ min: -7, max: 6 }));
    fc.assert(
      fc.property(plans, fc.array(doing), fc.integer({ min: 0, max: 6 }), (planned, done, today) => {
        const doings = done.map(([activity, day]) => ({ activity, atMs: at(day, 12) }));
        const next = nextPlanned(planOf(...planned), doings, at(today, 15));
        if (next?.kind !== 'now') return;
        const ofIt = done.filter(([activity, day]) => activity === next.planned.activity && day >= 0);
        expect(ofIt.some(([, day]) => day === today)).toBe(false);
        expect(new Set(ofIt.map(([, day]) => day)).size).toBeLessThan(next.planned.days.length);
      }),
    );
  });
});

describe('stepOf', () => {
  const plannables = [
    { id: 'session', to: '/start', minutes: 12 },
    { id: 'rhythm', to: '/rhythm', minutes: 15 },
    { id: 'company', to: '/together' },
  ] as const;
  const step = (plan: Plan, doings: readonly Doing[], nowMs: number) =>
    stepOf(nextPlanned(plan, doings, nowMs), plannables, nowMs);

  it('names the session by its time, and does not count what is daily', () => {
    expect(step(planOf(session), [], at(0, 19))).toEqual({
      title: 'Evening session',
      line: '12 minutes.',
      begin: 'Begin',
      to: '/start',
    });
  });

  it('counts what is a few times a week', () => {
    expect(step(planOf(rhythm), did('rhythm', 0), at(2, 16))).toMatchObject({
      title: 'Rhythm',
      line: '15 minutes, second of three this week.',
      to: '/rhythm',
    });
  });

  it('says only the count where nobody knows how long it takes', () => {
    const company: Planned = { activity: 'company', days: [0] };
    expect(step(planOf(company), [], at(0, 16))?.line).toBe('Once this week.');
  });

  it('rests without asking for more', () => {
    expect(step(planOf(rhythm), did('rhythm', 0), at(1, 19))).toMatchObject({
      title: 'That is it for today',
      line: 'Next by your plan: Rhythm, tomorrow. More is welcome, never owed.',
    });
  });
});
