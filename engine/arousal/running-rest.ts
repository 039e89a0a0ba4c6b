import type { EngineConfig } from '../config/engine-config.ts';
import type { BaselineFigures } from './events.ts';
import type { HeartLevel } from './heart-level.ts';

/**
 * Rest as it shows itself during the session. A baseline taken at the start is often too high: people
 * settle for an hour. A heart that beats slower than the baseline shows that rest is lower, at once; one
 * that beats faster says nothing of rest, so from there it drifts up only over `restRiseS`. It never strays
 * further than `restDepthBpm` below the baseline.
 *
 * @returns 1/min; the baseline's own rate before any level is sure enough to move it
 * Source: judgement; depth and rise chosen on the open recordings (docs/estimates.md)
 */
export function runningRest(
  beforeBpm: number | undefined,
  { level, rest }: { readonly level: HeartLevel; readonly rest: BaselineFigures },
  { seconds, config }: { readonly seconds: number; readonly config: EngineConfig },
): number {
  const bpm = beforeBpm ?? rest.heartRateBpm;
  if (level.supportS < config.smoothS / 3) return bpm;
  const next =
    level.bpm < bpm ? level.bpm : bpm + (level.bpm - bpm) * (1 - Math.exp(-seconds / config.restRiseS));
  return Math.max(next, rest.heartRateBpm - config.restDepthBpm);
}
