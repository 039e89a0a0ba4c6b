/**
 * A sound that can be found again in a recording to a fraction of a millisecond, under music and in an echoing room:
 * a maximum-length sequence of ±1 that turns the phase of a tone in the middle of what a phone's loudspeaker plays. Its
 * correlation with itself is one sharp peak. It decays, so that it is heard as one soft stroke of a shaker.
 *
 * Source: Rife & Vanderkooy, Transfer-function measurement with maximum-length sequences, J. Audio Eng. Soc. 37 (1989)
 * 419–444. Deviation: one decaying period instead of a periodic sequence; the side lobes are about 20 dB down.
 */

/** Cells of the shift register: 255 chips. */
const ORDER = 8;
/** Taps of a primitive polynomial, x⁸ + x⁶ + x⁵ + x⁴ + 1. */
const TAPS = [8, 6, 5, 4] as const;
const CHIPS_PER_SECOND = 3000;
const CARRIER_HZ = 3000;
/** Seconds in which it falls to 1/e; and in which it comes and goes, so that it does not click. */
const [DECAY_S, EDGE_S] = [0.04, 0.0015];

/** Length of the marker, seconds. */
export const MARKER_S = (2 ** ORDER - 1) / CHIPS_PER_SECOND;

/** A maximum-length sequence of ±1 with one period of 2^8 − 1: the same each time. */
export function maximumLengthSequence(): Int8Array {
  const chips = new Int8Array(2 ** ORDER - 1);
  let register = 1;
  for (let i = 0; i < chips.length; i++) {
    chips[i] = (register & 1) === 1 ? 1 : -1;
    const bit = TAPS.reduce((sum, tap) => sum ^ (register >> (ORDER - tap)), 0) & 1;
    register = (register >> 1) | (bit << (ORDER - 1));
  }
  return chips;
}

/** The marker and the same with its tone a quarter turned, which together find it whatever a loudspeaker does to it. */
export interface MarkerPair {
  /** What is played, full scale 1. */
  readonly inPhase: Float32Array;
  readonly quarter: Float32Array;
}

/** @param sampleRate hertz, at least 16 000 */
export function markerAt(sampleRate: number): MarkerPair {
  if (!(sampleRate >= 16_000)) throw new RangeError(`sampleRate: ${sampleRate} Hz is below 16000 Hz`);
  const chips = maximumLengthSequence();
  const length = Math.round(MARKER_S * sampleRate);
  const [inPhase, quarter] = [new Float32Array(length), new Float32Array(length)];
  for (let i = 0; i < length; i++) {
    const t = i / sampleRate;
    const chip = chips[Math.min(chips.length - 1, Math.floor(t * CHIPS_PER_SECOND))]!;
    const edge = Math.min(1, t / EDGE_S, (MARKER_S - t) / EDGE_S);
    const level = chip * edge * Math.exp(-t / DECAY_S);
    inPhase[i] = level * Math.cos(2 * Math.PI * CARRIER_HZ * t);
    quarter[i] = level * Math.sin(2 * Math.PI * CARRIER_HZ * t);
  }
  return { inPhase, quarter };
}
