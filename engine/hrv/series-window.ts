import type { NnSeries } from './nn-series.ts';

/** The intervals that end within (fromMs, toMs]. Views, not copies. */
export function seriesWindow({ atMs, nnMs, segment }: NnSeries, fromMs: number, toMs: number): NnSeries {
  const from = firstAfter(atMs, fromMs);
  const to = firstAfter(atMs, toMs);
  return {
    atMs: atMs.subarray(from, to),
    nnMs: nnMs.subarray(from, to),
    segment: segment.subarray(from, to),
  };
}

/** Index of the first value above `limit` in ascending values. */
function firstAfter(ascending: Float64Array, limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
