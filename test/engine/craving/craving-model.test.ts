import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CravingLabel } from '../../../engine/craving/craving-label.ts';
import { averagedProbability, cravingForecast, cravingModel } from '../../../engine/craving/craving-model.ts';
import { cravingSettings } from '../../../engine/craving/craving-settings.ts';
import { logistic } from '../../../engine/maths/logistic.ts';
import { simulatedPerson } from '../../../engine/research/craving/simulated-person.ts';
import { chance } from '../../../engine/maths/random.ts';

const settings = cravingSettings();
const HOUR = 3_600_000;
const answers = (d: number, count: number, seed = 3) =>
  Array.from(
    { length: count },
    simulatedPerson(
      { baseRate: 0.35, d, variabilityD: d / 2, ratingNoise: 10, rhythm: 0, inertia: 0 },
      chance(seed),
    ),
  );
const moment = { atMs: 400 * 24 * HOUR, utcOffsetMin: 60, tags: [] };

const anyLabel: fc.Arbitrary<CravingLabel> = fc
  .record({
    atMs: fc.integer({ min: 0, max: 100 * HOUR }),
    utcOffsetMin: fc.integer({ min: -720, max: 840 }),
    arousal: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    heartRateZ: fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { nil: undefined }),
    tags: fc.subarray(['caffeine', 'meal', 'illness']),
    said: fc.oneof(
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom('craving' as const, 'no-craving' as const),
    ),
    by: fc.constantFrom('rating' as const, 'prompt' as const),
  })
  .map(({ arousal, heartRateZ, ...rest }) => ({
    ...rest,
    ...(arousal !== undefined && { arousal }),
    ...(heartRateZ !== undefined && { heartRateZ }),
  }));

describe('averagedProbability', () => {
  it('is the logistic curve without uncertainty, and agrees with the integral with it', () => {
    expect(averagedProbability(1.3, 0)).toBeCloseTo(logistic(1.3), 12);
    for (const [mean, sd] of [
      [0.5, 1],
      [-2, 1.5],
      [3, 2],
    ] as const) {
      let integral = 0;
      for (let z = -8; z < 8; z += 0.01)
        integral += (logistic(mean + sd * z) * Math.exp((-z * z) / 2) * 0.01) / Math.sqrt(2 * Math.PI);
      expect(Math.abs(averagedProbability(mean, sd * sd) - integral)).toBeLessThan(0.02);
    }
  });
});

describe('cravingForecast', () => {
  it('has its probability inside the intervals, and the wider interval round the narrower', () => {
    fc.assert(
      fc.property(fc.array(anyLabel, { maxLength: 25 }), anyLabel, (labels, at) => {
        const { probability, interval80, interval95 } = cravingForecast(cravingModel(labels, settings), at);
        expect(probability).toBeGreaterThan(interval95[0]);
        expect(probability).toBeLessThan(interval95[1]);
        expect(interval95[0]).toBeLessThan(interval80[0]);
        expect(interval95[1]).toBeGreaterThan(interval80[1]);
      }),
    );
  });

  it('rises with arousal once arousal was seen to go with craving, and before that by the prior', () => {
    for (const labels of [[], answers(0.8, 60)]) {
      const model = cravingModel(labels, settings);
      const at = [0.1, 0.3, 0.5, 0.7, 0.9].map((arousal) => {
        const { interval80 } = cravingForecast(model, { ...moment, arousal, heartRateZ: 0, lnRmssdZ: 0 });
        return interval80[0] + interval80[1];
      });
      expect(at).toEqual([...at].sort((a, b) => a - b));
      expect(new Set(at).size).toBe(5);
    }
  });

  it('gives variability the sign that the person shows', () => {
    const said = (i: number) => (i % 3 === 0 ? 80 : 10);
    const made = (sign: number) =>
      cravingModel(
        Array.from({ length: 60 }, (_, i) => ({
          ...{ atMs: i * 7 * HOUR, utcOffsetMin: 0, tags: [], said: said(i), by: 'prompt' as const },
          lnRmssdZ: sign * (i % 3 === 0 ? 1 : 0) + Math.sin(i),
        })),
        settings,
      );
    const at = (sign: number, lnRmssdZ: number) =>
      cravingForecast(made(sign), { ...moment, lnRmssdZ }).probability;
    expect(at(1, 2)).toBeGreaterThan(at(1, -1));
    expect(at(-1, 2)).toBeLessThan(at(-1, -1));
  });

  it('is less sure where a signal is missing', () => {
    const model = cravingModel(answers(0.8, 60), settings);
    const { arousal, heartRateZ } = model.frame.body;
    const known = { ...moment, arousal: arousal.mean, heartRateZ: heartRateZ.mean, lnRmssdZ: 0 };
    const width = ({ interval80 }: { interval80: readonly [number, number] }) =>
      interval80[1] - interval80[0];
    expect(width(cravingForecast(model, moment))).toBeGreaterThan(
      width(cravingForecast(model, known)) + 0.02,
    );
  });

  it('does not depend on the order in which labels came, nor on a label that came twice', () => {
    const labels = answers(0.8, 30);
    const given = cravingForecast(cravingModel(labels, settings), moment);
    fc.assert(
      fc.property(fc.shuffledSubarray(labels, { minLength: 30 }), fc.nat(29), (shuffled, twice) => {
        const model = cravingModel([...shuffled, labels[twice]!], settings);
        expect(cravingForecast(model, moment)).toEqual(given);
      }),
      { numRuns: 30 },
    );
  });

  it('does not take craving for more frequent because of marks, which come only when it is there', () => {
    const labels = answers(0, 60);
    const marks = answers(0, 40, 8).map(
      (one) => ({ ...one, atMs: one.atMs + 1, said: 'craving', by: 'mark' }) as const,
    );
    const share = (all: readonly CravingLabel[]) =>
      cravingForecast(cravingModel(all, settings), moment).probability;
    expect(Math.abs(share([...labels, ...marks]) - share(labels))).toBeLessThan(0.08);
    const asked = marks.map((one) => ({ ...one, by: 'prompt' as const }));
    expect(share([...labels, ...asked]) - share(labels)).toBeGreaterThan(0.2);
  });
});
