import type { ByLevel } from './score.ts';

/**
 * Gain in dB that brings each score at levels 1–5 to its loudness (`target-lufs.ts`).
 *
 * Measured, not chosen: `npm run measure:music -- --trims` prints this table.
 */
export const TRIMS_DB = {
  'still-water': [8.4, 6.7, 8.9, 9.2, 7.3],
  'night-harp': [16.4, 14.9, 13.3, 12.2, 11.6],
  'evening-tide': [16.8, 16.1, 15.1, 14.7, 14.0],
  'wooden-boat': [13.2, 12.8, 11.7, 10.8, 10.1],
  'quiet-hall': [14.2, 13.6, 13.2, 12.5, 12.1],
  'rain-garden': [18.8, 17.6, 16.4, 15.2, 14.3],
  'hill-at-dusk': [17.3, 16.2, 15.4, 14.4, 13.9],
  cradle: [13.7, 12.4, 11.9, 11.6, 11.1],
  'first-light': [11.4, 10.1, 8.6, 7.5, 7.1],
  'open-road': [6.7, 5.7, 4.8, 4.2, 3.3],
  'morning-market': [13.8, 11.3, 10.0, 9.0, 8.6],
  'paper-kites': [11.5, 9.5, 8.5, 7.9, 7.6],
  'warm-circle': [11.1, 9.1, 8.0, 7.4, 7.2],
  'wide-field': [13.1, 11.2, 9.9, 9.3, 9.1],
} as const satisfies Record<string, ByLevel>;

/**
 * How far the bass of each score is held back at levels 1–5, so that a small speaker loses little. dB.
 *
 * Measured by the same command.
 */
export const LOW_DB = {
  'still-water': [-5.3, 0.0, -1.9, -3.0, -0.6],
  'night-harp': [0, 0, 0, 0, 0],
  'evening-tide': [0, 0, 0, 0, 0],
  'wooden-boat': [0, 0, 0, 0, 0],
  'quiet-hall': [0, 0, 0, 0, 0],
  'rain-garden': [0, 0, 0, 0, 0],
  'hill-at-dusk': [0, 0, 0, 0, 0],
  cradle: [0, 0, 0, 0, 0],
  'first-light': [0, 0, 0, 0, 0],
  'open-road': [0.0, 0.0, 0.0, 0.0, 0.0],
  'morning-market': [0, 0, 0, 0, 0],
  'paper-kites': [0, 0, 0, 0, 0],
  'warm-circle': [0, 0, 0, 0, 0],
  'wide-field': [0, 0, 0, 0, 0],
} as const satisfies Record<keyof typeof TRIMS_DB, ByLevel>;

export type PieceId = keyof typeof TRIMS_DB;
