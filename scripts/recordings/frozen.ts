import { frequencyOf } from '../../web/audio/instruments/index.ts';
import { seeded } from '../../web/audio/random.ts';
import { magnitudes, periodic, sizeFor } from './periodic.ts';
import { SAMPLE_RATE } from './sample-rate.ts';

/** Harmonics that tell the pitch, and how far about each to look, in cents. */
const HARMONICS = [1, 2, 3, 4];
const ABOUT_CENTS = 50;

/**
 * The colour of a held note without its time: its spectrum over `lengthS`, with phases drawn anew. A section of
 * strings or voices becomes one long, even breath without bow changes, beats or a seam, and in tune.
 *
 * @param held  the note from where it has settled, at least `lengthS` long
 * Source: the frozen spectrum of P. O. Nasca's PaulStretch, 2006 (public domain), over the whole loop at once.
 */
export function frozen(held: Float32Array, lengthS: number, midi: number): Float32Array<ArrayBuffer> {
  const size = sizeFor(lengthS);
  const random = seeded(midi, 71);
  const spectrum = magnitudes(held.subarray(0, Math.round(lengthS * SAMPLE_RATE)), size);
  const binOf = (hz: number): number => Math.round((hz * size) / SAMPLE_RATE);
  const sharp = 2 ** (sharpCents(spectrum, binOf, frequencyOf(midi)) / 1200);
  return periodic({
    lengthS,
    amplitude: (hz) => spectrum[binOf(hz * sharp)] ?? 0,
    phase: () => random() * 2 * Math.PI,
  });
}

/** By how much the players are sharp on the whole: the middle of the power about the first harmonics, cents. */
function sharpCents(spectrum: Float64Array, binOf: (hz: number) => number, f0: number): number {
  let [weighted, total] = [0, 0];
  for (const k of HARMONICS)
    for (let cents = -ABOUT_CENTS; cents <= ABOUT_CENTS; cents++) {
      const power = spectrum[binOf(k * f0 * 2 ** (cents / 1200))]! ** 2;
      weighted += power * cents;
      total += power;
    }
  return weighted / total;
}
