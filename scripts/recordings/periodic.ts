import FFT from 'fft.js';
import { SAMPLE_RATE } from './sample-rate.ts';

/** Sizes of transforms and their tables, which take as long to make as a transform. */
const transforms = new Map<number, FFT>();
/** Samples on either side that count for a value between samples. */
const REACH = 16;
/** Steps between two samples at which its kernel is known. */
const STEPS = 1024;
/** Nothing lies below this: it would not be heard, and move the middle. */
const LOWEST_HZ = 25;

function transformOf(size: number): FFT {
  const known = transforms.get(size);
  if (known) return known;
  const made = new FFT(size);
  transforms.set(size, made);
  return made;
}

/** A sound that comes round after `lengthS` without a seam, drawn as a spectrum. */
export interface Spectrum {
  readonly lengthS: number;
  /** Amplitude at a frequency in Hz. */
  readonly amplitude: (hz: number, bin: number) => number;
  /** Phase of the next component in radians. */
  readonly phase: () => number;
}

/** Samples in a transform that stands for `lengthS`: the least power of two that keeps the sample rate. */
export const sizeFor = (lengthS: number): number => 2 ** Math.ceil(Math.log2(lengthS * SAMPLE_RATE));

/**
 * The sound of a spectrum. An inverse transform repeats by itself; its power of two is then read at the sample rate,
 * so that the loop is a whole number of samples at all common rates.
 */
export function periodic({ lengthS, amplitude, phase }: Spectrum): Float32Array<ArrayBuffer> {
  const size = sizeFor(lengthS);
  const spectrum = new Float64Array(2 * size);
  for (let bin = 1; bin < size / 2; bin++) {
    const hz = bin / lengthS;
    const level = hz > LOWEST_HZ && hz < 0.45 * SAMPLE_RATE ? amplitude(hz, bin) : 0;
    if (level === 0) continue;
    const p = phase();
    const [re, im] = [level * Math.cos(p), level * Math.sin(p)];
    spectrum.set([re, im], 2 * bin);
    spectrum.set([re, -im], 2 * (size - bin));
  }
  const wave = new Float64Array(2 * size);
  transformOf(size).inverseTransform(wave, spectrum);
  return roundTo(
    Float64Array.from({ length: size }, (_, i) => wave[2 * i]!),
    Math.round(lengthS * SAMPLE_RATE),
  );
}

/** Magnitudes of a stretch of sound, by bin of a transform of `size`; the stretch is shaded at its ends. */
export function magnitudes(samples: Float32Array, size: number): Float64Array {
  const input = new Float64Array(size);
  const length = Math.min(size, samples.length);
  for (let i = 0; i < length; i++) input[i] = samples[i]! * Math.sin((Math.PI * i) / length) ** 2;
  const out = new Float64Array(2 * size);
  transformOf(size).realTransform(out, input);
  return Float64Array.from({ length: size / 2 }, (_, bin) => Math.hypot(out[2 * bin]!, out[2 * bin + 1]!));
}

/** Reads a sound that comes round at another number of samples, by a windowed sinc. */
function roundTo(wave: Float64Array, length: number): Float32Array<ArrayBuffer> {
  const out = new Float32Array(length);
  const kernel = kernelOf(Math.min(1, length / wave.length));
  for (let i = 0; i < length; i++) {
    const at = (i * wave.length) / length;
    const middle = Math.floor(at);
    const taps = kernel[Math.round((at - middle) * STEPS)]!;
    let sum = 0;
    for (let k = 0; k < 2 * REACH; k++)
      sum += wave[(middle - REACH + 1 + k + wave.length) % wave.length]! * taps[k]!;
    out[i] = sum;
  }
  return out;
}

/** Weights of the samples about a place between two of them, for each step of the way. */
const kernelOf = (cutoff: number): Float64Array[] =>
  Array.from({ length: STEPS + 1 }, (_, step) =>
    Float64Array.from({ length: 2 * REACH }, (__, k) => {
      const x = step / STEPS + REACH - 1 - k;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / REACH);
      return window * (x === 0 ? cutoff : Math.sin(Math.PI * cutoff * x) / (Math.PI * x));
    }),
  );
