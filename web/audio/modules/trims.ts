import type { ByLevel } from './score.ts';

/**
 * Gain in dB that brings each score at levels 1–5 to −18 LUFS.
 *
 * Measured, not chosen: `npm run measure:music -- --trims` prints this table.
 */
export const TRIMS_DB = {
  'still-water': [10.7, 10.1, 10.0, 9.4, 9.4],
  'night-harp': [11.3, 10.6, 10.4, 9.8, 9.5],
  'evening-tide': [15.2, 14.5, 14.4, 14.1, 14.3],
  'wooden-boat': [10.2, 9.6, 9.0, 8.8, 8.4],
  'quiet-hall': [13.2, 12.3, 11.8, 11.4, 11.2],
  'rain-garden': [12.5, 11.7, 11.4, 11.1, 10.7],
  'hill-at-dusk': [13.5, 12.8, 12.2, 11.5, 11.0],
  cradle: [10.1, 9.8, 9.0, 8.8, 8.9],
  'first-light': [9.2, 8.4, 7.9, 7.2, 6.8],
  'open-road': [10.5, 10.0, 9.6, 9.1, 8.9],
  'morning-market': [10.0, 9.5, 9.3, 8.7, 8.5],
  'paper-kites': [9.9, 9.3, 8.8, 8.1, 7.8],
  'warm-circle': [9.9, 9.2, 9.0, 8.8, 8.6],
  'wide-field': [12.1, 11.1, 10.8, 10.1, 9.9],
} as const satisfies Record<string, ByLevel>;

export type PieceId = keyof typeof TRIMS_DB;
