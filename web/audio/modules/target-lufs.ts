import type { Level } from '../../../engine/index.ts';
import type { ByLevel, Score } from './score.ts';

/**
 * How loud each level is meant to be, LUFS: calm music a little quieter, the calmer the more. Neighbours on the ladder
 * lie no more than 1 LU apart, so that a change is never a jump, and none of it is far from a person's own music.
 */
const TARGET_LUFS: Readonly<Record<Score['family'], ByLevel>> = {
  calming: [-20.5, -19.5, -18.5, -18, -18],
  activating: [-18, -18, -18, -18, -18],
};

export const targetLufs = (family: Score['family'], level: Level): number => TARGET_LUFS[family][level - 1]!;
