import { mean } from '../maths/statistics.ts';

/** How taps lie in time against beats that were heard. */
export interface TapTiming {
  /** Tap less its beat, seconds, for each beat that has one: negative is before the beat. In the order of the beats. */
  readonly asynchroniesS: readonly number[];
  /** Beats that were left free. A choice as much as anything else: nobody is told. */
  readonly freeBeats: number;
  /** Taps between the beats. */
  readonly tapsBetween: number;
}

/** A tap belongs to a beat within this share of the time to the next one. */
const REACH_SHARE = 0.4;

/**
 * Gives each beat the tap nearest to it, if that is nearer to no other beat.
 *
 * @param tapsS  ascending, seconds; @param beatsS  ascending, on the same clock
 */
export function tapTiming(tapsS: readonly number[], beatsS: readonly number[]): TapTiming {
  const nearest = new Map<number, number>();
  let first = 0;
  for (const tap of tapsS) {
    while (first + 1 < beatsS.length && Math.abs(beatsS[first + 1]! - tap) <= Math.abs(beatsS[first]! - tap))
      first++;
    const beat = beatsS[first];
    if (beat === undefined || Math.abs(tap - beat) > REACH_SHARE * gapAt(beatsS, first)) continue;
    const asynchrony = tap - beat;
    const before = nearest.get(first);
    if (before === undefined || Math.abs(asynchrony) < Math.abs(before)) nearest.set(first, asynchrony);
  }
  return {
    asynchroniesS: [...nearest].sort(([a], [b]) => a - b).map(([, asynchrony]) => asynchrony),
    freeBeats: beatsS.length - nearest.size,
    tapsBetween: tapsS.length - nearest.size,
  };
}

/** From a beat to the nearer of its neighbours, seconds; a lone beat has a second of room. */
const gapAt = (beatsS: readonly number[], i: number): number => {
  const gaps = [
    i > 0 ? beatsS[i]! - beatsS[i - 1]! : undefined,
    beatsS[i + 1] && beatsS[i + 1]! - beatsS[i]!,
  ];
  return Math.min(...gaps.map((gap) => gap ?? Infinity).filter((gap) => gap > 0), 1);
};

/** Where taps lie within a pulse, whatever beat each was meant for. */
export interface PulsePhase {
  /** Mean distance from the pulse, seconds; negative is before it. */
  readonly asynchronyS: number;
  /** Length of the mean vector, 0–1: 0 taps anywhere, 1 always at one place. */
  readonly together: number;
  /** Chance of a vector as long if the taps had nothing to do with the pulse. */
  readonly byChance: number;
  readonly taps: number;
}

/** Taps needed for a phase: below, the test's approximation is poor. */
const PHASE_TAPS = 8;

/**
 * The mean of taps around the circle of one pulse, for the time before somebody has found it: a plain mean of
 * distances would be zero for taps anywhere.
 *
 * @param tapsS seconds; @param pulse one of its beats and the time between two, seconds
 * @returns `undefined` below eight taps
 * Source: mean direction and Rayleigh's test of circular statistics, with Zar's approximation
 * p = exp(√(1 + 4n + 4(n² − R²)) − 1 − 2n), R the length of the summed vectors.
 */
export function pulsePhase(
  tapsS: readonly number[],
  { fromS, everyS }: { readonly fromS: number; readonly everyS: number },
): PulsePhase | undefined {
  const n = tapsS.length;
  if (n < PHASE_TAPS) return undefined;
  const angles = tapsS.map((tap) => (2 * Math.PI * (tap - fromS)) / everyS);
  const [x, y] = [mean(angles.map(Math.cos)), mean(angles.map(Math.sin))];
  const together = Math.hypot(x, y);
  const byChance = Math.exp(Math.sqrt(1 + 4 * n + 4 * n * n * (1 - together ** 2)) - (1 + 2 * n));
  return { asynchronyS: (Math.atan2(y, x) / (2 * Math.PI)) * everyS, together, byChance, taps: n };
}
