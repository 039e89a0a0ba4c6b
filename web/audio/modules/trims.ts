import type { ByLevel } from './score.ts';

/**
 * Gain in dB that brings each score at levels 1–5 to its loudness (`target-lufs.ts`).
 *
 * Measured, not chosen: `npm run measure:music -- --trims` prints this table.
 */
export const TRIMS_DB = {
  'still-water': [10.2, 9.9, 9.3, 10.8, 10.5],
  'night-harp': [10.2, 9.6, 8.5, 9.6, 10.2],
  'evening-tide': [17.6, 18.0, 18.4, 18.7, 19.5],
  'wooden-boat': [8.9, 9.6, 8.8, 10.1, 8.7],
  'quiet-hall': [7.1, 7.9, 8.4, 9.7, 9.4],
  'rain-garden': [9.4, 10.0, 9.5, 9.4, 10.2],
  'hill-at-dusk': [7.6, 9.0, 8.8, 9.4, 9.4],
  cradle: [9.1, 9.9, 8.7, 10.9, 11.1],
  'first-light': [5.6, 5.7, 5.4, 4.5, 4.3],
  'open-road': [9.5, 8.5, 8.3, 8.3, 7.8],
  'morning-market': [7.2, 7.6, 6.5, 6.2, 6.1],
  'paper-kites': [7.8, 7.5, 7.1, 6.5, 6.1],
  'warm-circle': [6.9, 6.9, 6.7, 6.8, 6.9],
  'wide-field': [9.4, 8.8, 8.4, 7.9, 8.0],
} as const satisfies Record<string, ByLevel>;

/**
 * How far the bass of each score is held back at levels 1–5, so that a small speaker loses little. dB.
 *
 * Measured by the same command.
 */
export const LOW_DB = {
  'still-water': [-9.8, -7.1, -5.7, -7.3, -7.5],
  'night-harp': [-9.2, -6.4, -4.0, -4.9, -6.4],
  'evening-tide': [-12.0, -12.0, -11.8, -12.0, -12.0],
  'wooden-boat': [-8.1, -8.2, -5.9, -7.1, -5.1],
  'quiet-hall': [-0.3, 0.0, 0.0, -0.5, -1.1],
  'rain-garden': [-4.0, -1.0, -0.4, 0.0, -2.9],
  'hill-at-dusk': [0.0, 0.0, 0.0, -0.1, -1.0],
  cradle: [-7.4, -7.8, -5.3, -7.5, -7.5],
  'first-light': [0.0, 0.0, 0.0, 0.0, 0.0],
  'open-road': [0.0, 0.0, 0.0, 0.0, 0.0],
  'morning-market': [0.0, 0.0, 0.0, 0.0, 0.0],
  'paper-kites': [0.0, 0.0, 0.0, 0.0, 0.0],
  'warm-circle': [0.0, 0.0, 0.0, 0.0, 0.0],
  'wide-field': [0.0, 0.0, 0.0, 0.0, 0.0],
} as const satisfies Record<keyof typeof TRIMS_DB, ByLevel>;

export type PieceId = keyof typeof TRIMS_DB;
