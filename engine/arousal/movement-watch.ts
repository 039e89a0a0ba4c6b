import type { EngineConfig } from '../config/engine-config.ts';
import type { HrvMeasured } from '../hrv/events.ts';
import type { HeartLevel } from './heart-level.ts';

/** Tags for movement: from then on the estimate is treated as after exercise. */
export const MOVEMENT_TAGS: readonly string[] = ['exercise', 'moved', 'stood-up'];

/** Hardly any heart is at rest above this rate, and none with variability collapsed. */
const COLLAPSE_BPM = 115;
const COLLAPSE_RMSSD_MS = 10;

interface Moment {
  readonly level: HeartLevel;
  readonly window: HrvMeasured;
  /** 1/min, where known. */
  readonly restBpm: number | undefined;
}

/**
 * Whether the heart beats as it does in exercise: far above rest (`exerciseRiseBpm`), faster than anyone who sits
 * (`exerciseBpm`), or fast with its variability collapsed.
 *
 * Without an accelerometer (`body-movement.ts`) nothing else shows movement. Gentle movement and standing up raise
 * heart rate as much as excitement does and cannot be distinguished from it without a tag.
 * Source: in exercise RMSSD falls below 10 ms from moderate intensity on (Michael 2017,
 * doi:10.3389/fphys.2017.00301); seated mental stress raises heart rate by 5–25/min (Kirschbaum 1993,
 * doi:10.1159/000119004). Limits: judgement.
 */
export function looksLikeExercise({ level, window, restBpm }: Moment, config: EngineConfig): boolean {
  if (level.fastBpm > config.exerciseBpm) return true;
  if (restBpm !== undefined && level.fastBpm - restBpm > config.exerciseRiseBpm) return true;
  return level.fastBpm > COLLAPSE_BPM && window.rmssdMs !== undefined && window.rmssdMs < COLLAPSE_RMSSD_MS;
}
