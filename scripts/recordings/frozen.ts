import { frequencyOf } from '../../web/audio/instruments/index.ts';
import { seeded } from '../../web/audio/random.ts';
import { magnitudes, periodic, sizeFor } from './periodic.ts';
import { SAMPLE_RATE } from './sample-rate.ts';
import { SECTION, spread, WIDE_FROM_HZ, type Sides } from './sides.ts';

/** Harmonics that tell the pitch, and how far about each to look, in cents. */
const HARMONICS = [1, 2, 3, 4];
const ABOUT_CENTS = 50;

/**
 * The colour of a held note without its time: its spectrum over `lengthS`, with phases drawn anew. A section of
 * strings or voices becomes one long, even breath without bow changes, beats or a seam, and in tune; its players sit
 * side by side, since what is about the middle has phases of its own.
 *
 * @param held  the note from where it has settled, at least `lengthS` long
 * Source: the frozen spectrum of P. O. Nasca's PaulStretch, 2006 (public domain), over the whole loop at once.
 */
export function frozen(held: Sides, lengthS: number, midi: number): Sides {
  const size = sizeFor(lengthS);
  const spectrum = spectrumOf(held, lengthS);
  const sharp = sharpness(spectrum, size, midi);
  const drawn = (seed: number, share: (hz: number) => number): Float32Array<ArrayBuffer> => {
    const random = seeded(midi, seed);
    return periodic({
      lengthS,
      amplitude: (hz) => share(hz) * (spectrum[Math.round((hz * sharp * size) / SAMPLE_RATE)] ?? 0),
      phase: () => random() * 2 * Math.PI,
    });
  };
  return spread(
    drawn(71, () => 1),
    drawn(72, (hz) => SECTION * Math.min(1, hz / WIDE_FROM_HZ)),
  );
}

/** How many times too high a held note is on the whole. */
export const sharpnessOf = (held: Sides, lengthS: number, midi: number): number =>
  sharpness(spectrumOf(held, lengthS), sizeFor(lengthS), midi);

/** Amplitudes of both channels together. */
function spectrumOf(held: Sides, lengthS: number): Float64Array {
  const of = held.map((side) =>
    magnitudes(side.subarray(0, Math.round(lengthS * SAMPLE_RATE)), sizeFor(lengthS)),
  );
  return of[0]!.map((x, bin) => Math.hypot(x, of[1]?.[bin] ?? 0));
}

function sharpness(spectrum: Float64Array, size: number, midi: number): number {
  const binOf = (hz: number): number => Math.round((hz * size) / SAMPLE_RATE);
  return 2 ** (sharpCents(spectrum, binOf, frequencyOf(midi)) / 1200);
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
