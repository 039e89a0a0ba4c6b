import { companionsOf, type Instrument } from './instrument.ts';
import { BREATH, RAIN, STREAM, SURF, WIND } from './weather.ts';
import { HAND_DRUMS, LOW_DRUM, SHAKERS, TABLA } from './drums.ts';
import { CELLO, FLUTE, GLASS, HOLLOW_PAD, STRINGS, VOICES, WARM_PAD } from './held.ts';
import { FELT_PIANO, PIANO } from './pianos.ts';
import { BASS, GUITAR, HARP, PIZZICATO, SMALL_GUITAR } from './plucked.ts';
import { CELESTA, KALIMBA, MARIMBA, VIBRAPHONE } from './struck.ts';

export {
  companionsOf,
  frequencyOf,
  layerOf,
  nearestPitch,
  pitchesNear,
  type Instrument,
} from './instrument.ts';
export * from './weather.ts';
export * from './drums.ts';
export * from './held.ts';
export * from './pianos.ts';
export * from './plucked.ts';
export * from './struck.ts';

const PLAYED: readonly Instrument[] = [
  FELT_PIANO, PIANO, HARP, GUITAR, SMALL_GUITAR, KALIMBA, CELESTA, VIBRAPHONE, MARIMBA, PIZZICATO, BASS, CELLO, FLUTE,
  STRINGS, VOICES, GLASS, WARM_PAD, HOLLOW_PAD, HAND_DRUMS, LOW_DRUM, TABLA, SHAKERS, SURF, RAIN, WIND, STREAM, BREATH,
]; // prettier-ignore

/** Every instrument there is a file of recordings for, with what belongs to each. */
export const INSTRUMENTS: readonly Instrument[] = [
  ...new Set(PLAYED.flatMap((instrument) => [instrument, ...companionsOf(instrument)])),
];
