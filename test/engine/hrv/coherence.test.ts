import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coherence } from '../../../engine/hrv/coherence.ts';
import { nnSeries } from '../../../engine/hrv/nn-series.ts';
import { SPECTRAL_RECIPES } from '../../../engine/hrv/spectral-recipes.ts';
import { spectrumByRecipe } from '../../../engine/hrv/spectrum-by-recipe.ts';

describe('coherence', () => {
  it('of one bin of 5 above a floor of 1 is 0.07 / 0.4367', () => {
    // Bins of 0.01 Hz: 0.085–0.115 Hz holds 1 + 5 + 1; 0.0033–0.4 Hz holds
    // 0.3967 Hz of floor and 4 bins' worth of peak.
    const density = new Float64Array(60).fill(1);
    density[10] = 5;
    expect(coherence({ density, binWidthHz: 0.01 })).toBeCloseTo(0.07 / 0.4367, 9);
  });

  it('lies between 0 and 1 and does not see scale', () => {
    const bins = fc.array(fc.double({ min: 100, max: 1e6, noNaN: true }), { minLength: 30, maxLength: 200 });
    fc.assert(
      fc.property(bins, fc.integer({ min: -6, max: 6 }), (values, scale) => {
        const psd = { density: Float64Array.from(values), binWidthHz: 1 / 64 };
        const value = coherence(psd)!;
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(coherence({ ...psd, density: psd.density.map((p) => p * 2 ** scale) })).toBeCloseTo(value, 9);
      }),
    );
  });

  it.each([0, 1e-9, 0.1])(
    'is absent where a clock of 1/1024 s makes as much of itself: %d ms²/Hz',
    (floor) => {
      expect(coherence({ density: new Float64Array(129).fill(floor), binWidthHz: 1 / 64 })).toBeUndefined();
    },
  );

  it.each([
    ['attune-4hz-64s', 0.75],
    ['taskforce-welch-300s', 1],
  ] as const)('of a heart that swings at 0.1 Hz alone depends on the window: %s gives %d', (id, expected) => {
    let atS = 0;
    const nn = Array.from({ length: 360 }, () => {
      const next = 900 + 50 * Math.sin(2 * Math.PI * 0.1 * atS);
      atS += next / 1000;
      return next;
    });
    expect(coherence(spectrumByRecipe(nnSeries(nn), SPECTRAL_RECIPES[id])!)).toBeCloseTo(expected, 2);
  });
});
