/** A forecast and what came of it. */
export interface Outcome {
  readonly probability: number;
  readonly craving: boolean;
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

/** Data of a reliability diagram in bins of equal width; empty bins are left out. */
export function reliability(outcomes: readonly Outcome[], bins: number): ReliabilityBin[] {
  return Array.from({ length: bins }, (_, i) => {
    const inside = outcomes.filter(
      ({ probability }) => Math.min(bins - 1, Math.floor(probability * bins)) === i,
    );
    const count = inside.length;
    const found = inside.filter(({ craving }) => craving).length;
    return {
      from: i / bins,
      to: (i + 1) / bins,
      count,
      forecast: inside.reduce((sum, one) => sum + one.probability, 0) / Math.max(1, count),
      observed: found / Math.max(1, count),
      interval: wilson(found, count),
    };
  }).filter(({ count }) => count > 0);
}

/**
 * Expected calibration error: the mean distance of forecast and observed over the bins, weighted by count.
 * `undefined` without any. Source: Naeini 2015, AAAI 29.
 */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number | undefined {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  return bins.reduce((sum, bin) => sum + bin.count * Math.abs(bin.forecast - bin.observed), 0) / total;
}

/** 95 % interval of a share, `found` of `count`; 0–1 without any. Source: Wilson 1927, doi:10.2307/2276774. */
export function wilson(found: number, count: number): readonly [number, number] {
  if (count === 0) return [0, 1];
  const z2 = 1.96 ** 2;
  const middle = (found + z2 / 2) / (count + z2);
  const half = (1.96 / (count + z2)) * Math.sqrt((found * (count - found)) / count + z2 / 4);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
