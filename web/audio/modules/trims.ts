import type { ByLevel } from './score.ts';

/**
 * Gain in dB that brings each score at levels 1–5 to its loudness (`target-lufs.ts`).
 *
 * Measured, not chosen: `npm run measure:music -- --trims` prints this table.
 */
export const TRIMS_DB = {
  'still-water': [8.9, 9.2, 8.7, 9.8, 9.1],
  'night-harp': [9.2, 8.3, 7.8, 8.9, 8.9],
  'evening-tide': [17.0, 17.6, 17.1, 17.3, 18.5],
  'wooden-boat': [7.8, 8.4, 7.6, 9.7, 7.9],
  'quiet-hall': [7.2, 7.9, 8.3, 9.4, 9.0],
  'rain-garden': [8.9, 8.3, 9.4, 9.7, 9.1],
  'hill-at-dusk': [8.0, 7.4, 8.4, 8.7, 8.6],
  cradle: [8.3, 9.3, 7.7, 9.9, 10.4],
  'first-light': [4.7, 5.6, 5.6, 4.8, 4.1],
  'open-road': [12.1, 9.3, 7.7, 7.9, 7.5],
  'morning-market': [8.7, 8.6, 6.3, 6.6, 6.2],
  'paper-kites': [8.1, 8.1, 6.7, 5.6, 5.8],
  'warm-circle': [8.9, 7.4, 4.9, 5.1, 5.3],
  'wide-field': [10.3, 9.5, 8.3, 7.5, 7.5],
} as const satisfies Record<string, ByLevel>;

/**
 * How far the bass of each score is held back at levels 1–5, so that a small speaker loses little. dB.
 *
 * Measured by the same command.
 */
export const LOW_DB = {
  'still-water': [-6.4, -6.6, -4.7, -4.6, -4.0],
  'night-harp': [-7.1, -3.6, -1.8, -3.2, -4.2],
  'evening-tide': [-11.8, -12.0, -9.8, -9.3, -10.9],
  'wooden-boat': [-4.1, -6.6, -2.1, -4.7, -2.8],
  'quiet-hall': [0, 0, 0, 0, 0],
  'rain-garden': [-1.2, 0, 0, 0, 0],
  'hill-at-dusk': [0, -0.2, -0.1, 0, 0],
  cradle: [-6.0, -6.7, -3.8, -5.0, -5.7],
  'first-light': [0, 0, 0, 0, 0],
  'open-road': [-5.9, -1.2, 0, 0, 0],
  'morning-market': [0, 0, 0, 0, 0],
  'paper-kites': [0, 0, 0, 0, 0],
  'warm-circle': [-0.5, 0, 0, 0, 0],
  'wide-field': [0, 0, 0, 0, 0],
} as const satisfies Record<keyof typeof TRIMS_DB, ByLevel>;

export type PieceId = keyof typeof TRIMS_DB;
