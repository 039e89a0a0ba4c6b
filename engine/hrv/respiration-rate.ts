import { interpolate, pointsNeeded } from '../dsp/interpolation.ts';
import type { Band, Psd } from '../dsp/psd.ts';
import { peakHz, bandPower } from '../dsp/band-power.ts';
import { smoothnessPriors } from '../dsp/smoothness-priors.ts';
import { welch } from '../dsp/welch.ts';
import { CLOCK_NOISE_MS2 } from './clock-noise.ts';
import { mean } from './moments.ts';
import { coveredS, longestSegment, type NnSeries } from './nn-series.ts';

export interface RespirationRate {
  readonly breathsPerMinute: number;
  /** 0–1; from `RESPIRATION_CONFIDENT` on the rate was within 0.5/min on paced synthetic hearts. */
  readonly confidence: number;
}

export const RESPIRATION_CONFIDENT = 0.5;

const RATE_HZ = 4;
/** 3.3 to 30 breaths a minute. */
const LOWEST_HZ = 0.055;
const HIGHEST_HZ = 0.5;
/** Above the 0.1 Hz rhythm of the blood pressure, breathing is looked for on its own as well. */
const FAST_HZ = 0.15;
const HARMONIC_HZ = 0.02;
const MIN_WINDOW_S = 30;
const NFFT = 4096;

/**
 * Respiration rate from respiratory sinus arrhythmia alone.
 *
 * The rate is the highest peak of the spectrum (cubic 4 Hz, smoothness priors, Hann, refined between bins). Its
 * confidence comes from two more measures of the same breaths: the distance between crests of the tachogram, and
 * the autocorrelation of the tachogram at one breath. Breathing that the heart does not follow cannot be detected.
 * Breathing faster than half the heart rate is aliased to a slower one and may be misread (observed at 40 beats a
 * minute and less). A 0.1 Hz rhythm of the blood pressure that stands alone may be taken for slow breathing.
 *
 * @returns undefined below 30 s in one segment, or without any peak
 * Cost: one transform of 4096 and O(samples).
 * Source: after Schäfer & Kratky 2008, doi:10.1007/s10439-007-9428-1 (counting); the combination is ours.
 */
export function respirationRate(series: NnSeries): RespirationRate | undefined {
  const segment = longestSegment(series);
  if (coveredS(segment) < MIN_WINDOW_S || segment.nnMs.length < pointsNeeded('cubic')) return undefined;
  const tachogram = resampled(segment);
  // Each heart beat samples the breath, so half the heart rate is the Nyquist limit.
  const highestHz = Math.min(HIGHEST_HZ, 500 / mean(segment.nnMs)!);
  if (highestHz <= LOWEST_HZ) return undefined;
  const any = reading(tachogram, { lambda: 500, band: [LOWEST_HZ, highestHz] });
  const fast =
    highestHz > FAST_HZ ? reading(tachogram, { lambda: 24, band: [FAST_HZ, highestHz] }) : undefined;
  if (any === undefined || fast === undefined || fast.confidence <= any.confidence) return said(any ?? fast);
  return said(isHarmonic(fast.hz, any.hz) ? any : fast);
}

interface Reading {
  readonly hz: number;
  readonly confidence: number;
}

const said = (it: Reading | undefined): RespirationRate | undefined =>
  it && { breathsPerMinute: 60 * it.hz, confidence: it.confidence };

/** Slow breathing also has peaks at two and three times its rate. */
const isHarmonic = (hz: number, of: number): boolean =>
  [2, 3].some((times) => Math.abs(hz - times * of) < HARMONIC_HZ);

/** Breathing within `band`, after slower trends are removed with smoothness priors. */
function reading(
  tachogram: Float64Array,
  { lambda, band }: { readonly lambda: number; readonly band: Band },
): Reading | undefined {
  const samples = smoothnessPriors(tachogram, lambda);
  const psd = welch(samples, {
    rateHz: RATE_HZ,
    taper: 'hann',
    segment: samples.length,
    overlap: 0,
    nfft: Math.max(NFFT, samples.length),
    trend: 'none',
  });
  if (bandPower(psd, band) < CLOCK_NOISE_MS2) return undefined;
  const peak = peakHz(psd, band);
  const hz = peak && refined(psd, peak);
  if (hz === undefined) return undefined;
  const durationS = samples.length / RATE_HZ;
  const confidence =
    between(concentration(psd, { hz, durationS, band }), [0.45, 0.8]) *
    between(repetition(samples, hz), [0.1, 0.5]) *
    between(Math.abs(60 * hz - crestRate(samples)), [2, 0.5]) *
    between(durationS * hz, [3, 4]);
  return { hz, confidence };
}

/** 0 at `from` and before it, 1 at `to` and beyond, straight between. */
const between = (value: number, [from, to]: readonly [number, number]): number =>
  Math.min(1, Math.max(0, (value - from) / (to - from)));

function resampled({ atMs, nnMs }: NnSeries): Float64Array {
  const first = atMs[0]!;
  const length = Math.floor(((atMs[atMs.length - 1]! - first) / 1000) * RATE_HZ) + 1;
  const times = Float64Array.from({ length }, (_, k) => first + (k * 1000) / RATE_HZ);
  return interpolate({ x: atMs, y: nnMs }, times, 'cubic');
}

/**
 * The top of the parabola through the logarithms of the peak and its
 * neighbours; absent where one of them is higher.
 */
function refined({ density, binWidthHz }: Psd, peak: number): number | undefined {
  const k = Math.round(peak / binWidthHz);
  const [before, at, after] = [density[k - 1]!, density[k]!, density[k + 1]!];
  if (!(at >= before && at > after)) return undefined;
  const [left, right] = [Math.log(before / at), Math.log(after / at)];
  return (k + (0.5 * (left - right)) / (left + right)) * binWidthHz;
}

/** Share of the band's power that lies in the peak, as wide as the window makes a steady tone. */
function concentration(
  psd: Psd,
  { hz, durationS, band }: { readonly hz: number; readonly durationS: number; readonly band: Band },
): number {
  const reach = 2 / durationS + 0.01;
  return (
    bandPower(psd, [Math.max(band[0], hz - reach), Math.min(band[1], hz + reach)]) / bandPower(psd, band)
  );
}

/** Correlation of the series with itself one breath later. */
function repetition(samples: Float64Array, hz: number): number {
  const lag = Math.round(RATE_HZ / hz);
  let [both, early, late] = [0, 0, 0];
  for (let i = lag; i < samples.length; i++) {
    both += samples[i]! * samples[i - lag]!;
    early += samples[i - lag]! ** 2;
    late += samples[i]! ** 2;
  }
  return early * late > 0 ? both / Math.sqrt(early * late) : 0;
}

/**
 * Breaths a minute from the mean distance of crests; crests below a fifth of
 * the upper quartile of crests do not count.
 */
function crestRate(samples: Float64Array): number {
  const smooth = smoothnessPriors(samples, 1).map((fast, i) => samples[i]! - fast);
  const crests: number[] = [];
  for (let i = 1; i < smooth.length - 1; i++) {
    if (smooth[i]! > 0 && smooth[i]! >= smooth[i - 1]! && smooth[i]! > smooth[i + 1]!) crests.push(i);
  }
  const heights = crests.map((i) => smooth[i]!).sort((a, b) => a - b);
  const floor = 0.2 * (heights[Math.floor(0.75 * heights.length)] ?? 0);
  const counted = crests.filter((i) => smooth[i]! >= floor);
  const span = (counted.at(-1) ?? 0) - (counted[0] ?? 0);
  return span > 0 ? (60 * RATE_HZ * (counted.length - 1)) / span : 0;
}
