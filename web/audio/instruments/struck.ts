import type { Instrument } from './instrument.ts';
import { pitches, RINGS } from './pitches.ts';

export const KALIMBA: Instrument = {
  ...RINGS,
  id: 'kalimba',
  pitches: pitches(52, 92, 5),
  lengthS: 1.4,
  toneHz: [3600, 16_000],
  source: { kind: 'font', program: 108, velocity: 60 },
};

/** The font's velocities of it sound alike but for their loudness, so that a harder hammer is made here. */
const celesta = (id: string, velocity: number, biteDb: number): Instrument => ({
  ...RINGS,
  id,
  pitches: pitches(60, 96, 6),
  lengthS: 2.5,
  toneHz: [4200, 17_000],
  source: { kind: 'font', program: 8, velocity, biteDb },
});
export const CELESTA: Instrument = {
  ...celesta('celesta', 55, 0),
  harder: { at: 0.45, instrument: celesta('celesta-firm', 92, 7) },
};

/** Its mallets in the font are of another wool with each velocity. */
const vibraphone = (id: string, velocity: number): Instrument => ({
  ...RINGS,
  id,
  pitches: pitches(53, 89, 4),
  lengthS: 3.5,
  toneHz: [3400, 15_000],
  source: { kind: 'font', program: 11, velocity },
});
export const VIBRAPHONE: Instrument = {
  ...vibraphone('vibraphone', 50),
  harder: { at: 0.45, instrument: vibraphone('vibraphone-firm', 92) },
};

/** Its velocities in the font differ in how long they ring; the harder mallet is made here. */
const marimba = (id: string, velocity: number, biteDb: number): Instrument => ({
  ...RINGS,
  id,
  pitches: pitches(45, 87, 6),
  lengthS: 1.2,
  toneHz: [2800, 14_000],
  source: { kind: 'font', program: 12, velocity, biteDb },
});
export const MARIMBA: Instrument = {
  ...marimba('marimba', 60, 0),
  harder: { at: 0.48, instrument: marimba('marimba-firm', 96, 8) },
};
