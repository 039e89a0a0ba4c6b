import type { EngineConfig } from '../config.ts';
import type { HrvMeasured } from '../session/derived-events.ts';
import type { HeartLevel } from './heart-level.ts';

/** A window covered by this share of beats is whole enough. */
const WHOLE = 0.7;

/**
 * How far the signal behind an estimate can be trusted, 0–1: falls where less than 70 % of the window, or of what the level
 * remembers, is covered by beats, and with the share of beats that were not accepted, reaching 0 at `artefactsMax`.
 */
export const signalQuality = (window: HrvMeasured, level: HeartLevel, config: EngineConfig): number =>
  Math.min(1, window.coverage / WHOLE, level.supportS / (WHOLE * config.smoothS)) *
  Math.max(0, 1 - window.corrected / config.artefactsMax);
