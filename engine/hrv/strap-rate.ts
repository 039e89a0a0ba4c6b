/** The mean of the rates that a strap showed over a trailing window. */
export interface ShownRates {
  /** @param bpm 1/min; 0 means none */
  push(atMs: number, bpm: number): void;
  /** Over (atMs − window, atMs], 1/min; absent where it showed none. */
  at(atMs: number): number | undefined;
  /** How many rates that is the mean of; after `at`. */
  count(): number;
}

export function strapRate(windowMs: number): ShownRates {
  let shown: { readonly atMs: number; readonly bpm: number }[] = [];
  let sum = 0;
  let head = 0;
  return {
    push(atMs, bpm) {
      if (bpm <= 0) return;
      shown.push({ atMs, bpm });
      sum += bpm;
    },
    at(atMs) {
      for (let one = shown[head]; one && one.atMs <= atMs - windowMs; one = shown[++head]) sum -= one.bpm;
      if (head > 1024) {
        shown = shown.slice(head);
        head = 0;
      }
      return head < shown.length ? sum / (shown.length - head) : undefined;
    },
    count: () => shown.length - head,
  };
}
