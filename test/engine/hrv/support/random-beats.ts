import type { WindowBeat } from '../../../../engine/hrv/rolling-time-domain.ts';

/** Beats of a wandering heart, one in fifty rejected; the same for a seed in every run. */
export function* randomBeats({
  seed,
  hours,
}: {
  readonly seed: number;
  readonly hours: number;
}): Generator<WindowBeat> {
  let state = seed;
  const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;
  let previous = false;
  for (let atMs = 0; atMs < hours * 3_600_000;) {
    const rrMs = 850 + 250 * Math.sin(atMs / 1e6) + 80 * (chance() - 0.5);
    const accepted = chance() > 0.02;
    atMs += rrMs;
    yield { atMs, rrMs, accepted, adjacent: accepted && previous };
    previous = accepted;
  }
}
