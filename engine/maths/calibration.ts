import { mean } from './statistics.ts';

/** A probability that was given, and whether it came so. */
export interface Outcome {
  readonly probability: number;
  readonly positive: boolean;
}

/** Forecasts between `from` and `to`: how many, what they said on average, and how often it was so. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly forecast: number;
  readonly observed: number;
  /** 95 % interval of `observed`. */
  readonly interval: readonly [number, number];
}

/**
 * Mean squared error of the probabilities, 0 best; `undefined` without any. Source:
 * Brier 1950, Monthly Weather Review 78:1.
 */
export const brier = (outcomes: readonly Outcome[]): number | undefined =>
  outcomes.length === 0
    ? undefined
    : mean(outcomes.map(({ probability, positive }) => (probability - Number(positive)) ** 2));

/** Data of a reliability diagram in bins of equal width; empty bins are left out. */
export function reliability(outcomes: readonly Outcome[], bins = 10): ReliabilityBin[] {
  const groups = Array.from({ length: bins }, () => [] as Outcome[]);
  for (const one of outcomes) groups[Math.min(bins - 1, Math.floor(one.probability * bins))]!.push(one);
  return groups.flatMap((inside, i) => {
    const count = inside.length;
    if (count === 0) return [];
    const found = inside.filter(({ positive }) => positive).length;
    return [
      {
        from: i / bins,
        to: (i + 1) / bins,
        count,
        forecast: mean(inside.map(({ probability }) => probability)),
        observed: found / count,
        interval: wilson(found, count),
      },
    ];
  });
}

/**
 * Expected calibration error: the mean distance of forecast and observed over the bins, weighted by count.
 * `undefined` without any. Source: Naeini 2015, doi:10.1609/aaai.v29i1.9602
 */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number | undefined {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  return bins.reduce((sum, bin) => sum + (bin.count / total) * Math.abs(bin.forecast - bin.observed), 0);
}

/** 95 % interval of a share, `found` of `count`; 0–1 without any. Source: Wilson 1927, doi:10.2307/2276774. */
export function wilson(found: number, count: number): readonly [number, number] {
  if (count === 0) return [0, 1];
  const z2 = 1.96 ** 2;
  const middle = (found + z2 / 2) / (count + z2);
  const half = (1.96 / (count + z2)) * Math.sqrt((found * (count - found)) / count + z2 / 4);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
