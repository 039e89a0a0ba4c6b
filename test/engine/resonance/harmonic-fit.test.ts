import { describe, expect, it } from 'vitest';
import { chance, normal } from '../../../engine/maths/random.ts';
import { harmonicFit } from '../../../engine/resonance/harmonic-fit.ts';

/** Ninety seconds at uneven distances around a second. */
const x = Float64Array.from({ length: 90 }, (_, i) => i + 0.3 * Math.sin(7 * i));

describe('harmonicFit', () => {
  it('finds the amplitude of a sine on a bent line, whatever the distances', () => {
    const y = x.map((t) => 60 + 0.1 * t - 0.001 * t * t + 5 * Math.sin(2 * Math.PI * 0.1 * t + 1));
    const { amplitude, noise } = harmonicFit({ x, y }, 0.1);
    expect(amplitude).toBeCloseTo(5, 6);
    expect(noise).toBeCloseTo(0, 6);
  });

  it('does not take the overtone for the breath', () => {
    const y = x.map((t) => 3 * Math.sin(2 * Math.PI * 0.16 * t));
    expect(harmonicFit({ x, y }, 0.08).amplitude).toBeLessThan(0.01);
  });

  it('knows how far white noise moves the amplitude', () => {
    const found = Array.from({ length: 200 }, (_, seed) => {
      const next = chance(seed);
      return harmonicFit({ x, y: x.map(() => 4 * normal(next)) }, 0.1);
    });
    const mean = (of: (fit: (typeof found)[number]) => number) =>
      found.reduce((sum, fit) => sum + of(fit), 0) / found.length;
    // Each component of a least-squares sine has the variance 2σ²/n, and noise alone has two of them.
    const expected = (2 * 16) / x.length;
    expect(mean(({ noise }) => noise) / expected).toBeCloseTo(1, 0);
    expect(mean(({ amplitude }) => amplitude ** 2) / (2 * expected)).toBeCloseTo(1, 0);
  });
});
