import type { EngineConfig } from '../config/engine-config.ts';
import type { HrvMeasured } from '../hrv/events.ts';
import type { HeartLevel } from './heart-level.ts';

/** Coverage from which a window counts as complete. */
const FULL_COVERAGE = 0.7;

/** Quality of heart rate alone: without single beats neither artefacts nor an irregular rhythm can be detected. */
const HEART_RATE_ONLY = 0.5;

/**
 * Straps smooth the rate they show, so a difference of a few beats a minute is
 * agreement; beyond this, one of the two is wrong.
 */
const AGREE_BPM = 5;
const DISAGREE_BPM = 20;

/**
 * How far the signal behind an estimate can be trusted, 0–1: falls where less than 70 % of the window, or of what
 * the level remembers, is covered by beats, and with the share of beats that were not accepted, reaching 0 at
 * `artefactsMax`, and where the heart rate of the window differs from the one that the strap itself showed.
 */
export const signalQuality = (window: HrvMeasured, level: HeartLevel, config: EngineConfig): number =>
  Math.min(1, window.coverage / FULL_COVERAGE, level.supportS / (FULL_COVERAGE * config.smoothS)) *
  Math.max(0, 1 - window.corrected / config.artefactsMax) *
  agreement(window) *
  (window.heartRateOnly ? HEART_RATE_ONLY : 1);

/** 1 where the strap's own rate is within 5/min of ours or is absent, falling to 0 at 20/min. */
function agreement({ meanHrBpm, strapHrBpm }: HrvMeasured): number {
  if (meanHrBpm === undefined || strapHrBpm === undefined) return 1;
  const apart = Math.abs(meanHrBpm - strapHrBpm);
  return Math.max(0, Math.min(1, (DISAGREE_BPM - apart) / (DISAGREE_BPM - AGREE_BPM)));
}
