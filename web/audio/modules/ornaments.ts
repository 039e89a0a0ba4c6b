import { pick, type Random } from '../random.ts';
import { chordSteps, type Chord, type Step } from './harmony.ts';
import type { Sung } from './notation.ts';

/** How often a place that would bear an ornament gets one, 0–1 each. */
export interface OrnamentOdds {
  /** A step between two notes a third apart. */
  readonly passing: number;
  /** Away by a step from a long note, and back. */
  readonly turn: number;
  /** The last notes before a rest again, softly, in another part. */
  readonly echo: number;
}

/** A note that adorns the tune, played from level `5 × rank` on. */
export interface Ornament extends Sung {
  readonly rank: number;
}

/** Ranks of ornaments: the lowest is above what level 1 plays. */
const RANKS = [0.22, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85];
const LONG = 2;

/** Passing notes and turns for a tune, by chance. The tune's own notes stay as they are. */
export function adorn(tune: readonly Sung[], odds: OrnamentOdds, random: Random): Ornament[] {
  return tune.flatMap((note, i) => {
    const next = tune[i + 1];
    const [passes, turns, up, rank] = [random(), random(), random(), pick(random, RANKS)];
    if (!next || next.beat > note.beat + note.beats + 1e-6) return [];
    const leap = next.step - note.step;
    if (Math.abs(leap) === 2 && note.beats >= 1 && passes < odds.passing) {
      const beats = note.beats >= LONG ? 1 : 0.5;
      const beat = note.beat + note.beats - beats;
      return [{ beat, beats, step: note.step + Math.sign(leap), rank }];
    }
    if (note.beats >= LONG && Math.abs(leap) <= 1 && turns < odds.turn)
      return turnOf(note, leap > 0 || (leap === 0 && up < 0.5) ? -1 : 1, rank);
    return [];
  });
}

/** The neighbour and the note again, in the last beat of it: the neighbour is the one the tune does not go to. */
function turnOf({ beat, beats, step }: Sung, by: 1 | -1, rank: number): Ornament[] {
  const at = beat + beats - 1;
  return [
    { beat: at, beats: 0.5, step: step + by, rank },
    { beat: at + 0.5, beats: 0.5, step, rank },
  ];
}

/** Echoes of the last notes before each rest or very long note, as much later as they were long. */
export function echoes(tune: readonly Sung[], odds: OrnamentOdds, random: Random): Ornament[] {
  return tune.flatMap((last, i) => {
    const next = tune[i + 1];
    const room = (next ? next.beat : last.beat + last.beats + 1) - last.beat;
    const [falls, rank] = [random(), pick(random, RANKS)];
    const before = tune.slice(Math.max(0, i - 2), i + 1).filter(({ beat }) => last.beat - beat <= 2);
    if (room < 3 || before.length < 2 || falls >= odds.echo) return [];
    const from = last.beat + room - before.length;
    return before.map(({ step }, n) => ({ beat: from + n, beats: 1.5, step, rank }));
  });
}

/** A second voice under the tune in thirds and sixths, on the notes whose chord allows it. */
export function secondVoice(
  tune: readonly Sung[],
  chordAt: (beat: number) => Chord,
  random: Random,
): Ornament[] {
  return tune.flatMap((note) => {
    const rank = 0.25 + 0.3 * random();
    if (note.beats < 1) return [];
    const below = chordSteps(chordAt(note.beat), { low: note.step - 5, high: note.step - 2 });
    const step = [note.step - 2, note.step - 5].find((it: Step) => below.includes(it));
    return step === undefined ? [] : [{ ...note, step, rank }];
  });
}
