import type { Instrument } from './instruments/index.ts';
import { seeded } from './random.ts';

/** Semitones that a session may lie below and above what is written: no piece leaves its instruments' range. */
const [LOWEST, HIGHEST] = [-3, 2];

/** By how many semitones all pieces of a session are moved, −3 to 2: the same for the same seed. */
export const transpositionOf = (seed: number): number =>
  LOWEST + Math.floor(seeded(seed, 71)() * (HIGHEST - LOWEST + 1));

/** The pitch of a note in a session; strokes and noise have none to move. */
export const transposed = (midi: number, instrument: Instrument, semitones: number): number =>
  instrument.pitched ? midi + semitones : midi;
