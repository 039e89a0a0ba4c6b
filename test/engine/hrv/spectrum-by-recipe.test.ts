import { describe, expect, it } from 'vitest';
import { bandPower } from '../../../engine/dsp/band-power.ts';
import { nnSeries } from '../../../engine/hrv/nn-series.ts';
import { SPECTRAL_RECIPES, type RecipeId } from '../../../engine/hrv/spectral-recipes.ts';
import { spectrumByRecipe } from '../../../engine/hrv/spectrum-by-recipe.ts';

const ids = Object.keys(SPECTRAL_RECIPES) as RecipeId[];

/** Five minutes of a heart at 100/min whose intervals swing by 50 ms at `hz`. */
function swinging(hz: number, amplitude = 50) {
  let atS = 0;
  return nnSeries(
    Array.from({ length: 500 }, () => {
      const nn = 600 + amplitude * Math.sin(2 * Math.PI * hz * atS);
      atS += nn / 1000;
      return nn;
    }),
  );
}

const powers = (id: RecipeId, series: ReturnType<typeof nnSeries>) => {
  const { bands, integration } = SPECTRAL_RECIPES[id];
  const psd = spectrumByRecipe(series, SPECTRAL_RECIPES[id])!;
  return { lf: bandPower(psd, bands.lf, integration), hf: bandPower(psd, bands.hf, integration) };
};

describe('spectrumByRecipe', () => {
  it.each(ids)('%s finds about 1250 ms² of a 50 ms swing at 0.1 Hz in LF', (id) => {
    const { lf, hf } = powers(id, swinging(0.1));
    expect(lf).toBeGreaterThan(1100);
    expect(lf).toBeLessThan(1400);
    expect(hf).toBeLessThan(60);
  });

  it.each(ids)('%s finds a swing at 0.25 Hz in HF', (id) => {
    const { lf, hf } = powers(id, swinging(0.25));
    expect(hf).toBeGreaterThan(800);
    expect(lf).toBeLessThan(20);
  });

  it('agrees with Lomb–Scargle, which resamples nothing, within 5 %', () => {
    const lomb = powers('common-e-lomb-scargle', swinging(0.12)).lf;
    expect(powers('taskforce-welch-300s', swinging(0.12)).lf / lomb).toBeCloseTo(1, 1);
    expect(Math.abs(powers('common-b-cubic-whole', swinging(0.12)).lf / lomb - 1)).toBeLessThan(0.05);
  });

  it('local cubics keep more of fast breathing at a slow heart than straight lines', () => {
    const slow = nnSeries(Array.from({ length: 320 }, (_, i) => 1000 + 50 * Math.sin((2 * Math.PI * i) / 4)));
    const kept = powers('attune-4hz-64s', slow).hf / 1250;
    const straight = powers('common-d-linear-whole', slow).hf / 1250;
    expect(kept).toBeGreaterThan(0.75);
    expect(kept).toBeGreaterThan(straight + 0.1);
  });

  it.each(ids)('%s says nothing of 0, 1, 2 or 10 beats', (id) => {
    for (const count of [0, 1, 2, 10]) {
      const few = nnSeries(new Array<number>(count).fill(800));
      expect(spectrumByRecipe(few, SPECTRAL_RECIPES[id])?.density.every(Number.isFinite) ?? true).toBe(true);
    }
    expect(spectrumByRecipe(nnSeries([]), SPECTRAL_RECIPES[id])).toBeUndefined();
    expect(spectrumByRecipe(nnSeries([800, 800]), SPECTRAL_RECIPES[id])).toBeUndefined();
  });

  it.each(ids)('%s is silent for a constant series', (id) => {
    const { lf, hf } = powers(id, nnSeries(new Array<number>(375).fill(800)));
    expect(lf + hf).toBeLessThan(1e-9);
  });

  it('turns to 75-s segments from five minutes on where the tool does', () => {
    const below = spectrumByRecipe(
      nnSeries(new Array<number>(300).fill(1000)),
      SPECTRAL_RECIPES['pyhrv-welch'],
    )!;
    const long = nnSeries(swinging(0.1).nnMs, 0);
    const more = nnSeries([...long.nnMs, ...long.nnMs]);
    const peak = (psd: NonNullable<ReturnType<typeof spectrumByRecipe>>) => Math.max(...psd.density);
    expect(below.density).toHaveLength(2049);
    // A line of 1250 ms² is as high as its power by the width of the taper: 1.36 bins of the segment.
    expect(peak(spectrumByRecipe(more, SPECTRAL_RECIPES['pyhrv-welch'])!)).toBeLessThan((1250 * 75) / 1.2);
  });
});
