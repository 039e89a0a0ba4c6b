import { pick, type Random } from '../random.ts';

/** Steps of D major counted from D4; 7 is an octave. Negative steps lie below. */
export type Step = number;

const MAJOR = [0, 2, 4, 5, 7, 9, 11];
const D4 = 62;

/** MIDI pitch of a scale step. */
export const pitchOf = (step: Step): number => D4 + 12 * Math.floor(step / 7) + MAJOR[degreeOf(step)]!;

/** Degree 0–6 of a step: 0 tonic, 3 subdominant, 4 dominant. */
export const degreeOf = (step: Step): number => ((step % 7) + 7) % 7;

/** A chord: the degree of its root, and its tones as steps above it (2 third, 4 fifth, 6 seventh, 8 ninth). */
export interface Chord {
  readonly root: number;
  readonly tones: readonly number[];
  /** Which tone is in the bass, as steps above the root; absent: the root itself. */
  readonly bass?: number;
}

const chord =
  (...tones: readonly number[]) =>
  (root: number): Chord => ({ root, tones });

export const triad = chord(0, 2, 4);
export const seventh = chord(0, 2, 4, 6);
/** Neither major nor minor. */
export const open = chord(0, 4);
/** Added ninth, no seventh: open and plain. */
export const ninth = chord(0, 2, 4, 8);
/** Without its root, which the bass has. */
export const upper = chord(2, 4, 6, 8);
export const suspended = chord(0, 3, 4, 8);

export interface Range {
  readonly low: Step;
  readonly high: Step;
}

/** Every step in the range that belongs to the chord, upwards. */
export function chordSteps({ root, tones }: Chord, { low, high }: Range): Step[] {
  const degrees = new Set(tones.map((tone) => degreeOf(root + tone)));
  const steps: Step[] = [];
  for (let step = low; step <= high; step++) if (degrees.has(degreeOf(step))) steps.push(step);
  return steps;
}

/** The step of the chord that is nearest to `to`; the lower of two as near. */
export const nearest = (steps: readonly Step[], to: Step): Step =>
  steps.reduce((best, step) => (Math.abs(step - to) < Math.abs(best - to) ? step : best));

/** The chord's root in the octave from `low` on. */
export const rootFrom = ({ root }: Chord, low: Step): Step => low + degreeOf(root - low);

/**
 * Voicings of a progression within a range, each moved from the last as little as may be.
 *
 * The first is the one closest about the middle. Voices never cross; neighbouring steps rub and cost extra,
 * the more so the lower they lie.
 */
export function leadVoices(progression: readonly Chord[], range: Range): Step[][] {
  const middle = (range.low + range.high) / 2;
  const voiced: Step[][] = [];
  for (const next of progression) {
    const before = voiced.at(-1);
    const cost = (voices: readonly Step[]): number =>
      motion(voices, before ?? voices.map((_, i) => middle + 2.5 * (i - (voices.length - 1) / 2))) +
      rub(voices, range.low);
    voiced.push(voicings(next, range).reduce((best, it) => (cost(it) < cost(best) ? it : best)));
  }
  return voiced;
}

/** Every way to put each tone of the chord once into the range. */
function voicings({ root, tones }: Chord, range: Range): Step[][] {
  const places = tones.map((tone) => chordSteps({ root: root + tone, tones: [0] }, range));
  const all = places.reduce<Step[][]>(
    (partial, steps) => partial.flatMap((voices) => steps.map((step) => [...voices, step])),
    [[]],
  );
  return all.map((voices) => voices.sort((a, b) => a - b));
}

const motion = (to: readonly Step[], from: readonly Step[]): number =>
  to.reduce((sum, step, i) => sum + Math.abs(step - (from[i] ?? from.at(-1)!)), 0);

const rub = (voices: readonly Step[], low: Step): number =>
  voices.reduce((sum, step, i) => {
    const gap = i === 0 ? 3 : step - voices[i - 1]!;
    return sum + (gap < 2 ? 2 + 6 / (1 + step - low) : 0) + (gap > 5 ? gap - 5 : 0);
  }, 0);

/** How the chords of a piece follow one another: degrees 0–6 of D major, 0 the tonic. */
export interface Grammar {
  /** Chords a round may begin with. */
  readonly from: readonly number[];
  /** Where each chord may go; a degree named twice is twice as likely. */
  readonly moves: Readonly<Record<number, readonly number[]>>;
  /** What a round ends with, before the next begins. */
  readonly close: readonly number[];
  /** How each degree is coloured; absent: as a seventh chord. */
  readonly colours: Readonly<Record<number, readonly ((root: number) => Chord)[]>>;
}

/** A walk through the grammar, never twice the same chord in a row. */
export function progression(
  random: Random,
  { from, moves, close, colours }: Grammar,
  length: number,
): Chord[] {
  const degrees: number[] = [pick(random, from)];
  while (degrees.length < length) {
    const before = degrees.at(-1)!;
    const last = degrees.length === length - 1;
    const ways = (last ? close : moves[before]!).filter((degree) => degree !== before);
    degrees.push(pick(random, ways.length > 0 ? ways : moves[before]!));
  }
  return degrees.map((degree) => pick(random, colours[degree] ?? [seventh])(degree));
}

/** The plain ways of a major key, which most pieces keep to: strong to weak, home by the fourth or the fifth. */
export const PLAIN_MOVES: Grammar['moves'] = {
  0: [3, 3, 5, 5, 1, 2],
  1: [4, 4, 3, 5],
  2: [5, 5, 3],
  3: [0, 0, 1, 4, 5],
  4: [0, 5, 3],
  5: [3, 3, 1, 4, 2],
};
