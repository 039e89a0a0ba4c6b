import { exceedsMs } from './exceeds.ts';

/** Sums from which the time-domain figures of a window follow. Deviations are taken from `aboutMs`, near the mean. */
export interface Sums {
  aboutMs: number;
  accepted: number;
  nnMs: number;
  deviation: number;
  deviation2: number;
  pairs: number;
  beyond50: number;
  difference: number;
  difference2: number;
  /** Sum of products of both deviations of a pair. */
  together: number;
  together2: number;
}

export const NO_SUMS: Readonly<Sums> = {
  aboutMs: 800,
  accepted: 0,
  nnMs: 0,
  deviation: 0,
  deviation2: 0,
  pairs: 0,
  beyond50: 0,
  difference: 0,
  difference2: 0,
  together: 0,
  together2: 0,
};

/** One interval and, where it has one, the neighbour before it; `sign` −1 removes them. */
export interface CountedInterval {
  readonly nnMs: number;
  readonly beforeMs: number | undefined;
  readonly sign: 1 | -1;
}

/** Adds one interval to `sums`, in place. */
export function counted(sums: Sums, { nnMs, beforeMs, sign }: CountedInterval): void {
  const deviation = nnMs - sums.aboutMs;
  sums.accepted += sign;
  sums.nnMs += sign * nnMs;
  sums.deviation += sign * deviation;
  sums.deviation2 += sign * deviation * deviation;
  if (beforeMs === undefined) return;
  const difference = nnMs - beforeMs;
  const together = deviation + beforeMs - sums.aboutMs;
  sums.pairs += sign;
  sums.beyond50 += exceedsMs(difference, 50) ? sign : 0;
  sums.difference += sign * difference;
  sums.difference2 += sign * difference * difference;
  sums.together += sign * together;
  sums.together2 += sign * together * together;
}

export interface RunningFigures {
  meanNnMs?: number;
  sdnnMs?: number;
  rmssdMs?: number;
  /** Per cent of the pairs. */
  pnn50Percent?: number;
  sd1Ms?: number;
  sd2Ms?: number;
}

/** Fills in the figures that follow from `sums`; each stays absent below the one or two values it needs. */
export function figures<Into extends RunningFigures>(sums: Readonly<Sums>, into: Into): Into {
  const { accepted: n, pairs } = sums;
  if (n > 0) into.meanNnMs = sums.aboutMs + sums.deviation / n;
  if (n > 1) into.sdnnMs = spread(n, sums.deviation, sums.deviation2);
  if (pairs > 0) {
    into.rmssdMs = Math.sqrt(Math.max(0, sums.difference2) / pairs);
    into.pnn50Percent = (100 * sums.beyond50) / pairs;
  }
  if (pairs > 1) {
    into.sd1Ms = spread(pairs, sums.difference, sums.difference2) / Math.SQRT2;
    into.sd2Ms = spread(pairs, sums.together, sums.together2) / Math.SQRT2;
  }
  return into;
}

const spread = (n: number, sum: number, sum2: number): number =>
  Math.sqrt(Math.max(0, sum2 - (sum * sum) / n) / (n - 1));
