import type { Phase, Protocol } from './protocols/protocol.ts';

/** Where a session stands in its protocol. */
export interface Course {
  readonly phase: Phase;
  /** When the phase ends at the latest. */
  readonly endsAtMs: number;
  /** Advances if the phase is over; returns the phase that begins, or `over` after the last. */
  advance(atMs: number, reached: boolean): Phase | 'over' | undefined;
  /** Time that does not count, because dosing was halted. */
  pause(ms: number): void;
}

/**
 * Steps through a protocol's phases. A phase lasts at least `minS`, then ends as soon as its goal is `reached`, and
 * at `maxS` in any case. The whole ends at the protocol's `totalS`.
 */
export function course({ phases, limits }: Protocol, startMs: number): Course {
  let index = 0;
  let startedAtMs = startMs;
  let overAtMs = startMs + limits.totalS * 1000;
  return {
    get phase() {
      return phases[index]!;
    },
    get endsAtMs() {
      return Math.min(startedAtMs + phases[index]!.maxS * 1000, overAtMs);
    },
    advance(atMs, reached) {
      if (atMs >= overAtMs) return 'over';
      const { minS, maxS } = phases[index]!;
      const elapsedS = (atMs - startedAtMs) / 1000;
      if (elapsedS < minS || (elapsedS < maxS && !reached)) return undefined;
      if (index === phases.length - 1) return 'over';
      index += 1;
      startedAtMs = atMs;
      return phases[index]!;
    },
    pause(ms) {
      startedAtMs += ms;
      overAtMs += ms;
    },
  };
}
