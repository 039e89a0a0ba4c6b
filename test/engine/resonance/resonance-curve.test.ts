import { describe, expect, it } from 'vitest';
import { RATES, resonance, resonanceCurves } from '../../../engine/resonance/resonance-curve.ts';

describe('resonance', () => {
  it.each([
    [4.6, 1.4, 0.2],
    [5.5, 2.8, 0],
    [6.8, 5.6, -0.2],
  ])('is largest at %d for a sharpness of %d and a tilt of %d', (peak, sharpness, tilt) => {
    const at = resonance(peak, sharpness, tilt);
    const best = Array.from({ length: 401 }, (_, i) => 4 + i / 100).reduce((a, b) => (at(b) > at(a) ? b : a));
    expect(best).toBeCloseTo(peak, 2);
  });
});

describe('resonanceCurves', () => {
  it('holds every rate for as likely as every other, and one in five for flat', () => {
    const curves = resonanceCurves();
    const prior = (of: number | undefined) =>
      curves.filter(({ peak }) => peak === of).reduce((sum, curve) => sum + curve.prior, 0);
    for (const rate of RATES) expect(prior(rate)).toBeCloseTo(0.8 / RATES.length, 10);
    expect(prior(undefined)).toBeCloseTo(0.2, 10);
  });

  it('has a value at every pace', () => {
    const values = resonanceCurves().flatMap(({ at }) => [4.5, 5.75, 7].map(at));
    expect(values.filter((value) => !Number.isFinite(value))).toEqual([]);
  });
});
