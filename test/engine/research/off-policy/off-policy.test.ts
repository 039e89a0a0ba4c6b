import { describe, expect, it } from 'vitest';
import {
  BUILT_IN_MODULES,
  chance,
  evenPolicy,
  loggedSession,
  type DosingPolicy,
  type LoggedSession,
} from '../../../../engine/index.ts';
import { evaluateOffPolicy } from '../../../../engine/research/index.ts';
import { effectiveSampleSize } from '../../../../engine/research/off-policy/off-policy.ts';
import { ratioByPerson } from '../../../../engine/research/off-policy/ratio-by-person.ts';
import { arousal, decision, ended, logOf, rating } from '../../dosing/learning/logs.ts';

describe('effectiveSampleSize', () => {
  it('is (Σw)²/Σw²', () => {
    expect(effectiveSampleSize({ weight: 3, weightSquared: 5 })).toBeCloseTo(9 / 5, 12);
  });

  it('is 0 where every weight is', () => {
    expect(effectiveSampleSize({ weight: 0, weightSquared: 0 })).toBe(0);
  });
});

describe('ratioByPerson', () => {
  const plan = { draws: 500, seed: 1 };

  it('is the sum of the tops over the sum of the bottoms', () => {
    expect(
      ratioByPerson(
        [
          [20, 2],
          [4, 1],
          [0, 1],
        ],
        plan,
      ).value,
    ).toBe(6);
  });

  it('holds the mean of a skewed crowd in about 95 % of two hundred crowds', () => {
    const next = chance(5);
    const held = Array.from({ length: 200 }, (_, seed) => {
      const crowd = Array.from({ length: 60 }, () => [-Math.log(1 - next()), 1] as const);
      const { low, high } = ratioByPerson(crowd, { draws: 300, seed });
      return low! <= 1 && high! >= 1;
    });
    expect(held.filter(Boolean).length).toBeGreaterThanOrEqual(184);
  });

  it('gives no interval for one person', () => {
    expect(ratioByPerson([[3, 1]], plan)).toEqual({ value: 3 });
  });
});

/** Sessions of one pick each, made with 0.75 / 0.25; the first piece is worth 20 points, the other 10, with noise. */
function crowd(people: number, sessions: number): ReadonlyMap<string, readonly LoggedSession[]> {
  const next = chance(7);
  const one = () => {
    const first = next() < 0.75;
    const fall = (first ? 20 : 10) + Math.round(6 * (next() - 0.5));
    const steady = [arousal(10, 0.5), arousal(300, 0.5)];
    const pick = decision(0, first ? 'still-water' : 'night-harp');
    return loggedSession(logOf(rating(0, 60), pick, ...steady, rating(310, 60 - fall, 'after'), ended(311)));
  };
  return new Map(
    Array.from({ length: people }, (_, i) => [`p${i}`, Array.from({ length: sessions }, one)] as const),
  );
}

const plan = { draws: 200, seed: 1 };
const always = (id: string): DosingPolicy => ({
  name: id,
  pick: (eligible) => ({
    chosen: eligible.find((module) => module.id === id) ?? BUILT_IN_MODULES[0]!,
    probabilities: eligible.map((module) => (module.id === id ? 1 : 0)),
  }),
});

/** Two sessions by hand: even chances make 0.5/0.75 of one that was worth 20, and 0.5/0.25 of one worth 10. */
const byHand = () => {
  const session = (module: string, fall: number) =>
    loggedSession(
      logOf(
        rating(0, 60),
        decision(0, module),
        arousal(10, 0.5),
        arousal(300, 0.5),
        rating(310, 60 - fall),
        ended(311),
      ),
    );
  const both = [session('still-water', 20), session('night-harp', 10)];
  return new Map(Array.from({ length: 30 }, (_, i) => [`p${i}`, both] as const));
};

describe('evaluateOffPolicy', () => {
  it('is Σwr/n, and Σwr/Σw', () => {
    const found = evaluateOffPolicy(byHand(), evenPolicy, plan);
    if (found.kind === 'refused') throw new Error('refused');
    const [first, second] = [2 / 3, 2];
    expect(found.ips.value).toBeCloseTo((first * 20 + second * 10) / 2, 9);
    expect(found.snips.value).toBeCloseTo((first * 20 + second * 10) / (first + second), 9);
    expect(found.effective).toBeCloseTo((30 * (first + second)) ** 2 / (30 * (first ** 2 + second ** 2)), 9);
  });

  it('finds the worth of another policy: 15 points for even chances', () => {
    const found = evaluateOffPolicy(crowd(40, 10), evenPolicy, plan);
    if (found.kind === 'refused') throw new Error('refused');
    expect(found.logged.value).toBeGreaterThan(16.5);
    for (const { value, low, high } of [found.ips, found.snips, found.doublyRobust]) {
      expect(Math.abs(value - 15)).toBeLessThan(1);
      expect(low!).toBeLessThan(15);
      expect(high!).toBeGreaterThan(15);
    }
  });

  it('is surest when doubly robust', () => {
    const found = evaluateOffPolicy(crowd(40, 10), evenPolicy, plan);
    if (found.kind === 'refused') throw new Error('refused');
    const width = ({ low, high }: { low?: number; high?: number }) => high! - low!;
    expect(width(found.doublyRobust)).toBeLessThan(width(found.ips));
  });

  it('refuses below 30 effective sessions', () => {
    expect(evaluateOffPolicy(crowd(5, 10), always('night-harp'), plan).kind).toBe('refused');
    expect(evaluateOffPolicy(new Map(), evenPolicy, plan)).toMatchObject({ kind: 'refused', effective: 0 });
  });

  it('counts overrides and gives them no weight', () => {
    const byHand = decision(0, 'night-harp', { reason: 'asked-skip' });
    const steady = [arousal(10, 0.5), arousal(300, 0.5)];
    const session = loggedSession(logOf(rating(0, 60), byHand, ...steady, rating(310, 40), ended(311)));
    const sessions = Array.from({ length: 40 }, () => session);
    const found = evaluateOffPolicy(new Map([['p', sessions]]), always('still-water'), plan);
    expect(found).toMatchObject({ kind: 'estimated', overrides: 40, effective: 40, ips: { value: 20 } });
  });

  it('weighs where the person was met as it weighs a pick', () => {
    const meeting = { below: 1, probabilities: [0.25, 0.5, 0.25] } as const;
    const met = { ...[...byHand().values()][0]![0]!, meeting };
    const logs = new Map([['p', Array.from({ length: 40 }, () => met)]]);
    const target: DosingPolicy = { ...always('still-water'), meet: () => [0.5, 0.5, 0] };
    // Met there twice as often, and the piece always instead of 0.75.
    const found = evaluateOffPolicy(logs, target, plan);
    if (found.kind === 'refused') throw new Error('refused');
    expect(found.ips.value).toBeCloseTo((0.5 / 0.25) * (1 / 0.75) * 20, 9);
    // The rules never meet anyone there: nothing of these sessions speaks for them.
    expect(evaluateOffPolicy(logs, always('still-water'), plan)).toMatchObject({
      kind: 'refused',
      effective: 0,
    });
  });
});
