/** A running quantile over a trailing span, for sparse series (about one value a second). */
export interface RunningQuantile {
  /** Adds a value and gives the quantile of the span that ends at `atMs`. */
  push(atMs: number, value: number): number;
}

/** @param share  0 the smallest, 1 the largest */
export function runningQuantile(spanMs: number, share: number): RunningQuantile {
  let seen: { atMs: number; value: number }[] = [];
  return {
    push(atMs, value) {
      seen = seen.filter((one) => one.atMs > atMs - spanMs);
      seen.push({ atMs, value });
      const sorted = seen.map((one) => one.value).sort((a, b) => a - b);
      return sorted[Math.floor(share * (sorted.length - 1))]!;
    },
  };
}
