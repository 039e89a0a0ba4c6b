import FFT from 'fft.js';

/** How a sound is cut up. */
export interface Framing {
  /** Samples a frame; a power of two. */
  readonly size: number;
  /** Samples from one frame to the next. */
  readonly hop: number;
}

/**
 * Calls `see` with the power of each frequency bin (1 … size/2 − 1; bin 0 stays 0) of each Hann-shaded frame, in order
 * of time. The array is the same one each time. Cost: O(frames · size · log size).
 */
export function eachSpectrum(
  samples: Float32Array,
  { size, hop }: Framing,
  see: (powers: Float64Array, frame: number) => void,
): void {
  const fft = new FFT(size);
  const shade = Float64Array.from({ length: size }, (_, i) => Math.sin((Math.PI * i) / size) ** 2);
  const out = fft.createComplexArray() as number[];
  const frame = new Array<number>(size).fill(0);
  const powers = new Float64Array(size / 2);
  for (let n = 0, from = 0; from + size <= samples.length; n++, from += hop) {
    for (let i = 0; i < size; i++) frame[i] = samples[from + i]! * shade[i]!;
    fft.realTransform(out, frame);
    for (let bin = 1; bin < size / 2; bin++) powers[bin] = out[2 * bin]! ** 2 + out[2 * bin + 1]! ** 2;
    see(powers, n);
  }
}

/** The power of two nearest to so many seconds. */
export const frameSize = (seconds: number, sampleRate: number): number =>
  2 ** Math.round(Math.log2(seconds * sampleRate));
