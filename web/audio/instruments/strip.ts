import type { Instrument } from './instrument.ts';

/**
 * How the recordings of an instrument lie in its file: a mark, then one after another with gaps. Seconds.
 *
 * Decoders put more or less silence before the first sample (MP3 has no say in it), so a short mark tells where the
 * file begins. Loops go on a little into the gaps on both sides: what is cut out is never at the end of a frame.
 */
export const MARK_S = 0.06;
const FIRST_S = 0.3;
const GAP_S = 0.12;
/** A loop's continuation on either side. */
export const OVERLAP_S = 0.05;

/** Where the n-th recording begins: every take of the first pitch, then of the second, and so on. */
export const slotS = ({ lengthS }: Instrument, n: number): number => FIRST_S + n * (lengthS + GAP_S);

/** Length of the whole file. */
export const stripS = (instrument: Instrument): number =>
  slotS(instrument, instrument.pitches.length * (instrument.takes ?? 1));

/** Seconds by which a decoded file is late: the centre of the mark's energy, against where it was put. */
export function latenessS(samples: Float32Array, sampleRate: number): number {
  const until = Math.min(samples.length, Math.round(0.7 * FIRST_S * sampleRate));
  let [weighted, total] = [0, 0];
  for (let i = 0; i < until; i++) {
    const power = samples[i]! ** 2;
    weighted += power * i;
    total += power;
  }
  return total === 0 ? 0 : weighted / total / sampleRate - MARK_S;
}
