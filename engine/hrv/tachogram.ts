import type { NnInterval } from '../artefacts/index.ts';

/**
 * The NN series at equidistant times, kept for one trailing window.
 *
 * Samples lie on multiples of 1/rate of session time, on a cubic between beats whose slope at a beat is that
 * of the parabola through it and its neighbours (`local-cubic`). So they come one beat late; linear
 * interpolation would not, but loses a third of the power of breathing at 0.25 Hz and 60 beats a minute. A new
 * segment starts over, so no window ever spans a gap.
 */
export interface Tachogram {
  push(interval: Pick<NnInterval, 'atMs' | 'nnMs' | 'segment'>): void;
  /** The latest `size` samples in ms, oldest first; absent until one segment fills them. Valid until the next push. */
  window(): Float64Array | undefined;
}

export function tachogram(size: number, rateHz: number): Tachogram {
  const periodMs = 1000 / rateHz;
  // Twice the window, so that the latest `size` samples are always contiguous somewhere.
  const samples = new Float64Array(2 * size);
  /** A view costs as much as a tenth of the transform of what it shows; each is made once. */
  const views: Float64Array[] = [];
  let filled = 0;
  let segment = -1;
  // The last two beats (x, y) and the slope at the older of them.
  let beats = 0;
  let [x1, y1, x2, y2, slope1] = [0, 0, 0, 0, 0];

  const append = (sample: number) => {
    if (filled === samples.length) {
      samples.copyWithin(0, size);
      filled = size;
    }
    samples[filled++] = sample;
  };

  /** Draws the piece between the last two beats, given its slope at the later one. */
  const draw = (slope2: number) => {
    const width = x2 - x1;
    for (let atMs = (Math.floor(x1 / periodMs) + 1) * periodMs; atMs <= x2; atMs += periodMs) {
      const u = (atMs - x1) / width;
      const v = 1 - u;
      append(y1 * v * v * (1 + 2 * u) + y2 * u * u * (1 + 2 * v) + width * u * v * (slope1 * v - slope2 * u));
    }
  };

  return {
    push({ atMs, nnMs, segment: its }) {
      if (its !== segment) {
        segment = its;
        filled = 0;
        beats = 0;
      }
      if (beats > 0 && atMs <= x2) return;
      const after = (nnMs - y2) / (atMs - x2);
      if (beats > 1) {
        const before = (y2 - y1) / (x2 - x1);
        const slope2 = (before * (atMs - x2) + after * (x2 - x1)) / (atMs - x1);
        draw(slope2);
        slope1 = slope2;
      } else {
        slope1 = after;
      }
      [x1, y1, x2, y2] = [x2, y2, atMs, nnMs];
      beats++;
    },
    window: () => (filled < size ? undefined : (views[filled] ??= samples.subarray(filled - size, filled))),
  };
}
