import { round } from '../maths/round.ts';
import type { NnSeries } from './nn-series.ts';

const BIN_MS = 50;

/**
 * Baevsky's stress index AMo / (2·Mo·MxDMn), for comparison with papers only: it drives nothing.
 *
 * Histogram of 50-ms bins at multiples of 50 ms; AMo the fullest bin's share in per cent, Mo its middle and MxDMn the
 * range, both in seconds. The first of equally full bins counts.
 * @returns %/s²; undefined for a series without range
 * Source: Baevsky & Chernikova 2017, doi:10.12710/cardiometry.2017.10.6676
 */
export function baevskyStressIndex({ nnMs }: NnSeries): number | undefined {
  const counts = new Map<number, number>();
  let [shortest, longest] = [Infinity, -Infinity];
  for (const nn of nnMs) {
    const bin = Math.floor(round(nn, 3) / BIN_MS);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
    shortest = Math.min(shortest, nn);
    longest = Math.max(longest, nn);
  }
  if (!(longest > shortest)) return undefined;
  const [modeBin, modeCount] = [...counts].reduce((best, one) =>
    one[1] > best[1] || (one[1] === best[1] && one[0] < best[0]) ? one : best,
  );
  const modeS = ((modeBin + 0.5) * BIN_MS) / 1000;
  return (100 * modeCount) / nnMs.length / (2 * modeS * ((longest - shortest) / 1000));
}
