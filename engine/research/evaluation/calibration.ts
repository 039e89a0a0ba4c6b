import { mean } from '../../maths/statistics.ts';
import type { ScoredWindow } from './scored-window.ts';

type Scored = Pick<ScoredWindow, 'positive' | 'score'>;

/** Windows whose probabilities are alike. */
export interface ReliabilityBin {
  readonly windows: number;
  /** Mean probability given. */
  readonly given: number;
  /** Share that was positive. */
  readonly seen: number;
}

/** Mean squared error of the probabilities, 0 best. Source: Brier 1950, Monthly Weather Review 78:1. */
export const brier = (windows: readonly Scored[]): number =>
  mean(windows.map(({ positive, score }) => (score - (positive ? 1 : 0)) ** 2));

/** Reliability over bins of equal width; empty bins are left out. */
export function reliability(windows: readonly Scored[], bins = 10): readonly ReliabilityBin[] {
  const groups = Array.from({ length: bins }, () => [] as Scored[]);
  for (const window of windows) groups[Math.min(bins - 1, Math.floor(window.score * bins))]!.push(window);
  return groups
    .filter((group) => group.length > 0)
    .map((group) => ({
      windows: group.length,
      given: mean(group.map(({ score }) => score)),
      seen: mean(group.map(({ positive }) => (positive ? 1 : 0))),
    }));
}

/**
 * Expected calibration error: mean distance of given and seen over ten bins, weighted by their windows.
 * Source: Naeini 2015, doi:10.1609/aaai.v29i1.9602
 */
export const expectedCalibrationError = (windows: readonly Scored[]): number =>
  reliability(windows).reduce(
    (sum, bin) => sum + (bin.windows / windows.length) * Math.abs(bin.given - bin.seen),
    0,
  );
