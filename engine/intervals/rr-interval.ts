/** What a file says of an interval: beside an ectopic beat, or of a false detection. */
export type IntervalLabel = 'normal' | 'ectopic' | 'artefact';

/** An RR interval as it came. */
export interface RrInterval {
  /** When the interval ends, ms. */
  readonly atMs: number;
  readonly rrMs: number;
  /** Intervals of one segment follow each other without a hole. */
  readonly segment: number;
  /** By whoever labelled the recording; absent where nobody did, or where it is normal. */
  readonly label?: IntervalLabel;
}

/** Share of the interval by which a time may deviate from the end before it without being a gap. */
const SEAM = 0.25;

/** Puts recorded intervals into segments: a time that leaves a hole before its interval begins a new one. */
export function intoSegments(
  recorded: readonly { readonly atMs: number; readonly rrMs: number }[],
): RrInterval[] {
  let segment = 0;
  return recorded.map(({ atMs, rrMs }, i) => {
    const before = recorded[i - 1];
    if (before && !(Math.abs(atMs - before.atMs - rrMs) <= SEAM * rrMs)) segment += 1;
    return { atMs, rrMs, segment };
  });
}
