import type { Instrument } from './instrument.ts';

export { frequencyOf, nearestPitch, type Instrument } from './instrument.ts';

const pitches = (from: number, to: number, every: number): number[] =>
  Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, i) => from + i * every);

/** What rings by itself and is damped softly. */
const RINGS = { loops: false, attackS: 0.002, releaseS: 0.25 } as const;
/** What sounds as long as it is held; scores say how it swells. */
const HOLDS = { loops: true, lengthS: 5, attackS: 2, releaseS: 1.4 } as const;
/** Struck once, whatever its length. */
const STRUCK = { loops: false, attackS: 0.001, releaseS: 0.15 } as const;

export const FELT_PIANO: Instrument = {
  id: 'felt-piano',
  pitches: pitches(33, 87, 6),
  lengthS: 5.5,
  ...RINGS,
  source: { kind: 'grand', feltHz: 1500, softenMs: 14 },
};
export const PIANO: Instrument = {
  id: 'piano',
  pitches: pitches(33, 93, 6),
  lengthS: 3.5,
  ...RINGS,
  source: { kind: 'grand', feltHz: 6500 },
};
export const HARP: Instrument = {
  id: 'harp',
  pitches: pitches(38, 90, 4),
  lengthS: 4,
  ...RINGS,
  source: { kind: 'font', program: 46, velocity: 60 },
};
export const GUITAR: Instrument = {
  id: 'guitar',
  pitches: pitches(40, 84, 4),
  lengthS: 3,
  ...RINGS,
  source: { kind: 'font', program: 24, velocity: 55 },
};
export const UKULELE: Instrument = {
  id: 'ukulele',
  pitches: pitches(52, 84, 4),
  lengthS: 1.8,
  ...RINGS,
  source: { kind: 'font', program: 24, bank: 8, velocity: 60 },
};
export const KALIMBA: Instrument = {
  id: 'kalimba',
  pitches: pitches(52, 92, 5),
  lengthS: 1.4,
  ...RINGS,
  source: { kind: 'font', program: 108, velocity: 60 },
};
export const CELESTA: Instrument = {
  id: 'celesta',
  pitches: pitches(60, 96, 6),
  lengthS: 2.5,
  ...RINGS,
  source: { kind: 'font', program: 8, velocity: 55 },
};
export const VIBRAPHONE: Instrument = {
  id: 'vibraphone',
  pitches: pitches(53, 89, 6),
  lengthS: 3.5,
  ...RINGS,
  source: { kind: 'font', program: 11, velocity: 50 },
};
export const MARIMBA: Instrument = {
  id: 'marimba',
  pitches: pitches(45, 87, 6),
  lengthS: 1.2,
  ...RINGS,
  source: { kind: 'font', program: 12, velocity: 60 },
};
export const PIZZICATO: Instrument = {
  id: 'pizzicato',
  pitches: pitches(50, 86, 6),
  lengthS: 1,
  ...RINGS,
  source: { kind: 'font', program: 45, velocity: 60 },
};
export const BASS: Instrument = {
  id: 'bass',
  pitches: pitches(28, 58, 5),
  lengthS: 2.5,
  ...RINGS,
  releaseS: 0.1,
  source: { kind: 'font', program: 32, velocity: 70 },
};
export const CELLO: Instrument = {
  id: 'cello',
  pitches: pitches(36, 69, 5),
  lengthS: 5,
  loops: false,
  attackS: 0.12,
  releaseS: 0.2,
  source: { kind: 'font', program: 42, velocity: 55 },
};
export const FLUTE: Instrument = {
  id: 'flute',
  pitches: pitches(62, 92, 5),
  lengthS: 4.5,
  loops: false,
  attackS: 0.08,
  releaseS: 0.15,
  source: { kind: 'font', program: 73, velocity: 55 },
};

export const STRINGS: Instrument = {
  id: 'strings',
  pitches: pitches(38, 86, 6),
  ...HOLDS,
  source: { kind: 'font', program: 49, velocity: 60 },
};
export const VOICES: Instrument = {
  id: 'voices',
  pitches: pitches(43, 79, 6),
  ...HOLDS,
  source: { kind: 'font', program: 53, velocity: 60 },
};
export const WARM_PAD: Instrument = {
  id: 'warm-pad',
  pitches: pitches(35, 80, 5),
  ...HOLDS,
  source: { kind: 'pad', slope: 1.7, widthCents: 28, even: 0.75 },
};
export const HOLLOW_PAD: Instrument = {
  id: 'hollow-pad',
  pitches: pitches(50, 85, 5),
  ...HOLDS,
  source: { kind: 'pad', slope: 1.35, widthCents: 36, even: 0.3 },
};

/** Conga muted, open and low, and a low bongo. */
export const HAND_DRUMS: Instrument = {
  id: 'hand-drums',
  pitches: [61, 62, 63, 64],
  lengthS: 0.6,
  ...STRUCK,
  source: { kind: 'font', program: 0, drums: true, velocity: 60 },
};
export const FRAME_DRUM: Instrument = {
  id: 'frame-drum',
  pitches: [48],
  lengthS: 1.4,
  ...STRUCK,
  source: { kind: 'font', program: 116, velocity: 50, feltHz: 900 },
};
/** A cabasa and a shaker. */
export const SHAKERS: Instrument = {
  id: 'shakers',
  pitches: [69, 82],
  lengthS: 0.3,
  ...STRUCK,
  source: { kind: 'font', program: 0, drums: true, velocity: 60 },
};

const noise = (of: 'surf' | 'rain' | 'wind' | 'stream' | 'breath'): Instrument => ({
  id: of,
  pitches: [60],
  ...HOLDS,
  lengthS: 10,
  source: { kind: 'noise', of },
});
export const SURF = noise('surf');
export const RAIN = noise('rain');
export const WIND = noise('wind');
export const STREAM = noise('stream');
/** The pacer's own sound: soft air, for a swell that is breathed with. */
export const BREATH = noise('breath');

/** Every instrument there is a file of recordings for. */
export const INSTRUMENTS: readonly Instrument[] = [
  FELT_PIANO, PIANO, HARP, GUITAR, UKULELE, KALIMBA, CELESTA, VIBRAPHONE, MARIMBA, PIZZICATO, BASS, CELLO, FLUTE,
  STRINGS, VOICES, WARM_PAD, HOLLOW_PAD, HAND_DRUMS, FRAME_DRUM, SHAKERS, SURF, RAIN, WIND, STREAM, BREATH,
]; // prettier-ignore
