import type { WindowBeat } from './rolling-time-domain.ts';

/**
 * The NN series at equidistant times, kept for one trailing window.
 *
 * Samples lie on multiples of 1/rate of session time and are interpolated linearly between accepted beats. A rejected
 * beat is bridged; a new segment starts over, so no window ever spans a gap.
 */
export interface Tachogram {
  push(beat: WindowBeat & { readonly segment: number }): void;
  /** The latest `size` samples in ms, oldest first; absent until one segment fills them. Valid until the next push. */
  window(): Float64Array | undefined;
}

export function tachogram(size: number, rateHz: number): Tachogram {
  const periodMs = 1000 / rateHz;
  // Twice the window, so that the latest `size` samples are always contiguous somewhere.
  const samples = new Float64Array(2 * size);
  let filled = 0;
  let segment = -1;
  let last: { atMs: number; rrMs: number } | undefined;

  const append = (sample: number) => {
    if (filled === samples.length) {
      samples.copyWithin(0, size);
      filled = size;
    }
    samples[filled++] = sample;
  };

  return {
    push(beat) {
      if (beat.segment !== segment) {
        segment = beat.segment;
        filled = 0;
        last = undefined;
      }
      if (!beat.accepted) return;
      if (last && beat.atMs > last.atMs) {
        const slope = (beat.rrMs - last.rrMs) / (beat.atMs - last.atMs);
        const firstMs = (Math.floor(last.atMs / periodMs) + 1) * periodMs;
        for (let atMs = firstMs; atMs <= beat.atMs; atMs += periodMs)
          append(last.rrMs + slope * (atMs - last.atMs));
      }
      last = { atMs: beat.atMs, rrMs: beat.rrMs };
    },
    window: () => (filled < size ? undefined : samples.subarray(filled - size, filled)),
  };
}
