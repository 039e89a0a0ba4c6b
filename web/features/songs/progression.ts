import {
  chordSteps,
  degreeOf,
  seventh,
  type Chord,
  type Range,
  type Step,
} from '../../audio/modules/harmony.ts';
import { pick, type Random } from '../../audio/random.ts';

/** How the chords of a part follow one another: degrees 0–6 of D major, 0 the tonic. */
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

/** The plain ways of a major key, strong to weak, home by the fourth or the fifth. */
export const PLAIN_MOVES: Grammar['moves'] = {
  0: [3, 3, 5, 5, 1, 2],
  1: [4, 4, 3, 5],
  2: [5, 5, 3],
  3: [0, 0, 1, 4, 5],
  4: [0, 5, 3],
  5: [3, 3, 1, 4, 2],
};

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
