import { wobble, type Random } from '../random.ts';
import type { Note } from './score.ts';

/** How much a phrase grows towards its middle and fades to its ends, as a share of velocity. */
const ARC = 0.12;

interface Looseness {
  /** Standard deviation in beats; 0.015 beats are 15 ms at 60 a minute. */
  readonly beats: number;
  /** Standard deviation of velocity as a share of it. */
  readonly velocity: number;
  /** Length of the phrase in beats. */
  readonly over: number;
}

const arc = (x: number): number => 1 + ARC * (2 * Math.sin(Math.PI * x) - 1);

/** Plays as hands do: a little early, a little late, no two notes alike, over a phrase that has a middle. */
export const humanise = (notes: readonly Note[], random: Random, loose: Looseness): Note[] =>
  notes.map(({ part, beat, beats, midi, velocity }) => ({
    part,
    beat: Math.max(0, beat + wobble(random) * loose.beats),
    beats,
    midi,
    velocity: Math.min(
      1,
      Math.max(0.02, velocity * (arc(beat / loose.over) + wobble(random) * loose.velocity)),
    ),
  }));
