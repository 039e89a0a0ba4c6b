import FFT from 'fft.js';
import { bandPower } from './band-power.ts';
import { detrend } from './detrend.ts';
import { isPowerOfTwo } from './dft.ts';
import type { Psd } from './psd.ts';
import { taper } from './taper.ts';

export { bandPower, detrend };
export type { Psd };

/**
 * Turns `size` equidistant samples into their spectrum. Plan, window and buffers are made once. Without `into` each
 * call allocates a new density; with it nothing is allocated: the density is written there and `into` is returned
 * (for hot paths that do not keep the result).
 */
export type SpectrumOf = (samples: Float64Array, into?: Psd) => Psd;

/**
 * Periodogram of one window: linear trend removed, Hann taper, one-sided, scaled so that ΣP·Δf is the mean
 * square of the tapered series over that of the taper (so 50·sin of any bin gives 50²/2).
 *
 * @param size  samples a window, a power of two
 * @param rateHz  sampling rate
 * @throws RangeError  size no power of two
 * Cost: one real FFT and O(size). Source: Heinzel 2002, "Spectrum and spectral density estimation by the DFT", eq. 23.
 */
export function spectrumOf(size: number, rateHz: number): SpectrumOf {
  if (!isPowerOfTwo(size) || size < 4) throw new RangeError(`size must be a power of two, not ${size}`);
  const fft = new FFT(size);
  const hann = taper('hann', size);
  const scale = 2 / (rateHz * hann.reduce((sum, w) => sum + w * w, 0));
  const tapered = new Float64Array(size);
  const transformed = new Float64Array(2 * size);
  const half = size / 2;
  return (samples, into = { density: new Float64Array(half + 1), binWidthHz: rateHz / size }) => {
    detrend(samples, tapered, hann);
    fft.realTransform(transformed, tapered);
    const { density } = into;
    for (let k = 0; k <= half; k++) {
      const re = transformed[2 * k]!;
      const im = transformed[2 * k + 1]!;
      density[k] = scale * (re * re + im * im);
    }
    density[0]! /= 2;
    density[half]! /= 2;
    return into;
  };
}
