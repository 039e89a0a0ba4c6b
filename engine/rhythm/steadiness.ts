import { mean, median } from '../maths/statistics.ts';

/** How even taps are, whatever they were played to: it needs no beat, and no delay of a device changes it. */
export type Steadiness =
  | {
      /** Intervals that it rests on. */
      readonly n: number;
      /** Their middle, seconds. */
      readonly intervalS: number;
      /** Standard deviation of the intervals about their own slow change, seconds, and its standard error. */
      readonly spreadS: number;
      readonly spreadErrorS: number;
      /** How much faster it grew, as a share a minute; negative: calmer. Absent where it may as well be none. */
      readonly quickening?: number;
      /** Second half's spread over the first's. Absent where it may as well be the same. */
      readonly spreadTrend?: number;
    }
  | { readonly withheld: 'too-few-taps'; readonly n: number; readonly needed: number };

/** Intervals below which a spread says little: its own error is over a quarter of it. */
const NEEDED = 9;
/** Intervals further from the middle than this share are pauses, or two hits for one. */
const OUTLYING = 0.35;
/** A slope this many standard errors from none is told; and a ratio of spreads whose F has about 5 % by chance. */
const [TOLD_ERRORS, TOLD_RATIO] = [2.5, 1.6];

/**
 * Spread of the intervals between taps. An interval over a beat that was left free is halved or divided by three, as often
 * as it fits; pauses count for nothing.
 *
 * @param tapsS ascending, seconds
 * Source: variability of inter-tap intervals after taking out their linear drift, as in Repp 2005,
 * doi:10.3758/BF03206433. Deviation: pauses are left out by their length.
 */
export function steadiness(tapsS: readonly number[]): Steadiness {
  const found = intervalsOf(tapsS);
  const n = found.length;
  if (n < NEEDED) return { withheld: 'too-few-taps', n, needed: NEEDED };
  const line = lineThrough(found);
  const residuals = found.map(({ atS, s }) => s - line.middle - line.slope * (atS - line.atS));
  const spreadS = deviation(residuals, 2);
  const half = n >> 1;
  const ratio = deviation(residuals.slice(half), 1) / deviation(residuals.slice(0, half), 1);
  const told = Math.abs(line.slope) > TOLD_ERRORS * line.slopeError;
  const changed = n >= 2 * NEEDED && Math.max(ratio, 1 / ratio) > TOLD_RATIO;
  return {
    ...{ n, intervalS: line.middle, spreadS, spreadErrorS: spreadS / Math.sqrt(2 * (n - 2)) },
    ...(told && { quickening: (-60 * line.slope) / line.middle }),
    ...(changed && Number.isFinite(ratio) && { spreadTrend: ratio }),
  };
}

interface Interval {
  /** When it ended. */
  readonly atS: number;
  readonly s: number;
}

function intervalsOf(tapsS: readonly number[]): readonly Interval[] {
  const all = tapsS.slice(1).map((atS, i) => ({ atS, s: atS - tapsS[i]! }));
  if (all.length === 0) return [];
  const middle = median(all.map(({ s }) => s));
  return all.flatMap(({ atS, s }) => {
    const beats = Math.round(s / middle);
    if (beats < 1 || beats > 3 || Math.abs(s / beats - middle) > OUTLYING * middle) return [];
    return [{ atS, s: s / beats }];
  });
}

function lineThrough(found: readonly Interval[]) {
  const [atS, middle] = [mean(found.map((one) => one.atS)), mean(found.map(({ s }) => s))];
  const xx = found.reduce((sum, one) => sum + (one.atS - atS) ** 2, 0);
  const slope = xx === 0 ? 0 : found.reduce((sum, one) => sum + (one.atS - atS) * (one.s - middle), 0) / xx;
  const rest = found.map((one) => one.s - middle - slope * (one.atS - atS));
  return { atS, middle, slope, slopeError: deviation(rest, 2) / Math.sqrt(xx) };
}

const deviation = (values: readonly number[], fitted: number): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / Math.max(1, values.length - fitted));
