import { FRAME_DRUM, HAND_DRUMS, KALIMBA, SHAKERS, VOICES } from '../instruments/index.ts';
import { pick } from '../random.ts';
import { chordSteps, pitchOf, rootFrom, seventh, suspended, triad, type Step } from './harmony.ts';
import { another, scoreOf, type Bar } from './piece.ts';
import type { Optional } from './score.ts';

/** A call over a bar and a half, to be answered: `[beat, rank]`. */
const CALLS: readonly (readonly (readonly [beat: number, rank: number])[])[] = [
  [[0, 0.1], [0.5, 0.5], [1, 0.2], [2, 0.15], [2.5, 0.6], [3, 0.35], [4, 0.12]],
  [[0.5, 0.15], [1, 0.3], [1.5, 0.12], [2.5, 0.4], [3, 0.1], [3.5, 0.68], [4.5, 0.25]],
  [[0, 0.1], [1, 0.25], [1.5, 0.55], [2, 0.12], [3, 0.32], [3.5, 0.18], [5, 0.45]],
]; // prettier-ignore

/** `[beat, stroke, velocity, rank]` over two bars, as a ring of hands plays: 64 low, 63 open, 62 muted, 61 small. */
const RING = [
  [0.5, 62, 0.35, 0.5],
  [1, 63, 0.5, 0.14],
  [1.5, 61, 0.4, 0.36],
  [2.5, 64, 0.5, 0.1],
  [3, 63, 0.5, 0.28],
  [3.5, 61, 0.35, 0.64],
  [4.5, 64, 0.45, 0.2],
  [5, 63, 0.5, 0.12],
  [5.5, 61, 0.38, 0.42],
  [6, 62, 0.35, 0.72],
  [6.5, 64, 0.5, 0.16],
  [7, 63, 0.5, 0.32],
  [7.5, 61, 0.4, 0.56],
] as const;

/** A ring of hand drums with a kalimba that calls and answers, and voices that hum the chord; dorian, about E. */
export const WARM_CIRCLE = scoreOf({
  id: 'warm-circle',
  family: 'activating',
  beatsPerBar: 8,
  bars: 2,
  phrasesARound: 2,
  parts: {
    call: { instrument: KALIMBA, gainDb: 0, pan: 0.15 },
    hum: { instrument: VOICES, gainDb: -11, pan: -0.05, swellBeats: [1.5, 2] },
    frame: { instrument: FRAME_DRUM, gainDb: -13, pan: 0 },
    ring: { instrument: HAND_DRUMS, gainDb: -6, pan: -0.2 },
    seeds: { instrument: SHAKERS, gainDb: -11, pan: 0.3 },
  },
  reverbDb: -12,
  brightnessHz: [2600, 3600, 5000, 7200, 10500],
  harmony: {
    from: [1, 1, 5],
    moves: { 0: [1, 4, 3], 1: [4, 0, 3, 5], 3: [1, 0], 4: [1, 0, 5], 5: [1, 4, 3] },
    close: [4, 0],
    colours: { 0: [triad], 1: [seventh, suspended], 3: [triad], 4: [triad, suspended], 5: [seventh] },
  },
  voices: { low: -3, high: 7 },
  loose: { beats: 0.015, velocity: 0.16 },

  play({ bars, invention, walk }) {
    const call = pick(invention, CALLS);
    const turns = call.map(() => Math.floor(invention() * 5));
    const answer = pick(invention, CALLS);
    return bars.flatMap((bar) => {
      const ladder = chordSteps(bar.chord, { low: 4, high: 14 });
      let last: Step | undefined;
      const called = call.map(([beat, rank], i) => ({
        beat,
        rank,
        step: ladder[turns[i]! % ladder.length]!,
      }));
      const answered = answer.slice(0, 5).map(([beat, rank]) => {
        last = another(walk, ladder.slice(0, 5), last);
        return { beat: beat / 2 + 5.5, rank: rank + 0.08, step: last };
      });
      return [
        ...[...called, ...answered.filter(({ beat }) => beat < 8)].map(({ beat, rank, step }) => ({
          part: 'call',
          beat: bar.at + beat,
          beats: 1,
          midi: pitchOf(step),
          velocity: 0.5,
          rank,
        })),
        ...drums(bar),
      ];
    });
  },
});

const drums = ({ at, chord, voices }: Bar): Optional[] => [
  ...[0, 4].map((beat) => ({ part: 'frame', beat: at + beat, beats: 1, midi: 48, velocity: 0.75, rank: 0 })),
  ...RING.map(([beat, midi, velocity, rank]) => ({
    part: 'ring',
    beat: at + beat,
    beats: 0.6,
    midi,
    velocity,
    rank,
  })),
  ...[rootFrom(chord, -9), ...voices].map((step) => ({
    part: 'hum',
    beat: at,
    beats: 6.5,
    midi: pitchOf(step),
    velocity: 0.55,
    rank: 0,
  })),
  ...Array.from({ length: 16 }, (_, i) => ({
    part: 'seeds',
    beat: at + i / 2,
    beats: 0.2,
    midi: i % 2 === 0 ? 69 : 82,
    velocity: i % 4 === 2 ? 0.6 : 0.4,
    rank: i % 2 === 0 ? 0.22 : 0.48,
  })),
];
