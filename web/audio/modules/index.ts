import { EVENING_TIDE } from './evening-tide.ts';
import { FIRST_LIGHT } from './first-light.ts';
import { NIGHT_HARP } from './night-harp.ts';
import { OPEN_ROAD } from './open-road.ts';
import { STILL_WATER } from './still-water.ts';
import type { Score } from './score.ts';

export { tempoBpm, type Note, type Score } from './score.ts';

/** The music that ships with Attune, by the id of its module in `BUILT_IN_MODULES`. */
export const SCORES: ReadonlyMap<string, Score> = new Map(
  [STILL_WATER, NIGHT_HARP, EVENING_TIDE, FIRST_LIGHT, OPEN_ROAD].map((score) => [score.id, score]),
);
