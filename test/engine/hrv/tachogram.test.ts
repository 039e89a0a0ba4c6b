import { describe, expect, it } from 'vitest';
import { interpolate } from '../../../engine/dsp/interpolation.ts';
import { spectrumOf } from '../../../engine/dsp/spectrum.ts';
import { nnSeries } from '../../../engine/hrv/nn-series.ts';
import { SPECTRAL_RECIPES } from '../../../engine/hrv/spectral-recipes.ts';
import { spectrumByRecipe } from '../../../engine/hrv/spectrum-by-recipe.ts';
import { tachogram } from '../../../engine/hrv/tachogram.ts';

const heart = nnSeries(
  Array.from({ length: 400 }, (_, i) => 850 + 60 * Math.sin(i / 3) + 20 * Math.sin(i * 1.3)),
  100,
);

const beatsOf = (series: typeof heart) =>
  [...series.nnMs].map((nnMs, i) => ({
    atMs: series.atMs[i]!,
    nnMs,
    segment: series.segment[i]!,
  }));

describe('tachogram', () => {
  it('is what local-cubic interpolation gives at the multiples of the period', () => {
    const live = tachogram(64, 4);
    for (const beat of beatsOf(heart)) live.push(beat);
    const last = Math.floor(heart.atMs[398]! / 250) * 250;
    const times = Float64Array.from({ length: 64 }, (_, k) => last - (63 - k) * 250);
    const expected = interpolate({ x: heart.atMs, y: heart.nnMs }, times, 'local-cubic');
    live.window()!.forEach((sample, k) => expect(sample).toBeCloseTo(expected[k]!, 6));
  });

  it('leads to the spectrum of its recipe', () => {
    const live = tachogram(256, 4);
    for (const beat of beatsOf(heart)) live.push(beat);
    const recipe = spectrumByRecipe(heart, SPECTRAL_RECIPES['attune-4hz-64s'])!;
    spectrumOf(
      256,
      4,
    )(live.window()!).density.forEach((p, k) => expect(p).toBeCloseTo(recipe.density[k]!, 3));
  });

  it('starts over with a new segment', () => {
    const live = tachogram(4, 4);
    const [first, second, third, fourth] = beatsOf(nnSeries([1000, 1000, 1000, 1000]));
    for (const beat of [first!, second!, third!]) live.push(beat);
    expect(live.window()).toBeDefined();
    live.push({ ...fourth!, segment: 1 });
    expect(live.window()).toBeUndefined();
  });

  it('takes no beat that does not come after the last', () => {
    const live = tachogram(4, 4);
    const beats = beatsOf(nnSeries([1000, 1000, 1000, 1000, 1000]));
    for (const beat of beats) for (const again of [beat, { ...beat, nnMs: 400 }]) live.push(again);
    expect([...live.window()!]).toEqual([1000, 1000, 1000, 1000]);
  });
});
