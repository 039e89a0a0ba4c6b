import FFT from 'fft.js';

/** Writes bins 0…⌊size/2⌋ of the transform of `samples` into `out` as re, im pairs. `out` holds 2·size numbers. */
export type RealDft = (samples: Float64Array, out: Float64Array) => void;

/**
 * A plan for discrete Fourier transforms of `size` real samples, any size: fft.js where it is a power of two, otherwise
 * Bluestein's chirp over an fft.js of the next power of two that holds the
 * convolution. Exact either way: no zero-padding.
 *
 * @throws RangeError  size below 4 or not whole
 * Cost: O(n log n), about eight times more for sizes that are no power of two. Buffers are made once, here.
 * Source: Bluestein 1970, doi:10.1109/TAU.1970.1162132
 */
export function realDft(size: number): RealDft {
  if (!Number.isInteger(size) || size < 4)
    throw new RangeError(`a transform takes 4 samples or more, not ${size}`);
  if (isPowerOfTwo(size)) {
    const fft = new FFT(size);
    return (samples, out) => fft.realTransform(out, samples);
  }
  return bluestein(size);
}

export const isPowerOfTwo = (size: number): boolean => (size & (size - 1)) === 0;

function bluestein(size: number): RealDft {
  const padded = 2 ** Math.ceil(Math.log2(2 * size - 1));
  const fft = new FFT(padded);
  const chirp = chirpOf(size);
  const work = new Float64Array(2 * padded);
  const transformed = new Float64Array(2 * padded);
  const kernel = new Float64Array(2 * padded);
  for (let n = 0; n < size; n++) {
    for (const at of [n, (padded - n) % padded]) {
      work[2 * at] = chirp[2 * n]!;
      work[2 * at + 1] = chirp[2 * n + 1]!;
    }
  }
  fft.transform(kernel, work);

  return (samples, out) => {
    work.fill(0);
    for (let n = 0; n < size; n++) {
      work[2 * n] = samples[n]! * chirp[2 * n]!;
      work[2 * n + 1] = -samples[n]! * chirp[2 * n + 1]!;
    }
    fft.transform(transformed, work);
    for (let k = 0; k < padded; k++) {
      const re = transformed[2 * k]!;
      const im = transformed[2 * k + 1]!;
      transformed[2 * k] = re * kernel[2 * k]! - im * kernel[2 * k + 1]!;
      transformed[2 * k + 1] = re * kernel[2 * k + 1]! + im * kernel[2 * k]!;
    }
    fft.inverseTransform(work, transformed);
    for (let k = 0; 2 * k <= size; k++) {
      out[2 * k] = work[2 * k]! * chirp[2 * k]! + work[2 * k + 1]! * chirp[2 * k + 1]!;
      out[2 * k + 1] = work[2 * k + 1]! * chirp[2 * k]! - work[2 * k]! * chirp[2 * k + 1]!;
    }
  };
}

/** e^{iπn²/size}; n² is taken modulo 2·size first, or the angle would lose its last digits. */
function chirpOf(size: number): Float64Array {
  const chirp = new Float64Array(2 * size);
  for (let n = 0; n < size; n++) {
    const angle = (Math.PI * ((n * n) % (2 * size))) / size;
    chirp[2 * n] = Math.cos(angle);
    chirp[2 * n + 1] = Math.sin(angle);
  }
  return chirp;
}
