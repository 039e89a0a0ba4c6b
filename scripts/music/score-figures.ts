import type { Level } from '../../engine/index.ts';
import { tempoBpm, type Note, type Score } from '../../web/audio/modules/index.ts';
import { pitched } from './repetition.ts';
import { lineFigures, periodsHome, unturnedLeaps, writtenFaults } from './written-figures.ts';

/** What a score's notes say of ten minutes at a level. Shares are 0–1. */
export interface ScoreFigures {
  readonly id: string;
  readonly family: Score['family'];
  readonly level: Level;
  readonly seed: number;
  /** How often the theme came back after it was first heard. */
  readonly returns: number;
  /** Likeness of the return that is least like the first time, by pitch classes beat by beat. */
  readonly likeness: number;
  /** Of the intervals between notes of the tune: steps, and leaps of a major third or more. */
  readonly steps: number;
  readonly leaps: number;
  /** Leaps of a fourth or more that no step turns back. */
  readonly unturned: number;
  /** Periods (halves of a section) that end on the tonic triad, in harmony and tune. */
  readonly home: number;
  /** Variation of the density of notes between half minutes. */
  readonly densityCv: number;
  readonly sections: number;
  /** Share of the time on I, IV and V, and on I alone. */
  readonly primary: number;
  readonly tonic: number;
  readonly notesPerSecond: number;
  /** Parallel fifths and octaves, and suspensions that do not fall, in the sections as written. */
  readonly parallels: number;
  readonly unresolved: number;
}

const MINUTES = 10;
const WINDOW_S = 30;
const TUNE = 'tune';

interface Placed extends Note {
  /** Beats from the start of the performance. */
  readonly at: number;
}

/** Measures ten minutes of a score at a level. Pure. */
export function scoreFigures(score: Score, level: Level, seed: number): ScoreFigures {
  const beats = MINUTES * tempoBpm(score.family, level);
  const phrases = Math.ceil(beats / score.beatsPerPhrase);
  const notes = Array.from({ length: phrases }, (_, index) =>
    score
      .phrase({ index, level, seed })
      .map((note): Placed => ({ ...note, at: note.beat + index * score.beatsPerPhrase })),
  ).flat();
  const tune = notes.filter(({ part }) => part === TUNE).sort((a, b) => a.at - b.at);
  const forms = Array.from({ length: phrases }, (_, index) => score.formAt?.({ index, seed }));
  const roots = chordRoots(score, beats, seed);
  const shareOf = (...degrees: number[]): number =>
    roots.filter((root) => degrees.includes((root - (score.centre ?? 0) + 12) % 12)).length / roots.length;
  return {
    ...{ id: score.id, family: score.family, level, seed },
    ...likenessOfReturns(score, notes, forms),
    ...lineFigures(tune),
    unturned: unturnedLeaps(score),
    home: periodsHome(score),
    densityCv: densityCv(notes, beats, tempoBpm(score.family, level)),
    sections: new Set(forms.map((form) => form?.section)).size,
    primary: shareOf(0, 5, 7),
    tonic: shareOf(0),
    notesPerSecond: notes.length / (60 * MINUTES),
    ...writtenFaults(score),
  };
}

function chordRoots(score: Score, beats: number, seed: number): number[] {
  const { beatsPerPhrase } = score;
  return Array.from({ length: Math.floor(beats) }, (_, beat) => {
    const place = { index: Math.floor(beat / beatsPerPhrase), seed, beat: beat % beatsPerPhrase };
    return score.chordAt?.(place)[0] ?? -1;
  });
}

function densityCv(notes: readonly Placed[], beats: number, bpm: number): number {
  const beatsPerWindow = (WINDOW_S * bpm) / 60;
  const counts = new Array<number>(Math.floor(beats / beatsPerWindow)).fill(0);
  for (const { at } of notes) {
    const window = Math.floor(at / beatsPerWindow);
    if (window < counts.length) counts[window]! += 1;
  }
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const spread = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
  return Math.sqrt(spread) / mean;
}

/** How often the theme comes back, and how like itself. */
function likenessOfReturns(
  score: Score,
  notes: readonly Placed[],
  forms: readonly (ReturnType<NonNullable<Score['formAt']>> | undefined)[],
): { readonly returns: number; readonly likeness: number } {
  const length = forms.filter((form) => form?.section === 0 && !form.breath).length;
  const starts = forms.flatMap((form, index) =>
    form?.letter === 'A' && form.phrase === 0 && index + length <= forms.length ? [index] : [],
  );
  const sounding = notes.filter(({ part }) => pitched(score, part));
  const [first, ...others] = starts.map((index) =>
    chromaOf(sounding, index * score.beatsPerPhrase, length * score.beatsPerPhrase),
  );
  const likenesses = others.map((chroma) => cosine(first!, chroma));
  return { returns: others.length, likeness: Math.min(1, ...likenesses) };
}

/** Weight of each pitch class in each beat. */
function chromaOf(notes: readonly Placed[], from: number, beats: number): Float64Array {
  const chroma = new Float64Array(12 * beats);
  for (const { at, beats: held, midi, velocity } of notes) {
    const [begin, end] = [at - from, Math.min(at - from + held, beats)];
    for (let beat = Math.max(0, Math.floor(begin)); beat < end; beat++) {
      const share = Math.min(beat + 1, end) - Math.max(beat, begin);
      chroma[12 * beat + (midi % 12)]! += share * velocity;
    }
  }
  return chroma;
}

function cosine(a: Float64Array, b: Float64Array): number {
  const dot = (x: Float64Array, y: Float64Array): number =>
    x.reduce((sum, value, i) => sum + value * y[i]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
