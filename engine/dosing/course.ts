import type { Phase, Protocol } from './protocol.ts';

/** Where a session stands in its protocol. */
export interface Course {
  readonly phase: Phase;
  readonly startedAtMs: number;
  /** Moves on if the phase is over; gives the phase that begins, or `over` after the last. */
  advance(atMs: number, reached: boolean): Phase | 'over' | undefined;
}

/**
 * Walks through a protocol's phases. A phase lasts at least `minS` and ends then as soon as its aim is `reached`,
 * and at `maxS` whatever happened.
 */
export function course({ phases }: Protocol, startMs: number): Course {
  let index = 0;
  let startedAtMs = startMs;
  return {
    get phase() {
      return phases[index]!;
    },
    get startedAtMs() {
      return startedAtMs;
    },
    advance(atMs, reached) {
      const { minS, maxS } = phases[index]!;
      const elapsedS = (atMs - startedAtMs) / 1000;
      if (elapsedS < minS || (elapsedS < maxS && !reached)) return undefined;
      if (index === phases.length - 1) return 'over';
      index += 1;
      startedAtMs = atMs;
      return phases[index]!;
    },
  };
}
