import type { EngineConfig } from '../config/engine-config.ts';
import type { BaselineFigures } from './events.ts';
import type { HeartLevel } from './heart-level.ts';

/**
 * Resting heart rate as estimated during the session. A baseline taken at the start is often too high,
 * because people go on settling for an hour. A heart rate below the baseline lowers rest at once; one
 * above it says nothing about rest, so rest then rises only slowly, over `restRiseS`. It never falls
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
