import { BASS, FRAME_DRUM, HAND_DRUMS, PIANO, SHAKERS } from '../instruments/index.ts';
import { nearest, ninth, pitchOf, PLAIN_MOVES, rootFrom, seventh, suspended, triad } from './harmony.ts';
import { inventTune, RISE, sing, type Contour, type Rhythm } from './melody.ts';
import { scoreOf, type Bar } from './piece.ts';
import type { Optional } from './score.ts';

const RHYTHMS: readonly Rhythm[] = [
  [[0, 1, 0.1], [1, 1, 0.5], [2, 1.5, 0.2], [3.5, 0.5, 0.8], [4, 3, 0.15], [8, 1, 0.1], [9, 1, 0.5], [10, 1.5, 0.2],
   [11.5, 0.5, 0.7], [12, 3, 0.12]],
  [[0.5, 0.5, 0.7], [1, 2, 0.1], [3, 1, 0.4], [5, 1, 0.2], [5.5, 0.5, 0.75], [6, 2, 0.3], [9, 2, 0.1], [11, 1, 0.4],
   [12, 1, 0.2], [13, 2.5, 0.3]],
  [[0, 1.5, 0.15], [1.5, 0.5, 0.6], [2, 2, 0.1], [6, 1, 0.35], [7, 1, 0.55], [8, 2, 0.12], [10.5, 1.5, 0.3],
   [12, 3, 0.2]],
]; // prettier-ignore

/** Up, a breath, and up again. */
const CLIMB: Contour = (x) => RISE(x < 0.5 ? x * 1.4 : 0.3 + (x - 0.5) * 1.4);

/** `[beat, stroke, velocity, rank]` of a bar: 64 low, 63 open, 62 muted. */
const GROOVE = [
  [0, 64, 0.7, 0.1],
  [1.5, 63, 0.4, 0.55],
  [2, 64, 0.5, 0.35],
  [2.5, 64, 0.4, 0.78],
  [3, 63, 0.6, 0.15],
  [3.5, 62, 0.3, 0.85],
] as const;

/** A walking bass, a hand drum, chords off the beat and a tune that climbs. */
export const OPEN_ROAD = scoreOf({
  id: 'open-road',
  family: 'activating',
  beatsPerBar: 4,
  bars: 4,
  phrasesARound: 2,
  parts: {
    bass: { instrument: BASS, gainDb: -10, pan: 0 },
    chord: { instrument: PIANO, gainDb: -5, pan: -0.25 },
    tune: { instrument: PIANO, gainDb: -2, pan: 0.15 },
    drum: { instrument: HAND_DRUMS, gainDb: -8, pan: -0.1 },
    frame: { instrument: FRAME_DRUM, gainDb: -20, pan: 0.05 },
    shaker: { instrument: SHAKERS, gainDb: -13, pan: 0.35 },
  },
  reverbDb: -14,
  brightnessHz: [2400, 3400, 4800, 6800, 10000],
  harmony: {
    from: [0, 5],
    moves: PLAIN_MOVES,
    close: [4],
    colours: { 0: [ninth], 3: [ninth], 4: [suspended, triad], 5: [seventh] },
  },
  voices: { low: -3, high: 7 },
  loose: { beats: 0.01, velocity: 0.1 },

  play({ bars, chordAt, index, invention }) {
    const tune = inventTune(invention, { rhythms: RHYTHMS, contours: [CLIMB, RISE] });
    const sung = sing(tune, { chordAt, from: index === 0 ? 5 : 7, range: { low: 4, high: 15 } });
    return [
      ...bars.flatMap((bar) => [...walk(bar), ...offBeats(bar), ...drum(bar.at)]),
      ...sung.map(({ step, ...note }) => ({ ...note, part: 'tune', midi: pitchOf(step), velocity: 0.5 })),
    ];
  },
});

/** Root, third, fifth, and a step that leads into the next root. */
function walk({ at, chord, next }: Bar): Optional[] {
  const root = rootFrom(chord, -16);
  const goal = nearest([rootFrom(next, -16), rootFrom(next, -9)], root + 4);
  const lead = goal > root + 4 ? goal - 1 : goal + 1;
  return [root, root + 2, root + 4, lead].map((step, i) => ({
    part: 'bass',
    beat: at + i,
    beats: 0.95,
    midi: pitchOf(step),
    velocity: i === 0 ? 0.65 : 0.5,
    rank: [0, 0.4, 0.15, 0.32][i]!,
  }));
}

const offBeats = ({ at, voices }: Bar): Optional[] =>
  [0, 1.5, 2.5, 3.5].flatMap((beat, i) =>
    voices.slice(-3).map((step, v) => ({
      part: 'chord',
      beat: at + beat + 0.015 * v,
      beats: i === 0 ? 1.4 : 0.7,
      midi: pitchOf(step),
      velocity: i === 0 ? 0.45 : 0.36,
      rank: [0, 0.18, 0.62, 0.88][i]!,
    })),
  );

const drum = (at: number): Optional[] => [
  { part: 'frame', beat: at, beats: 1, midi: 48, velocity: 0.7, rank: 0 },
  ...GROOVE.map(([beat, midi, velocity, rank]) => ({
    part: 'drum',
    beat: at + beat,
    beats: 0.9,
    midi,
    velocity,
    rank,
  })),
  ...[0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5].map((beat) => ({
    part: 'shaker',
    beat: at + beat,
    beats: 0.2,
    midi: beat % 2 === 1 ? 82 : 69,
    velocity: beat % 2 === 1 ? 0.8 : Number.isInteger(beat) ? 0.5 : 0.35,
    rank: Number.isInteger(beat) ? 0.3 : 0.6,
  })),
];
