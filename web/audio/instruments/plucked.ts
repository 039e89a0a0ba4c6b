import type { Instrument } from './instrument.ts';
import { pitches, RINGS } from './pitches.ts';

export const HARP: Instrument = {
  ...RINGS,
  id: 'harp',
  pitches: pitches(38, 90, 4),
  lengthS: 4,
  toneHz: [4200, 17_000],
  source: { kind: 'font', program: 46, velocity: 60 },
};
/** With nylon strings. */
export const GUITAR: Instrument = {
  ...RINGS,
  id: 'guitar',
  pitches: pitches(40, 84, 4),
  lengthS: 3,
  toneHz: [3400, 16_000],
  source: { kind: 'font', program: 24, velocity: 55 },
};
/** The nylon strings high up and short, as on a small guitar with a capo: what the font calls a ukulele. */
export const SMALL_GUITAR: Instrument = {
  ...RINGS,
  id: 'small-guitar',
  pitches: pitches(52, 84, 4),
  lengthS: 1.8,
  toneHz: [3600, 16_000],
  source: { kind: 'font', program: 24, bank: 8, velocity: 60 },
};
export const PIZZICATO: Instrument = {
  ...RINGS,
  id: 'pizzicato',
  pitches: pitches(50, 86, 4),
  sides: 2,
  lengthS: 1,
  toneHz: [3200, 16_000],
  source: { kind: 'font', program: 45, velocity: 60 },
};
export const BASS: Instrument = {
  ...RINGS,
  id: 'bass',
  pitches: pitches(28, 58, 5),
  lengthS: 2.5,
  releaseS: 0.1,
  toneHz: [1400, 8000],
  source: { kind: 'font', program: 32, velocity: 70 },
};
