import { wobble, type Random } from '../random.ts';
import type { Note } from './score.ts';

interface Looseness {
  /** Standard deviation in beats; 0.015 beats are 15 ms at 60 a minute. */
  readonly beats: number;
  /** Standard deviation of velocity as a share of it. */
  readonly velocity: number;
}

/** Plays as hands do: a little early, a little late, no two notes alike. Stays within the phrase. */
export const humanise = (notes: readonly Note[], random: Random, loose: Looseness): Note[] =>
  notes.map(({ part, beat, beats, midi, velocity }) => ({
    part,
    beat: Math.max(0, beat + wobble(random) * loose.beats),
    beats,
    midi,
    velocity: Math.min(1, Math.max(0.02, velocity * (1 + wobble(random) * loose.velocity))),
  }));
