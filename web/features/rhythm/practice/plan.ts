import { HAND_DRUMS, KALIMBA, MARIMBA, type Instrument } from '../../../audio/instruments/index.ts';
import { instrumentsOf } from '../../../audio/modules/index.ts';
import { WARM_CIRCLE } from '../../../audio/modules/warm-circle.ts';
import { pick, seeded, type Random } from '../../../audio/random.ts';
import type { Stroke } from '../sound/stroke.ts';

/** The five parts of a practice, in their order. */
export const PARTS = ['pulse', 'keep', 'grow', 'answer', 'piece'] as const;
export type PartId = (typeof PARTS)[number];

/**
 * What a bar is for. `listen`: somebody else plays. `together`: with the sound. `alone`: the sound is gone, the pulse
 * goes on. `repeat`: what was heard, played back. `answer`: whatever one likes.
 */
export type Role = 'listen' | 'together' | 'alone' | 'repeat' | 'answer';

/** Four beats. */
export interface Bar {
  readonly role: Role;
  readonly strokes: readonly (Stroke & { readonly beat: number })[];
  /** Beats at which taps are expected; in an answer, those at which they would sit well. */
  readonly places: readonly number[];
}

export const BEATS = 4;
/** Slowest, fastest, and where it begins; beats a minute. About the pace of walking calmly. */
export const TEMPO = { least: 60, most: 108, usual: 80, step: 4 } as const;

/** What the practice plays with, beside the piece. */
export const PRACTICE_INSTRUMENTS: readonly Instrument[] = [
  ...new Set([MARIMBA, HAND_DRUMS, KALIMBA, ...instrumentsOf(WARM_CIRCLE)]),
];

const ALL_BEATS = [0, 1, 2, 3];
const EIGHTHS = Array.from({ length: 8 }, (_, i) => i / 2);

/** The pulse, its first beat a fifth lower, so that a bar can be heard. */
const pulse = (gain: number, fall = 1): Bar['strokes'] =>
  ALL_BEATS.map((beat) => ({
    ...{ beat, instrument: MARIMBA, midi: beat === 0 ? 62 : 69 },
    gain: 0.8 * gain * fall ** beat,
  }));

/** The bar that is counted before a part: a pulse with a bell on its last beat. */
export const countIn = (): Bar => ({
  role: 'listen',
  strokes: [...pulse(0.9), { beat: 3, instrument: KALIMBA, midi: 74, gain: 0.35 }],
  places: [],
});

/**
 * Bars of a part.
 *
 * @param seed another one, other patterns and another performance of the piece
 */
export function barsOf(part: PartId, seed: number): readonly Bar[] {
  const random = seeded(seed, PARTS.indexOf(part));
  switch (part) {
    case 'pulse':
      return Array.from({ length: 40 }, () => ({ role: 'together', strokes: pulse(1), places: ALL_BEATS }));
    case 'keep':
      return [1, 1, 2, 2, 2, 3].flatMap(fadingOut);
    case 'grow':
      return growing(random);
    case 'answer':
      return Array.from({ length: 24 }, () => callAndAnswer(random)).flat();
    case 'piece':
      return piece(seed);
  }
}

/** Sound, less sound, none, and sound again; the pulse is the person's to keep. */
function fadingOut(silentBars: number): readonly Bar[] {
  const sounding = (gain: number, fall = 1): Bar => ({
    ...{ role: 'together', strokes: pulse(gain, fall), places: ALL_BEATS },
  });
  return [
    ...[sounding(1), sounding(1), sounding(0.8, 0.8), sounding(0.28, 0.62)],
    ...Array.from({ length: silentBars }, () => ({ role: 'alone' as const, strokes: [], places: ALL_BEATS })),
    ...[sounding(0.35, 1.25), sounding(1)],
  ];
}

/** Orders in which a pattern grows: the beats that carry it first. */
const GROWTHS = [
  [0, 2, 3, 1.5, 2.5, 1],
  [0, 2.5, 1, 3, 1.5, 3.5],
  [0, 1.5, 3, 2, 0.5, 3.5],
] as const;

function growing(random: Random): readonly Bar[] {
  const order = pick(random, GROWTHS);
  return order.flatMap((_, i) => {
    const places = order.slice(0, i + 1).toSorted((a, b) => a - b);
    const shown: Bar = { role: 'listen', strokes: [...pulse(0.35), ...pattern(places)], places: [] };
    const played: Bar = { role: 'repeat', strokes: pulse(0.35), places };
    return Array.from({ length: 4 }, () => [shown, played]).flat();
  });
}

const pattern = (places: readonly number[], gain = 0.85): Bar['strokes'] =>
  places.map((beat, i) => ({ beat, instrument: HAND_DRUMS, midi: i === 0 ? 64 : 63, gain }));

function callAndAnswer(random: Random): readonly Bar[] {
  const places = EIGHTHS.filter((beat) => beat === 0 || random() < (beat % 1 === 0 ? 0.5 : 0.28)).slice(0, 5);
  const turn = { beat: 3.5, instrument: KALIMBA, midi: 74, gain: 0.3 };
  return [
    { role: 'listen', strokes: [...pulse(0.25), ...pattern(places), turn], places: [] },
    { role: 'answer', strokes: pulse(0.25), places: EIGHTHS },
  ];
}

const PIECE_BARS = 56;
const LEVEL = 2;

function piece(seed: number): readonly Bar[] {
  const { beatsPerPhrase, parts, trimsDb } = WARM_CIRCLE;
  const barsAPhrase = beatsPerPhrase / BEATS;
  return Array.from({ length: PIECE_BARS / barsAPhrase }, (_, index) => {
    const notes = WARM_CIRCLE.phrase({ index, level: LEVEL, seed });
    return Array.from({ length: barsAPhrase }, (_, bar): Bar => {
      const within = notes.filter(({ beat }) => Math.floor(Math.max(0, beat) / BEATS) === bar);
      const strokes = within.map(({ part, beat, beats, midi, velocity }) => {
        const { instrument, gainDb } = parts[part]!;
        const gain = velocity * 10 ** ((gainDb + trimsDb[LEVEL - 1]!) / 20);
        const held = instrument.loops && { heldS: beats * 0.66 };
        return { beat: Math.max(0, beat) - BEATS * bar, instrument, midi, gain, ...held };
      });
      return { role: 'together', strokes, places: EIGHTHS };
    });
  }).flat();
}
