import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky, solveCholesky } from '../../../engine/maths/cholesky.ts';
import {
  energy,
  energySlopes,
  logisticPosterior,
  ridgePrior,
  type GaussianPrior,
  type Observation,
} from '../../../engine/maths/logistic-fit.ts';
import { logistic } from '../../../engine/maths/logistic.ts';
import { chance, normal } from '../../../engine/maths/random.ts';

const prior = (sd: readonly number[], mean = sd.map(() => 0)): GaussianPrior => ({
  mean: Float64Array.from(mean),
  sd: Float64Array.from(sd),
});
const row = (outcome: 0 | 1, ...x: number[]): Observation => ({ outcome, x: Float64Array.from([1, ...x]) });

/** People whose log-odds are `beta`·(1, x), x standard normal. */
function drawn(beta: readonly number[], count: number, seed: number): Observation[] {
  const next = chance(seed);
  return Array.from({ length: count }, () => {
    const x = beta.slice(1).map(() => normal(next));
    const logit = x.reduce((sum, value, j) => sum + value * beta[j + 1]!, beta[0]!);
    return row(next() < logistic(logit) ? 1 : 0, ...x);
  });
}

describe('cholesky', () => {
  it('factors a matrix that was worked by hand', () => {
    const lower = cholesky([Float64Array.of(4, 0), Float64Array.of(2, 5)]);
    expect(lower.map((one) => [...one])).toEqual([
      [2, 0],
      [1, 2],
    ]);
    expect([...solveCholesky(lower, Float64Array.of(8, 12))]).toEqual([1, 2]);
  });

  it('refuses a matrix that is not positive definite', () => {
    expect(() => cholesky([Float64Array.of(1, 0), Float64Array.of(2, 1)])).toThrow(RangeError);
  });
});

describe('logisticPosterior', () => {
  it('is the prior without observations', () => {
    const { mean, covariance } = logisticPosterior([], prior([1.5, 0.5], [0.2, -0.1]));
    expect([...mean]).toEqual([0.2, -0.1]);
    expect(covariance[0]![0]).toBeCloseTo(2.25, 12);
    expect(covariance[1]![1]).toBeCloseTo(0.25, 12);
  });

  it('solves the equation of a single intercept: 7·(1 − p) − 3·p = β/σ², with curvature 10·p·(1 − p) + 1/σ²', () => {
    const rows = Array.from({ length: 10 }, (_, i) => row(i < 7 ? 1 : 0));
    const { mean, covariance } = logisticPosterior(rows, prior([2]));
    const p = logistic(mean[0]!);
    expect(7 * (1 - p) - 3 * p).toBeCloseTo(mean[0]! / 4, 8);
    expect(mean[0]).toBeGreaterThan(0.7);
    expect(mean[0]).toBeLessThan(Math.log(7 / 3));
    expect(covariance[0]![0]).toBeCloseTo(1 / (10 * p * (1 - p) + 0.25), 8);
  });

  it('descends an energy whose gradient and curvature agree with finite differences', () => {
    const rows = drawn([0.3, -1, 0.5], 20, 4).map((one) => ({ ...one, offset: 0.4 }));
    const about = prior([1, 0.5, 2], [0.1, 0.2, -0.3]);
    const beta = Float64Array.of(0.5, -0.2, 0.9);
    const { gradient, hessian } = energySlopes(beta, rows, about);
    const nudged = (j: number, by: number) => beta.map((value, k) => (k === j ? value + by : value));
    for (let j = 0; j < 3; j++) {
      const h = 1e-5;
      const slope = (energy(nudged(j, h), rows, about) - energy(nudged(j, -h), rows, about)) / (2 * h);
      expect(gradient[j]).toBeCloseTo(slope, 6);
      const up = energySlopes(nudged(j, h), rows, about).gradient;
      const down = energySlopes(nudged(j, -h), rows, about).gradient;
      for (let i = j; i < 3; i++) expect(hessian[i]![j]).toBeCloseTo((up[i]! - down[i]!) / (2 * h), 6);
    }
  });

  it('measures an energy that does not overflow: a logit of 2000 against the outcome costs 2000', () => {
    expect(energy(Float64Array.of(0, 2000), [row(0, 1)], prior([1, 1e9]))).toBeCloseTo(2000, 6);
  });

  it('recovers known coefficients within three of its own standard deviations', () => {
    const truth = [-0.5, 0.8, -0.4, 0];
    const { mean, covariance } = logisticPosterior(drawn(truth, 4000, 11), prior([1.5, 1, 1, 1]));
    truth.forEach((value, j) => {
      const sd = Math.sqrt(covariance[j]![j]!);
      expect(sd).toBeLessThan(0.05);
      expect(Math.abs(mean[j]! - value)).toBeLessThan(3 * sd);
    });
  });

  it('stays finite for separable data, huge features and features that never change, from any start', () => {
    const cell = fc.oneof(fc.constant(0), fc.constant(1), fc.double({ min: -50, max: 50, noNaN: true }));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 30 }), cell, (values, from) => {
        const rows = values.map((value) => row(value > 0 ? 1 : 0, value, 1));
        const about = prior([1.5, 0.5, 0.5]);
        const { mean, covariance } = logisticPosterior(rows, about);
        const elsewhere = logisticPosterior(rows, about, Float64Array.of(from / 10, -1, 2));
        mean.forEach((value, j) => {
          expect(Number.isFinite(value)).toBe(true);
          expect(covariance[j]![j]).toBeGreaterThan(0);
          expect(elsewhere.mean[j]).toBeCloseTo(value, 3);
        });
      }),
    );
  });
});

describe('ridgePrior', () => {
  const fitted = (rows: readonly Observation[], ridge?: number) =>
    logisticPosterior(rows, ridgePrior(rows[0]!.x.length, ridge)).mean;

  it('leaves the shares of two groups as they are', () => {
    const group = (x: number, positives: number, all: number) =>
      Array.from({ length: all }, (_, i) => row(i < positives ? 1 : 0, x));
    const [intercept, slope] = fitted([...group(0, 1, 4), ...group(1, 3, 4)], 1e-9);
    expect(logistic(intercept!)).toBeCloseTo(0.25, 5);
    expect(logistic(intercept! + slope!)).toBeCloseTo(0.75, 5);
  });

  it('ends where the kinds are apart', () => {
    expect([...fitted([-2, -1, 1, 2].map((x) => row(x > 0 ? 1 : 0, x)))].every(Number.isFinite)).toBe(true);
  });
});
