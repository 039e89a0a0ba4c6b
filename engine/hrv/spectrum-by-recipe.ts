import { detrended } from '../dsp/detrend.ts';
import { interpolate, pointsNeeded } from '../dsp/interpolation.ts';
import { lombScargle } from '../dsp/lomb-scargle.ts';
import type { Points } from '../dsp/points.ts';
import type { Psd } from '../dsp/psd.ts';
import { smoothnessPriors } from '../dsp/smoothness-priors.ts';
import { welch } from '../dsp/welch.ts';
import { longestSegment, type NnSeries } from './nn-series.ts';
import type { LombRecipe, SpectralRecipe, WelchRecipe } from './spectral-recipes.ts';

/**
 * The power spectral density of the longest segment by `recipe`, ms²/Hz.
 * @returns undefined where the segment is too short for one of the recipe's windows
 * Assumes a series of accepted intervals: a single missed beat swamps every band.
 */
export function spectrumByRecipe(series: NnSeries, recipe: SpectralRecipe): Psd | undefined {
  const { nnMs, atMs } = longestSegment(series);
  switch (recipe.method) {
    case 'welch':
      return welchByRecipe(
        recipe.intervals === 'whole-ms' ? wholeMs(atMs, nnMs) : inSeconds(atMs, nnMs),
        recipe,
      );
    case 'lomb-scargle':
      return lombByRecipe(inSeconds(atMs, nnMs), recipe);
  }
}

function welchByRecipe(points: Points, recipe: WelchRecipe): Psd | undefined {
  if (points.x.length < pointsNeeded(recipe.interpolation)) return undefined;
  const times = gridOf(points.x, recipe);
  const long =
    recipe.long !== undefined && points.x[points.x.length - 1]! - points.x[0]! >= recipe.long.fromS;
  const segment = long ? recipe.long.segment : segmentOf(times.length, recipe);
  if (segment < MIN_SEGMENT || segment > times.length) return undefined;
  const samples = withoutTrend(interpolate(points, times, recipe.interpolation), recipe.detrend);
  const nfft = 'times' in recipe.nfft ? recipe.nfft.times * segment : Math.max(recipe.nfft.atLeast, segment);
  const { rateHz, taper, segmentTrend: trend } = recipe;
  const overlap = Math.floor((long ? 0.5 : recipe.overlap) * segment);
  const psd = welch(samples, { rateHz, taper, segment, overlap, nfft, trend });
  return recipe.lowest === 'four-cycles' ? withoutBinsBelow(psd, fourCyclesHz(times.length, rateHz)) : psd;
}

/** Samples: fewer give no useful spectrum. */
const MIN_SEGMENT = 16;

function segmentOf(samples: number, { segment, rateHz }: WelchRecipe): number {
  if (segment === 'whole') return samples;
  // As NeuroKit computes it: its rounding costs a sample at some lengths, which moves the lowest bin.
  return segment === 'half' ? Math.floor((2 / fourCyclesHz(samples, rateHz)) * rateHz) : segment;
}

/** The frequency that goes four times into the series. */
const fourCyclesHz = (samples: number, rateHz: number) => (2 * rateHz) / (samples / 2);

/** Times of the samples, seconds. */
function gridOf(beats: Float64Array, { grid, rateHz, segment }: WelchRecipe): Float64Array {
  const first = beats[0]!;
  const last = beats[beats.length - 1]!;
  const step = 1 / rateHz;
  const from = (startAt: number, length: number) =>
    Float64Array.from({ length: Math.max(0, length) }, (_, k) => startAt + k * step);
  switch (grid) {
    case 'before-last-beat':
      return from(first, Math.ceil((last - first) / step));
    case 'past-last-beat':
      return from(first, Math.ceil((last + step - first) / step));
    case 'clock': {
      // Live, the last piece is not interpolated, since no beat follows it yet; the same here.
      const end = Math.floor((beats[beats.length - 2] ?? first) / step);
      const start = Math.floor(first / step) + 1;
      const wanted = typeof segment === 'number' ? segment : end - start + 1;
      const length = Math.min(wanted, end - start + 1);
      return from((end - length + 1) * step, length);
    }
  }
}

const withoutTrend = (samples: Float64Array, detrend: WelchRecipe['detrend']): Float64Array =>
  typeof detrend === 'string' ? detrended(samples, detrend) : smoothnessPriors(samples, detrend.lambda);

/** Bins below `hz` are emptied, so that no band counts them. */
function withoutBinsBelow(psd: Psd, hz: number): Psd {
  const bins = psd.density.findIndex((_, k) => k * psd.binWidthHz >= hz);
  return { ...psd, density: psd.density.slice(bins), firstHz: bins * psd.binWidthHz };
}

function lombByRecipe(points: Points, { firstHz, binWidthHz, bands }: LombRecipe): Psd | undefined {
  if (points.x.length < MIN_SEGMENT) return undefined;
  const bins = Math.ceil(((bands.vhf ?? bands.hf)[1] - firstHz) / binWidthHz);
  return lombScargle(points, { firstHz, binWidthHz, bins });
}

const inSeconds = (atMs: Float64Array, nnMs: Float64Array): Points => ({
  x: atMs.map((ms) => ms / 1000),
  y: nnMs,
});

/** The series with beat times rounded to whole milliseconds, as some tools store them. */
function wholeMs(atMs: Float64Array, nnMs: Float64Array): Points {
  const startMs = Math.round((atMs[0] ?? 0) - (nnMs[0] ?? 0));
  const beats = atMs.map(Math.round);
  return {
    x: beats.map((ms) => ms / 1000),
    y: beats.map((ms, i) => ms - (i === 0 ? startMs : beats[i - 1]!)),
  };
}
