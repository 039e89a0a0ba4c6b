import type { WindowInterval } from '../../../../engine/hrv/rolling-time-domain.ts';

/**
 * NN intervals of a wandering heart; one in fifty begins a segment, one in thirty was not seen
 * whole. The same for a seed in every run.
 */
export function* randomIntervals({
  seed,
  hours,
}: {
  readonly seed: number;
  readonly hours: number;
}): Generator<WindowInterval> {
  let state = seed;
  const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;
  let segment = 0;
  for (let atMs = 0; atMs < hours * 3_600_000;) {
    const nnMs = 850 + 250 * Math.sin(atMs / 1e6) + 80 * (chance() - 0.5);
    if (chance() < 0.02) segment += 1;
    atMs += nnMs;
    yield { atMs, nnMs, original: chance() > 1 / 30, segment };
  }
}
