import type { Level } from '../../engine/index.ts';
import { tempoBpm, type Score } from '../../web/audio/modules/index.ts';

const MINUTES = 15;
const WINDOW_S = 30;
/** Frames of the piano roll a beat. */
const FRAMES = 6;
/** A note counts for so many beats at most: what rings on is no new event. */
const LONGEST_BEATS = 1;
const LOWEST = 28;
const PITCHES = 68;

export interface Repetition {
  /** Likeness of the two most alike stretches within one performance, 0–1. */
  readonly within: number;
  /** The same between two performances with other seeds. */
  readonly between: number;
}

/**
 * How much a quarter of an hour of a module repeats itself: the two 30-s stretches that are most alike, by the cosine
 * between their piano rolls from phrase to phrase, against the most alike stretches of two performances. Where the
 * same phrase of the same section comes again, it is meant to, and is left out; so are strokes and colour without
 * pitch, for a groove is meant to stay.
 */
export function repetition(score: Score, level: Level, seed = 1): Repetition {
  const [one, other] = [stretches(score, level, seed), stretches(score, level, seed + 1)];
  const apart = Math.ceil(stretchBeats(score, level) / score.beatsPerPhrase);
  const returns = (i: number, k: number, seeds: readonly [number, number]): boolean =>
    Array.from({ length: apart }, (_, n) => n).some((n) => {
      const a = score.formAt?.({ index: i + n, seed: seeds[0] });
      const b = score.formAt?.({ index: k + n, seed: seeds[1] });
      return a && b && a.letter === b.letter && a.phrase === b.phrase;
    });
  let [within, between] = [0, 0];
  one.forEach((a, i) => {
    one.forEach((b, k) => {
      if (k - i >= apart && !returns(i, k, [seed, seed])) within = Math.max(within, likeness(a, b));
    });
    other.forEach((b, k) => {
      if (!returns(i, k, [seed, seed + 1])) between = Math.max(between, likeness(a, b));
    });
  });
  return { within, between };
}

/** Half a minute in beats. */
const stretchBeats = (score: Score, level: Level): number =>
  Math.round((WINDOW_S * tempoBpm(score.family, level)) / 60);

/** Half minutes of a performance that begin with a phrase, each of length 1. */
function stretches(score: Score, level: Level, seed: number): Float32Array[] {
  const frames = Math.round(MINUTES * tempoBpm(score.family, level)) * FRAMES;
  const roll = rollOf(score, { level, seed, frames });
  const length = stretchBeats(score, level) * FRAMES * PITCHES;
  const hop = score.beatsPerPhrase * FRAMES * PITCHES;
  return Array.from({ length: Math.floor((roll.length - length) / hop) + 1 }, (_, n) => {
    const stretch = roll.slice(n * hop, n * hop + length);
    const norm = Math.sqrt(stretch.reduce((sum, x) => sum + x * x, 0));
    return stretch.map((x) => x / norm);
  });
}

interface Performance {
  readonly level: Level;
  readonly seed: number;
  readonly frames: number;
}

function rollOf(score: Score, { level, seed, frames }: Performance): Float32Array {
  const roll = new Float32Array(frames * PITCHES);
  for (let index = 0; index * score.beatsPerPhrase * FRAMES < frames; index++)
    for (const { part, beat, beats, midi, velocity } of score.phrase({ index, level, seed })) {
      if (!pitched(score, part)) continue;
      const from = Math.floor((index * score.beatsPerPhrase + beat) * FRAMES);
      const to = Math.min(from + Math.max(1, Math.round(Math.min(beats, LONGEST_BEATS) * FRAMES)), frames);
      for (let frame = from; frame < to; frame++) roll[frame * PITCHES + midi - LOWEST]! += velocity;
    }
  return roll;
}

/** Whether a part has a pitch: drums and noise do not count as harmony. */
export const pitched = (score: Score, part: string): boolean => score.parts[part]!.instrument.pitched;

function likeness(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
