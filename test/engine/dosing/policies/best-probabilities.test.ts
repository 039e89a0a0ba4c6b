import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestProbabilities, clipped } from '../../../../engine/dosing/policies/best-probabilities.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('bestProbabilities', () => {
  it('gives equal values equal chances', () => {
    const [a, b] = bestProbabilities(
      [0, 0],
      [
        [1, 0],
        [0, 1],
      ],
    ) as [number, number];
    expect(a).toBeCloseTo(0.5, 1);
    expect(a + b).toBe(1);
  });

  it('agrees with the normal distribution for two: P = Φ(1/√2) = 0.760 for a lead of one', () => {
    const [a] = bestProbabilities(
      [1, 0],
      [
        [1, 0],
        [0, 1],
      ],
    );
    expect(Math.abs(a! - 0.7602)).toBeLessThan(0.03);
  });

  it('knows that values which move together are told apart by their means', () => {
    const together = [
      [4, 4],
      [4, 4],
    ];
    expect(bestProbabilities([0.1, 0], together)).toEqual([1, 0]);
  });

  it('gives the same every time', () => {
    const covariance = [
      [2, 0.5],
      [0.5, 1],
    ];
    expect(bestProbabilities([0.3, 0], covariance)).toEqual(bestProbabilities([0.3, 0], covariance));
  });
});

describe('clipped', () => {
  it('raises what is low to its floor and takes it from the rest in proportion', () => {
    const [a, b, c] = clipped([0.8, 0.2, 0], 0.15) as [number, number, number];
    expect([a, b, c].map((p) => Number(p.toFixed(3)))).toEqual([0.76, 0.19, 0.05]);
  });

  it('keeps every probability at the floor or above, and their sum at 1', () => {
    const vector = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(vector, fc.double({ min: 0, max: 1, noNaN: true }), (raw, explored) => {
        const total = sum(raw);
        const given = total === 0 ? raw.map(() => 1 / raw.length) : raw.map((value) => value / total);
        const result = clipped(given, explored);
        expect(sum(result)).toBeCloseTo(1, 9);
        for (const p of result) expect(p).toBeGreaterThanOrEqual(explored / raw.length - 1e-12);
      }),
    );
  });
});
