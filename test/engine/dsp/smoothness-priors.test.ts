import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smoothnessPriors } from '../../../engine/dsp/smoothness-priors.ts';

/** x − (I + λ²D₂ᵀD₂)⁻¹x by Gaussian elimination on the whole matrix. */
function dense(samples: readonly number[], lambda: number): number[] {
  const n = samples.length;
  const rows = samples.map((x, i) => [...samples.map((_, j) => (i === j ? 1 : 0)), x]);
  for (let k = 0; k + 2 < n; k++) {
    const second = [1, -2, 1];
    for (const i of [0, 1, 2])
      for (const j of [0, 1, 2]) rows[k + i]![k + j]! += lambda ** 2 * second[i]! * second[j]!;
  }
  for (let i = 0; i < n; i++) {
    for (let below = i + 1; below < n; below++) {
      const factor = rows[below]![i]! / rows[i]![i]!;
      for (let j = i; j <= n; j++) rows[below]![j]! -= factor * rows[i]![j]!;
    }
  }
  const trend = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const rest = trend.reduce((sum, t, j) => (j > i ? sum + rows[i]![j]! * t : sum), 0);
    trend[i] = (rows[i]![n]! - rest) / rows[i]![i]!;
  }
  return samples.map((x, i) => x - trend[i]!);
}

describe('smoothnessPriors', () => {
  it('splits 0 3 0 into ±0.5·6/7·3 for λ = 1', () => {
    // I + D₂ᵀD₂ with D₂ = (1 −2 1) has the inverse I − dᵀd/7, so what remains is d·(d·x)/7 = (1, −2, 1)·(−6)/7.
    const expected = [-6 / 7, 12 / 7, -6 / 7];
    smoothnessPriors(Float64Array.of(0, 3, 0), 1).forEach((x, i) => expect(x).toBeCloseTo(expected[i]!, 12));
  });

  it('is the dense solution', () => {
    const samples = fc.array(fc.double({ min: -200, max: 200, noNaN: true }), {
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(samples, fc.double({ min: 0, max: 500, noNaN: true }), (xs, lambda) => {
        const expected = dense(xs, lambda);
        smoothnessPriors(Float64Array.from(xs), lambda).forEach((x, i) =>
          expect(x).toBeCloseTo(expected[i]!, 5),
        );
      }),
    );
  });

  it('leaves nothing of a straight line', () => {
    const line = Float64Array.from({ length: 1200 }, (_, i) => 800 + 0.2 * i);
    smoothnessPriors(line, 500).forEach((x) => expect(Math.abs(x)).toBeLessThan(1e-6));
  });

  it.each([
    ['takes off', 0.01, 0, 0.05],
    ['halves', 0.0285, 0.48, 0.52],
    ['keeps', 0.1, 0.95, 1.05],
  ])('%s %d Hz at 4 Hz with λ 500', (_, hz, low, high) => {
    const wave = Float64Array.from({ length: 4000 }, (__, i) => Math.sin((2 * Math.PI * hz * i) / 4));
    const kept = smoothnessPriors(wave, 500).slice(1000, 3000);
    const amplitude = Math.sqrt((2 * kept.reduce((sum, x) => sum + x * x, 0)) / kept.length);
    expect(amplitude).toBeGreaterThanOrEqual(low);
    expect(amplitude).toBeLessThanOrEqual(high);
  });

  it.each([0, 1, 2])('gives zeros for %i samples: they have no curvature', (n) => {
    expect(smoothnessPriors(new Float64Array(n).fill(7), 500)).toEqual(new Float64Array(n));
  });

  it('refuses a negative λ', () => {
    expect(() => smoothnessPriors(new Float64Array(5), -1)).toThrow(RangeError);
  });
});
