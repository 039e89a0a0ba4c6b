import type { EngineConfig } from '../config/engine-config.ts';
import type { SignalStep } from './signal.ts';

/**
 * Puts a `step` on each grid point of session time, before the first signal at or after it. Signals whose time
 * runs backwards are held at the latest time seen. A silence longer than `catchUpS` is skipped, not stepped through.
 */
export function sessionClock({ stepMs, catchUpS }: Pick<EngineConfig, 'stepMs' | 'catchUpS'>): SignalStep {
  let latestMs = -Infinity;
  let nextStepMs = Infinity;
  return (signal, emit) => {
    const atMs = Math.max(signal.atMs, latestMs);
    if (latestMs === -Infinity || atMs - latestMs > catchUpS * 1000) {
      nextStepMs = (Math.floor(atMs / stepMs) + 1) * stepMs;
    }
    latestMs = atMs;
    for (; nextStepMs <= atMs; nextStepMs += stepMs) emit({ type: 'step', atMs: nextStepMs });
    if (signal.type !== 'tick') emit(atMs === signal.atMs ? signal : { ...signal, atMs });
  };
}
