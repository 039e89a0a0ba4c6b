import { describe, expect, it } from 'vitest';
import {
  brier,
  expectedCalibrationError,
  reliability,
  wilson,
  type Outcome,
} from '../../../engine/maths/calibration.ts';

const outcomes = (positives: readonly number[], negatives: readonly number[]): readonly Outcome[] => [
  ...positives.map((probability) => ({ probability, positive: true })),
  ...negatives.map((probability) => ({ probability, positive: false })),
];

describe('brier', () => {
  it('is the mean squared error, and nothing without any', () => {
    // (0.1² + 0.1² + 0.7² + 0.9² + 0.3²) / 5
    expect(brier(outcomes([0.9, 0.9, 0.3], [0.9, 0.3]))).toBeCloseTo(0.282, 10);
    expect(brier([])).toBeUndefined();
  });
});

describe('reliability', () => {
  it('is worked by hand', () => {
    const bins = reliability(outcomes([0.15, 1], [0.1]), 5);
    expect(bins.map(({ from, count, observed }) => [from, count, observed])).toEqual([
      [0, 2, 0.5],
      [0.8, 1, 1],
    ]);
    expect(bins[0]!.forecast).toBeCloseTo(0.125, 12);
    expect(expectedCalibrationError(bins)).toBeCloseTo((2 * 0.375 + 0) / 3, 12);
  });

  it('puts a probability of 1 into the last of ten bins', () => {
    expect(reliability(outcomes([1], []))).toMatchObject([{ from: 0.9, count: 1, forecast: 1, observed: 1 }]);
  });
});

describe('expectedCalibrationError', () => {
  it('weighs each bin by what is in it, and is nothing without any', () => {
    const bins = reliability(outcomes([0.9, 0.9, 0.3], [0.9, 0.3]));
    expect(expectedCalibrationError(bins)).toBeCloseTo((2 * 0.2 + 3 * (0.9 - 2 / 3)) / 5, 10);
    expect(expectedCalibrationError([])).toBeUndefined();
  });
});

describe('wilson', () => {
  it('gives 0.237–0.763 for 5 of 10, stays within 0–1, and knows nothing of none', () => {
    expect(wilson(5, 10).map((value) => value.toFixed(3))).toEqual(['0.237', '0.763']);
    expect(wilson(0, 10)[0]).toBe(0);
    expect(wilson(0, 0)).toEqual([0, 1]);
  });
});
