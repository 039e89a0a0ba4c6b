import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, planFault, studyNaming, studySchedule, type StudyPlan } from '../../../engine/index.ts';

const plan = (about: Partial<StudyPlan> = {}): StudyPlan => ({
  kind: 'attune-study',
  version: 1,
  id: 'pilot',
  design: 'abab',
  arms: ['pi0', 'sham'],
  participants: 1,
  sessions: 3,
  cycles: 2,
  washout: 0,
  seed: 1,
  ...about,
});
const armsOf = (one: StudyPlan, participant: number): readonly string[] =>
  studySchedule(one)
    .filter((session) => session.participant === participant)
    .map(({ arm, washout }) => (washout ? 'washout' : arm));

describe('studySchedule', () => {
  it('goes back and forth, each arm once in each pair of periods', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 6 }), (seed, cycles) => {
        const arms = armsOf(plan({ seed, cycles, sessions: 1 }), 1);
        expect(arms).toHaveLength(2 * cycles);
        for (let i = 0; i < arms.length; i += 2) expect(new Set(arms.slice(i, i + 2)).size).toBe(2);
      }),
    );
  });

  it('balances what comes first in every block of people', () => {
    for (const design of ['crossover', 'parallel'] as const) {
      const arms = ['pi0', 'even', 'sham'];
      const first = Array.from(
        { length: 9 },
        (_, i) => armsOf(plan({ design, arms, participants: 9 }), i + 1)[0]!,
      );
      for (const block of [0, 3, 6]) expect(new Set(first.slice(block, block + 3))).toEqual(new Set(arms));
    }
  });

  it('puts the washout between periods, and numbers sessions through', () => {
    const design = 'crossover' as const;
    const sessions = studySchedule(plan({ design, sessions: 2, washout: 1 }));
    expect(sessions.map(({ washout }) => washout)).toEqual([false, false, true, false, false]);
    expect(sessions.map(({ session }) => session)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is the same for the same plan, and for another seed another', () => {
    const many = (seed: number) => studySchedule(plan({ seed, participants: 20 }));
    expect(many(4)).toEqual(many(4));
    expect(many(4)).not.toEqual(many(5));
  });
});

describe('studyNaming', () => {
  it('gives a session its place and the hash of the plan', () => {
    const named = studyNaming(plan(), 1, 4);
    expect(named).toMatchObject({
      study: 'pilot',
      planHash: hashOf(plan()),
      participant: 1,
      session: 4,
      period: 2,
    });
    expect(studyNaming(plan({ seed: 2 }), 1, 4).planHash).not.toBe(named.planHash);
  });

  it('refuses a session that is not in the plan', () => {
    expect(() => studyNaming(plan(), 1, 13)).toThrow(RangeError);
  });
});

describe('planFault', () => {
  it.each([
    [{}, undefined],
    [{ arms: ['pi0'] }, 'two arms'],
    [{ arms: ['pi0', 'pi0'] }, 'each once'],
    [{ arms: ['pi0', 'even', 'sham'] }, 'between two arms'],
    [{ sessions: 0 }, 'from 1'],
    [{ participants: 1.5 }, 'whole'],
    [{ washout: -1 }, 'from 0'],
  ])('%j: %s', (about, fault) => {
    const found = planFault(plan(about));
    if (fault === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(fault);
  });
});
