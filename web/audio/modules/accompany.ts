import { pick, seeded } from '../random.ts';
import type { Layer, Row, Take } from './composition.ts';
import { chordSteps, degreeOf, pitchOf, type Step } from './harmony.ts';
import { isWithin } from './notation.ts';
import type { Optional } from './score.ts';
import type { Voiced } from './voice-leading.ts';

/** A stretch of music to be accompanied; beats from the start of its section. */
export interface Stretch {
  readonly chords: readonly Voiced[];
  readonly from: number;
  readonly to: number;
  readonly beatsPerBar: number;
  /** The section's end, where a layer always plays its fill. */
  readonly end: number;
  /** What chance hangs on: the same for every phrase of a section. */
  readonly keys: readonly number[];
}

/** How likely a fill is in a fourth bar that is not the last. */
const FILL_ODDS = 0.4;
/** Beats that a held note sounds on, so that there is no hole between two. */
const OVERLAP = 0.4;
/** What rings may ring so long into a chord it does not belong to. */
const RING_ON = 0.5;

/** The notes of one layer for the stretch. */
export function accompany(layer: Layer, stretch: Stretch): Optional[] {
  return [...holdChords(layer, stretch), ...playFigures(layer, stretch)].map((note) => ({
    ...note,
    midi: note.midi + 12 * (layer.octaves ?? 0),
  }));
}

/** The chord that stands at a beat. */
export const chordAtBeat = (chords: readonly Voiced[], beat: number): Voiced =>
  chords.find((it) => isWithin(beat, it.beat, it.beat + it.beats)) ?? chords.at(-1)!;

function holdChords({ part, held = [], beats }: Layer, { chords, from, to }: Stretch): Optional[] {
  const here = chords.filter(({ beat }) => isWithin(beat, from, to));
  return held.flatMap(([take, velocity, rank]) => {
    const tied: { step: Step; beat: number; until: number }[] = [];
    for (const [i, chord] of here.entries()) {
      const step = stepOf(take, chord, here[i + 1]);
      const last = tied.at(-1);
      if (beats === undefined && last?.step === step) last.until = chord.beat + chord.beats;
      else tied.push({ step, beat: chord.beat, until: chord.beat + (beats ?? chord.beats) });
    }
    return tied.map(({ step, beat, until }) => ({
      ...{ part, beat, beats: until - beat + (beats === undefined ? OVERLAP : 0) },
      ...{ midi: pitchOf(step), velocity, rank },
    }));
  });
}

function playFigures(layer: Layer, stretch: Stretch): Optional[] {
  const { figures, strokes, bars = 1, part } = layer;
  const choices = figures ?? strokes;
  if (!choices) return [];
  const { beatsPerBar, from, to, end, keys, chords } = stretch;
  // A drummer takes another figure every phrase, a player of chords keeps to his.
  const figure = pick(strokes ? seeded(...keys, -1 - Math.round(from)) : seeded(...keys), choices);
  const notes: Optional[] = [];
  for (let at = from; at < to - 1e-6; at += beatsPerBar) {
    const bar = Math.round(at / beatsPerBar);
    const [fourth, last] = [bar % 4 === 3, at + beatsPerBar >= end - 1e-6];
    const fills = layer.fill && fourth && (last || seeded(...keys, bar)() < FILL_ODDS);
    const rows = fills ? layer.fill : rowsOfBar(figure, bar % bars, beatsPerBar);
    for (const [beat, take, beats, velocity, rank] of rows) {
      const note = { part, beat: at + beat, beats, velocity, rank };
      if (strokes) notes.push({ ...note, midi: Number(take) });
      else notes.push(toneOf(note, take, chords));
    }
  }
  return notes;
}

const rowsOfBar = (figure: readonly Row[], bar: number, beatsPerBar: number): Row[] =>
  figure
    .filter(([beat]) => Math.floor(beat / beatsPerBar + 1e-6) === bar)
    .map(([beat, ...row]) => [beat - bar * beatsPerBar, ...row]);

function toneOf(note: Omit<Optional, 'midi'>, take: Take, chords: readonly Voiced[]): Optional {
  const chord = chordAtBeat(chords, note.beat);
  const end = chord.beat + chord.beats;
  const next = chords.find(({ beat }) => Math.abs(beat - end) < 1e-6);
  const step = stepOf(take, chord, next);
  const foreign = next && !next.chord.tones.some((tone) => degreeOf(next.chord.root + tone - step) === 0);
  // A suspension must not ring into its own resolution.
  const ring = next && next.chord.root === chord.chord.root ? 0 : RING_ON;
  const beats = foreign ? Math.max(0.25, Math.min(note.beats, end + ring - note.beat)) : note.beats;
  return { ...note, beats, midi: pitchOf(step) };
}

function stepOf(take: Take, { chord, bass, voices }: Voiced, next: Voiced | undefined): Step {
  if (typeof take === 'number') {
    const count = voices.length;
    return voices[take % count]! + 7 * Math.floor(take / count);
  }
  if (take === 'bass') return bass;
  if (take === 'bass8') return bass + 7;
  if (take === 'lead') {
    const goal = next?.bass ?? bass;
    return goal > bass ? goal - 1 : goal + 1;
  }
  const above = chordSteps(chord, { low: bass + 2, high: bass + 9 });
  return above[take === 'bass3' ? 0 : 1] ?? bass;
}
