import { pick, type Random } from '../random.ts';
import { chordSteps, degreeOf, nearest, type Chord, type Range, type Step } from './harmony.ts';

/** A rhythm with its own order of importance: `[beat, beats, rank]`. */
export type Rhythm = readonly (readonly [beat: number, beats: number, rank: number])[];

/** Where a tune goes over the phrase, 0–1 in time, in steps from where it began. */
export type Contour = (x: number) => number;

export const ARCH: Contour = (x) => 5 * Math.sin(Math.PI * x);
export const RISE: Contour = (x) => 7 * x ** 1.3;
export const FALL: Contour = (x) => 2 - 6 * x;
export const WAVE: Contour = (x) => 3 * Math.sin(2 * Math.PI * x);

export interface Tune {
  readonly rhythm: Rhythm;
  readonly contour: Contour;
  /** Steps of the contour by which each note departs from it: the motif's own face. */
  readonly turns: readonly number[];
}

/** Makes up a tune once; it is then said again over other chords, which is what makes it one. */
export function inventTune(
  random: Random,
  { rhythms, contours }: { readonly rhythms: readonly Rhythm[]; readonly contours: readonly Contour[] },
): Tune {
  const rhythm = pick(random, rhythms);
  return {
    rhythm,
    contour: pick(random, contours),
    turns: rhythm.map(() => pick(random, [-1, 0, 0, 1])),
  };
}

export interface Sung {
  readonly beat: number;
  readonly beats: number;
  readonly rank: number;
  readonly step: Step;
}

/** Degrees of the pentatonic scale: none of them rubs against a chord of the key for long. */
const SWEET = new Set([0, 1, 2, 4, 5]);

/**
 * The tune over these chords: on the beat a tone of the chord, between beats a step of the pentatonic scale, never
 * further than a fifth from the note before.
 *
 * @param chordAt  the chord at a beat
 * @param from     step where the tune begins
 */
export function sing(
  { rhythm, contour, turns }: Tune,
  { chordAt, from, range }: { chordAt: (beat: number) => Chord; from: Step; range: Range },
): Sung[] {
  const end = Math.max(...rhythm.map(([beat]) => beat)) || 1;
  let last = from;
  return rhythm.map(([beat, beats, rank], i) => {
    const wish = from + contour(beat / end) + turns[i]!;
    const aim = Math.min(Math.max(wish, last - 4, range.low), last + 4, range.high);
    const allowed = Number.isInteger(beat) ? chordSteps(chordAt(beat), range) : sweetSteps(range);
    last = nearest(allowed, aim);
    return { beat, beats, rank, step: last };
  });
}

function sweetSteps({ low, high }: Range): Step[] {
  return Array.from({ length: high - low + 1 }, (_, i) => low + i).filter((step) =>
    SWEET.has(degreeOf(step)),
  );
}
