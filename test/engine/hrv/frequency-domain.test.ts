import { describe, expect, it } from 'vitest';
import { frequencyDomain } from '../../../engine/hrv/frequency-domain.ts';
import { hrvFigures } from '../../../engine/hrv/hrv-figures.ts';
import { nnSeries } from '../../../engine/hrv/nn-series.ts';
import { SPECTRAL_RECIPES } from '../../../engine/hrv/spectral-recipes.ts';

/** Bins of 0.01 Hz; 30, 80 and 40 ms²/Hz at 0.02, 0.1 and 0.3 Hz. */
const density = new Float64Array(60);
[density[2], density[10], density[30]] = [30, 80, 40];
const psd = { density, binWidthHz: 0.01 };
const recipe = SPECTRAL_RECIPES['taskforce-welch-300s'];

describe('frequencyDomain', () => {
  it('gives powers, peaks and shares', () => {
    const figures = frequencyDomain(psd, recipe, 300);
    expect(figures.vlfMs2).toBeCloseTo(0.3, 12);
    expect(figures.lfMs2).toBeCloseTo(0.8, 12);
    expect(figures.hfMs2).toBeCloseTo(0.4, 12);
    expect(figures.totalMs2).toBeCloseTo(1.5, 12);
    expect(figures.lfPeakHz).toBeCloseTo(0.1, 12);
    expect(figures.hfPeakHz).toBeCloseTo(0.3, 12);
    expect(figures.lfNu).toBeCloseTo(200 / 3, 9);
    expect(figures.hfNu).toBeCloseTo(100 / 3, 9);
    expect(figures.lfHf).toBeCloseTo(2, 12);
  });

  it.each([
    [50, []],
    [60, ['coherence', 'hfMs2', 'hfPeakHz']],
    [120, ['coherence', 'hfMs2', 'hfNu', 'hfPeakHz', 'lfHf', 'lfMs2', 'lfNu', 'lfPeakHz']],
  ])('says of %i s only what they carry', (seconds, expected) => {
    expect(Object.keys(frequencyDomain(psd, recipe, seconds)).sort()).toEqual(expected);
  });

  it('has powers of 0 and neither peaks nor shares for silence', () => {
    const silence = frequencyDomain({ density: new Float64Array(60), binWidthHz: 0.01 }, recipe, 300);
    expect(silence).toEqual({ vlfMs2: 0, lfMs2: 0, hfMs2: 0, totalMs2: 0 });
  });
});

describe('hrvFigures', () => {
  const beats = (count: number) =>
    nnSeries(Array.from({ length: count }, (_, i) => 1000 + 50 * Math.sin(i / 2)));

  it.each([
    [0, []],
    [5, []],
    [12, ['meanHrBpm', 'meanInstantaneousHrBpm', 'meanNnMs']],
    [35, ['meanHrBpm', 'meanInstantaneousHrBpm', 'meanNnMs', 'rmssdMs']],
  ])('gives of %i s what they carry', (count, expected) => {
    const { beats: n, coveredS: _, ...figures } = hrvFigures(beats(count));
    expect(n).toBe(count);
    expect(Object.keys(figures).sort()).toEqual(expected);
  });

  it('gives everything of five minutes, all of it finite', () => {
    const figures = Object.values(hrvFigures(beats(300)));
    expect(figures).toHaveLength(23);
    expect(figures.every(Number.isFinite)).toBe(true);
  });

  it('leaves out what overflows where nothing was corrected', () => {
    const { nnMs } = beats(300);
    const figures = hrvFigures(nnSeries(nnMs.with(150, 1e-320)));
    expect(Object.values(figures).every(Number.isFinite)).toBe(true);
    expect(figures).not.toHaveProperty('meanInstantaneousHrBpm');
    expect(figures).toHaveProperty('meanHrBpm');
  });

  it('makes no spectrum across a hole', () => {
    const whole = beats(300);
    const halves = { ...whole, segment: whole.segment.map((_, i) => (i < 150 ? 0 : 1)) };
    expect(hrvFigures(halves)).not.toHaveProperty('vlfMs2');
    expect(hrvFigures(halves)).toHaveProperty('lfMs2');
    expect(hrvFigures(halves)).toHaveProperty('rmssdMs');
  });

  it('lets HF follow breathing that is faster than its band, and says so', () => {
    // 90 beats a minute, 27 breaths a minute of 30 ms: 450 ms².
    let atS = 0;
    const fast = nnSeries(
      Array.from({ length: 450 }, () => {
        const nn = 667 + 30 * Math.sin(2 * Math.PI * 0.45 * atS);
        atS += nn / 1000;
        return nn;
      }),
    );
    const fixed = hrvFigures(fast);
    const following = hrvFigures(fast, 'taskforce-welch-300s', 27);
    expect(fixed).not.toHaveProperty('hfToHz');
    expect(fixed.hfMs2).toBeLessThan(20);
    expect(following.hfToHz).toBeCloseTo(0.5, 9);
    expect(following.hfMs2).toBeGreaterThan(200);
    expect(following.hfPeakHz).toBeCloseTo(0.45, 1);
    expect(hrvFigures(fast, 'taskforce-welch-300s', 20)).toEqual(fixed);
  });
});
