import type { Level } from '../../engine/index.ts';
import { Hands, type Stroke } from '../../web/audio/hands.ts';
import { layerOf, pitchesNear, type Instrument } from '../../web/audio/instruments/index.ts';
import { tempoBpm, type Note, type Score } from '../../web/audio/modules/index.ts';

const MINUTES = 15;
/** Strokes are taken for alike where they differ by less: a quarter of a percent, a sixth of an octave, 1 dB. */
const [RATE_STEP, TONE_STEP, LEVEL_STEP_DB] = [0.0025, 1 / 6, 1];

/** How often strokes of a quarter of an hour come again. */
export interface StrokeRepetition {
  /** The greatest number of strokes that nobody could tell apart: one recording, speed, tone and velocity. */
  readonly alike: number;
  /** Which: the instrument and its stroke or pitch. */
  readonly of: string;
  /** How often a recording of what has no pitch fell twice running. */
  readonly running: number;
  /** The same of what has one: the recording, played the same way. */
  readonly sameNote: number;
}

/** The strokes of a quarter of an hour of a module, as the deck would choose them; what is held is no stroke. */
export function strokeRepetition(score: Score, level: Level, seed: number): StrokeRepetition {
  const counts = new Map<string, number>();
  const last = new Map<string, { readonly recording: string; readonly whole: string }>();
  let [running, sameNote] = [0, 0];
  for (const [note, stroke] of strokesOf(score, level, seed)) {
    const { instrument } = score.parts[note.part]!;
    if (instrument.loops) continue;
    const name = `${instrument.id} ${note.midi}`;
    const recording = recordingOf(instrument, note.midi, stroke);
    const whole = `${name}: ${recording} ${mannerOf(note, stroke)}`;
    counts.set(whole, (counts.get(whole) ?? 0) + 1);
    const before = last.get(`${note.part} ${note.midi}`);
    if (!instrument.pitched && before?.recording === recording) running++;
    if (instrument.pitched && before?.whole === whole) sameNote++;
    last.set(`${note.part} ${note.midi}`, { recording, whole });
  }
  const [of = '', alike = 0] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  return { alike, of: of.split(':')[0]!, running, sameNote };
}

/** Notes in their order with how each is struck. */
function* strokesOf(score: Score, level: Level, seed: number): Generator<readonly [Note, Stroke]> {
  const hands = new Hands((part) => score.parts[part]!.instrument);
  const beats = MINUTES * tempoBpm(score.family, level);
  for (let index = 0; index * score.beatsPerPhrase < beats; index++) {
    const notes = score.phrase({ index, level, seed });
    const strokes = hands.strokesOf(notes, { index, level, seed });
    yield* notes.map((note, i) => [note, strokes[i]!] as const).sort(([a], [b]) => a.beat - b.beat);
  }
}

function recordingOf(instrument: Instrument, midi: number, { take, force }: Stroke): string {
  const near = pitchesNear(instrument, midi);
  return `${layerOf(instrument, force).id} ${near[take % near.length]} ${instrument.pitched ? '' : take}`;
}

const mannerOf = ({ velocity }: Note, { rate, toneHz = 1 }: Stroke): string =>
  [
    Math.round(rate / RATE_STEP),
    Math.round(Math.log2(toneHz) / TONE_STEP),
    Math.round((20 * Math.log10(velocity)) / LEVEL_STEP_DB),
  ].join(' ');
