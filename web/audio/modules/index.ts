import type { Instrument } from '../instruments/index.ts';
import { CRADLE } from './cradle.ts';
import { EVENING_TIDE } from './evening-tide.ts';
import { FIRST_LIGHT } from './first-light.ts';
import { HILL_AT_DUSK } from './hill-at-dusk.ts';
import { MORNING_MARKET } from './morning-market.ts';
import { NIGHT_HARP } from './night-harp.ts';
import { OPEN_ROAD } from './open-road.ts';
import { PAPER_KITES } from './paper-kites.ts';
import { QUIET_HALL } from './quiet-hall.ts';
import { RAIN_GARDEN } from './rain-garden.ts';
import { STILL_WATER } from './still-water.ts';
import { WARM_CIRCLE } from './warm-circle.ts';
import { WIDE_FIELD } from './wide-field.ts';
import { WOODEN_BOAT } from './wooden-boat.ts';
import type { Score } from './score.ts';

export { tempoBpm, type Note, type Score } from './score.ts';

/** The music that ships with Attune, by the id of its module in `BUILT_IN_MODULES`. */
export const SCORES: ReadonlyMap<string, Score> = new Map(
  [
    STILL_WATER, NIGHT_HARP, EVENING_TIDE, WOODEN_BOAT, QUIET_HALL, RAIN_GARDEN, HILL_AT_DUSK, CRADLE,
    FIRST_LIGHT, OPEN_ROAD, MORNING_MARKET, PAPER_KITES, WARM_CIRCLE, WIDE_FIELD,
  ].map((score) => [score.id, score]),
); // prettier-ignore

/** Every instrument that a score plays. */
export const instrumentsOf = ({ parts }: Score): Instrument[] => [
  ...new Set(Object.values(parts).map(({ instrument }) => instrument)),
];
