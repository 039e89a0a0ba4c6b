/**
 * Gain in dB that brings each score at levels 1–5 to −18 LUFS.
 *
 * Measured, not chosen: `npx tsx scripts/measure-modules.ts` prints this table.
 */
export const TRIMS_DB = {
  'still-water': [0.7, -0.3, -0.8, -1.9, -2.3],
  'night-harp': [5.8, 4.7, 3.6, 2.6, 2.0],
  'evening-tide': [0.3, -0.3, -0.8, -1.2, -1.4],
  'first-light': [3.2, 2.2, 1.1, 0.2, -0.2],
  'open-road': [3.2, 1.4, 0.2, -0.4, -1.1],
} as const;
