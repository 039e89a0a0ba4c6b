import FFT from 'fft.js';
import { SAMPLE_RATE } from './sample-rate.ts';
import type { Sides } from './sides.ts';

/** Partials are told apart by this many hertz. */
const ABOUT_HZ = 25;
/** How far two channels may be out of phase, radians: what is left of it is heard as width. */
const MOST_RAD = (60 * Math.PI) / 180;

/**
 * Two microphones close to the strings hear some partials in opposite phase: in the middle they would cancel, and a
 * phone would play another piano. Turns each partial of the right towards the left until they add up.
 *
 * Cost: two transforms of the whole sound. Assumes that phases between the microphones stay as they are.
 */
export function aligned([left, right]: Sides): Sides {
  if (!left || !right) throw new RangeError('aligned: two channels expected');
  const size = 2 ** Math.ceil(Math.log2(1.25 * left.length));
  const fft = new FFT(size);
  const [a, b] = [transformed(fft, left, size), transformed(fft, right, size)];
  const half = size / 2;
  const [re, im] = [new Float64Array(half + 1), new Float64Array(half + 1)];
  for (let bin = 1; bin < half; bin++) {
    const [ar, ai, br, bi] = [a[2 * bin]!, a[2 * bin + 1]!, b[2 * bin]!, b[2 * bin + 1]!];
    re[bin + 1] = re[bin]! + ar * br + ai * bi;
    im[bin + 1] = im[bin]! + ai * br - ar * bi;
  }
  const about = Math.max(1, Math.round((ABOUT_HZ * size) / SAMPLE_RATE));
  for (let bin = 1; bin < half; bin++) {
    const [from, to] = [Math.max(1, bin - about), Math.min(half, bin + about + 1)];
    // By how much the left is ahead of the right about here.
    const ahead = Math.atan2(im[to]! - im[from]!, re[to]! - re[from]!);
    const turn = Math.sign(ahead) * Math.max(0, Math.abs(ahead) - MOST_RAD);
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const [br, bi] = [b[2 * bin]!, b[2 * bin + 1]!];
    b.set([br * cos - bi * sin, br * sin + bi * cos], 2 * bin);
    b.set([b[2 * bin]!, -b[2 * bin + 1]!], 2 * (size - bin));
  }
  const out = new Float64Array(2 * size);
  fft.inverseTransform(out, b);
  return [left, Float32Array.from({ length: right.length }, (_, i) => out[2 * i]!)];
}

function transformed(fft: FFT, samples: Float32Array, size: number): Float64Array {
  const input = new Float64Array(size);
  input.set(samples);
  const out = new Float64Array(2 * size);
  fft.realTransform(out, input);
  fft.completeSpectrum(out);
  return out;
}
