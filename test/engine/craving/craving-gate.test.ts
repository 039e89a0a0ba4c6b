import { describe, expect, it } from 'vitest';
import {
  bodyHelpsSince,
  cravingGate,
  evidenceNeeded,
  type CravingGate,
} from '../../../engine/craving/craving-gate.ts';
import { simulateCraving } from '../../../engine/research/craving/craving-simulation.ts';
import type { ScoredForecast } from '../../../engine/craving/track-record.ts';
import { chance, normal } from '../../../engine/maths/random.ts';

const one = (about: Partial<ScoredForecast>): ScoredForecast => ({
  ...{ atMs: 0, craving: false, probability: 0.4, withoutBody: 0.4, baseRate: 0.4 },
  ...about,
});
/** Answers of which every third is craving, forecast with this much insight. */
const answers = (count: number, insight: number, each = 3) =>
  Array.from({ length: count }, (_, i) => {
    const craving = i % each === 0;
    return one({ atMs: i, craving, probability: 0.4 + (craving ? insight : -insight) });
  });
const reason = (gate: CravingGate) => (gate.kind === 'open' ? 'open' : gate.reason);

describe('evidenceNeeded', () => {
  it('looks at 30, 40, 50, 60 and then whenever a third more answers are in', () => {
    const looks = Array.from({ length: 260 }, (_, n) => n).filter((n) => evidenceNeeded(n) !== undefined);
    expect(looks).toEqual([30, 40, 50, 60, 80, 107, 143, 191, 255]);
  });

  it('asks for 1.95 standard errors at 60, for twice that at 30, and for the normal quantile of 0.25 % at 80', () => {
    expect(evidenceNeeded(60)).toBeCloseTo(1.95, 10);
    expect(evidenceNeeded(30)).toBeCloseTo(3.9, 10);
    expect(evidenceNeeded(80)).toBeCloseTo(2.807, 2);
    expect(evidenceNeeded(107)).toBeCloseTo(3.023, 2);
  });

  it('is passed in at most 5 % of random walks of 1000 answers', () => {
    const next = chance(5);
    const looks = Array.from({ length: 1000 }, (_, n) => n).filter((n) => evidenceNeeded(n) !== undefined);
    const passes = () => {
      let sum = 0;
      return looks.some((n, i) => {
        sum += normal(next) * Math.sqrt(n - (looks[i - 1] ?? 0));
        return sum >= evidenceNeeded(n)! * Math.sqrt(n);
      });
    };
    const walks = 10_000;
    const passed = Array.from({ length: walks }, passes).filter(Boolean).length;
    expect(passed / walks).toBeLessThan(0.045);
    expect(passed / walks).toBeGreaterThan(0.025);
  });
});

describe('bodyHelpsSince', () => {
  it('is worked by hand: 0.3 of insight, gain 0.2·n against √n·0.147', () => {
    // Each third answer gives 0.3·0.6, the others 0.3·0.4; the variance of each is 0.09·0.24.
    // At 30: (10·0.18 + 20·0.12)/√(30·0.0216) = 5.2, above 3.9.
    expect(bodyHelpsSince(answers(30, 0.3))).toBe(30);
    expect(bodyHelpsSince(answers(29, 0.3))).toBeUndefined();
  });

  it('never holds for forecasts that are the same without the body, or worse', () => {
    expect(bodyHelpsSince(answers(200, 0))).toBeUndefined();
    expect(bodyHelpsSince(answers(200, -0.2))).toBeUndefined();
  });

  it('takes boldness alone for nothing', () => {
    // How far the forecasts stand from those without the body does not matter, only whether in the right direction.
    expect(bodyHelpsSince(answers(30, 0.03))).toBe(30);
  });
});

describe('cravingGate', () => {
  it('says how many answers are missing', () => {
    expect(cravingGate([])).toEqual({ kind: 'withheld', reason: 'too-few-labels', missing: 30 });
    expect(cravingGate(answers(29, 0.3))).toEqual({ kind: 'withheld', reason: 'too-few-labels', missing: 1 });
    expect(cravingGate(answers(30, 0.3))).toEqual({ kind: 'open', sinceLabel: 30 });
  });

  it('needs eight answers of craving, however good the forecasts', () => {
    expect(cravingGate(answers(35, 0.3, 5))).toEqual({
      ...{ kind: 'withheld', reason: 'too-few-positives', missing: 1 },
    });
    expect(reason(cravingGate(answers(36, 0.3, 5)))).toBe('open');
  });

  it('withholds forecasts that are no better than the base rate', () => {
    expect(reason(cravingGate(answers(60, 0)))).toBe('not-better-than-base-rate');
    expect(reason(cravingGate(answers(60, -0.1)))).toBe('not-better-than-base-rate');
  });

  it('withholds good forecasts that owe nothing to the body', () => {
    const clock = answers(60, 0.3).map((it) => ({ ...it, withoutBody: it.probability }));
    expect(reason(cravingGate(clock))).toBe('body-not-found-to-help');
  });

  it('closes again when the body stops telling', () => {
    expect(reason(cravingGate([...answers(60, 0.3), ...answers(60, -0.1)]))).toBe(
      'not-better-than-base-rate',
    );
  });
});

describe('simulateCraving', () => {
  const plain = { baseRate: 0.35, variabilityD: 0, ratingNoise: 10, rhythm: 0, inertia: 0 };
  const plan = { people: 40, labels: 60, seed: 21 };

  it('shows a forecast to hardly anyone whose body says nothing', () => {
    // 40 people at 4 %: more than 6 has a probability under 0.5 %.
    expect(simulateCraving({ ...plain, d: 0 }, plan).shown).toBeLessThanOrEqual(6);
  });

  it('shows it to most people whose body tells (d = 0.8), calibrated and better than the base rate', () => {
    const told = simulateCraving({ ...plain, d: 0.8, variabilityD: 0.4 }, plan);
    expect(told.shownShare).toBeGreaterThan(0.7);
    expect(told.calibrationError).toBeLessThan(0.1);
    expect(told.brier).toBeLessThan(told.baseRateBrier!);
    expect(told.medianLabels).toBeGreaterThanOrEqual(30);
  });

  it('gives the same people for the same seed', () => {
    const few = { ...plan, people: 4 };
    expect(simulateCraving({ ...plain, d: 0.8 }, few)).toEqual(simulateCraving({ ...plain, d: 0.8 }, few));
  });
});
