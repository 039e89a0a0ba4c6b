/**
 * Gain in dB that brings each score at levels 1–5 to −18 LUFS.
 *
 * Measured, not chosen: `npx tsx scripts/measure-modules.ts` prints this table.
 */
export const TRIMS_DB = {
  'still-water': [1.0, -0.1, -0.7, -1.9, -2.2],
  'night-harp': [6.1, 4.9, 4.0, 2.9, 2.3],
  'evening-tide': [0.5, 0.0, -0.6, -1.1, -1.3],
  'first-light': [3.6, 2.4, 1.1, 0.3, -0.2],
  'open-road': [3.1, 1.5, 0.2, -0.4, -1.1],
} as const;
