import { detrended, type Trend } from './detrend.ts';
import { realDft } from './dft.ts';
import type { Psd } from './psd.ts';
import { taper, type TaperName } from './taper.ts';

export interface WelchOptions {
  readonly rateHz: number;
  readonly taper: TaperName;
  /** Samples a segment; if more than the series has, the whole series. */
  readonly segment: number;
  /** Samples that neighbouring segments share. */
  readonly overlap: number;
  /** Size of the transform; segments are padded with zeros up to it. */
  readonly nfft: number;
  /** Taken off each segment. */
  readonly trend: Trend;
}

/**
 * Welch's mean of modified periodograms, one-sided, as a density: ΣP·Δf is the mean square of the
 * tapered segments over that of the taper. DC, and Nyquist where nfft is even, are not doubled.
 * Samples left over at the end are not used.
 *
 * @throws RangeError overlap no smaller than the segment, nfft smaller than it
 * Cost: one transform a segment. Source: Welch 1967, doi:10.1109/TAU.1967.1161901
 */
export function welch(samples: Float64Array, options: WelchOptions): Psd {
  const { rateHz, nfft, overlap } = options;
  const size = Math.min(options.segment, samples.length);
  if (overlap >= size) throw new RangeError(`an overlap of ${overlap} leaves no step in segments of ${size}`);
  if (nfft < size) throw new RangeError(`a transform of ${nfft} does not hold a segment of ${size}`);
  const window = taper(options.taper, size);
  const transform = realDft(nfft);
  const padded = new Float64Array(nfft);
  const transformed = new Float64Array(2 * nfft);
  const density = new Float64Array(Math.floor(nfft / 2) + 1);
  let segments = 0;
  for (let start = 0; start + size <= samples.length; start += size - overlap) {
    const segment = detrended(samples.subarray(start, start + size), options.trend);
    for (let i = 0; i < size; i++) padded[i] = segment[i]! * window[i]!;
    transform(padded, transformed);
    for (let k = 0; k < density.length; k++) {
      density[k]! += transformed[2 * k]! ** 2 + transformed[2 * k + 1]! ** 2;
    }
    segments++;
  }
  const scale = 2 / (segments * rateHz * window.reduce((sum, w) => sum + w * w, 0));
  for (let k = 0; k < density.length; k++) density[k]! *= scale;
  density[0]! /= 2;
  if (nfft % 2 === 0) density[nfft / 2]! /= 2;
  // Divided twice, as in SciPy, so that band edges fall on the same bins to the last digit.
  return { density, binWidthHz: 1 / (nfft * (1 / rateHz)) };
}
