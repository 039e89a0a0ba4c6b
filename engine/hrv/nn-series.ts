/**
 * Accepted intervals between heart beats. `atMs[i]` is the beat that ends `nnMs[i]`. Neighbours of one `segment` follow
 * each other without a hole; nothing is ever computed across segments.
 */
export interface NnSeries {
  readonly atMs: Float64Array;
  readonly nnMs: Float64Array;
  readonly segment: Int32Array;
}

/** One unbroken segment out of its intervals alone; the first interval begins at `startMs`. */
export function nnSeries(intervalsMs: Iterable<number>, startMs = 0): NnSeries {
  const nnMs = Float64Array.from(intervalsMs);
  let atMs = startMs;
  return { nnMs, atMs: nnMs.map((nn) => (atMs += nn)), segment: new Int32Array(nnMs.length) };
}

/** The longest segment, in time. A series without beats is its own. Views, not copies. */
export function longestSegment(series: NnSeries): NnSeries {
  let best = { from: 0, to: 0, ms: -1 };
  let from = 0;
  let ms = 0;
  for (let i = 0; i < series.nnMs.length; i++) {
    if (series.segment[i] !== series.segment[from]) {
      from = i;
      ms = 0;
    }
    ms += series.nnMs[i]!;
    if (ms > best.ms) best = { from, to: i + 1, ms };
  }
  return slice(series, best.from, best.to);
}

/** Intervals `from` up to but without `to`. Views, not copies. */
const slice = ({ atMs, nnMs, segment }: NnSeries, from: number, to: number): NnSeries => ({
  atMs: atMs.subarray(from, to),
  nnMs: nnMs.subarray(from, to),
  segment: segment.subarray(from, to),
});

/** Time covered by intervals, seconds. Holes do not count. */
export const coveredS = ({ nnMs }: NnSeries): number => nnMs.reduce((sum, nn) => sum + nn, 0) / 1000;

/** For each pair of neighbours in one segment: the result of `of`. */
export function pairwise(
  { nnMs, segment }: NnSeries,
  of: (nn: number, next: number) => number,
): Float64Array {
  const out = new Float64Array(Math.max(0, nnMs.length - 1));
  let pairs = 0;
  for (let i = 1; i < nnMs.length; i++) {
    if (segment[i] === segment[i - 1]) out[pairs++] = of(nnMs[i - 1]!, nnMs[i]!);
  }
  return out.subarray(0, pairs);
}

/** Successive differences NN[i+1] − NN[i], ms. */
export const successiveDifferences = (series: NnSeries): Float64Array =>
  pairwise(series, (nn, next) => next - nn);
