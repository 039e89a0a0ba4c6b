import { standardDeviation } from './moments.ts';
import { pairwise, type NnSeries } from './nn-series.ts';

/*
 * The Poincaré plot of NN[i+1] over NN[i]: spread across (SD1) and along (SD2) the line of identity, n − 1, ms; pairs
 * within segments only, absent below two of them. Source: Brennan 2001, doi:10.1109/10.959330.
 * Other tools take SD2 from 2·SDNN² − SD1², which counts the first and last beat
 * differently: within 0.3 % over 5 minutes.
 */

/** Spread across the line of identity, ms: short-term variability; RMSSD/√2 but for the mean difference. */
export const sd1 = (series: NnSeries): number | undefined =>
  standardDeviation(pairwise(series, (nn, next) => (next - nn) / Math.SQRT2));

/** Spread along the line of identity, ms: long-term variability. */
export const sd2 = (series: NnSeries): number | undefined =>
  standardDeviation(pairwise(series, (nn, next) => (next + nn) / Math.SQRT2));
