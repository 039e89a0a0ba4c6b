import { exceedsMs } from './exceeds.ts';
import { mean, standardDeviation } from './moments.ts';
import { successiveDifferences, type NnSeries } from './nn-series.ts';

/*
 * Time-domain figures after Task Force 1996, doi:10.1161/01.CIR.93.5.1043. Each is absent (`undefined`) where there are
 * too few intervals for it to exist; how many seconds it takes to mean anything is in `minimum-windows.ts`.
 */

/** Mean of the intervals, ms. Absent for none. */
export const meanNn = ({ nnMs }: NnSeries): number | undefined => mean(nnMs);

/** Heart rate as 60 000 / mean NN, 1/min: beats divided by time. Absent for no interval. */
export function meanHr(series: NnSeries): number | undefined {
  const nn = meanNn(series);
  return nn === undefined ? undefined : 60_000 / nn;
}

/** Mean of the instantaneous rates 60 000 / NN, 1/min: never below `meanHr`, and what some tools call mean HR. */
export const meanInstantaneousHr = ({ nnMs }: NnSeries): number | undefined =>
  mean(nnMs.map((nn) => 60_000 / nn));

/** Standard deviation of the intervals, n − 1, ms. Absent below two. */
export const sdnn = ({ nnMs }: NnSeries): number | undefined => standardDeviation(nnMs);

/** Root mean square of successive differences within segments, ms. Absent without a pair. */
export function rmssd(series: NnSeries): number | undefined {
  const square = mean(successiveDifferences(series).map((d) => d * d));
  return square === undefined ? undefined : Math.sqrt(square);
}

/**
 * Share of successive differences beyond 50 ms, per cent of the pairs. Absent without a pair.
 * NeuroKit 0.2.12 divides by one more than the pairs, so it reports slightly less.
 */
export function pnn50(series: NnSeries): number | undefined {
  const share = mean(successiveDifferences(series).map((d) => (exceedsMs(d, 50) ? 1 : 0)));
  return share === undefined ? undefined : 100 * share;
}
