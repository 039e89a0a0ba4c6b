import { FRAME_DRUM, HARP, PIANO, SHAKERS, STRINGS } from '../instruments/index.ts';
import { pick } from '../random.ts';
import { ninth, pitchOf, rootFrom, seventh, suspended, triad } from './harmony.ts';
import { inventTune, RISE, sing, WAVE, type Rhythm } from './melody.ts';
import { scoreOf, type Bar } from './piece.ts';
import type { Optional } from './score.ts';

/** Which voice of the chord each quaver takes. */
const ROLLS = [
  [0, 2, 1, 2, 3, 2, 1, 2],
  [0, 1, 2, 3, 1, 2, 3, 2],
  [0, 2, 3, 2, 1, 3, 2, 3],
] as const;
const RANKS = [0, 0.46, 0.08, 0.24, 0.04, 0.58, 0.16, 0.34];

/** Long notes: the strings' tune. */
const RHYTHMS: readonly Rhythm[] = [
  [[0, 3.5, 0.05], [4, 2, 0.15], [6, 2, 0.3], [8, 3.5, 0.05], [12, 3.5, 0.2]],
  [[0, 2, 0.1], [2, 2, 0.3], [4, 4, 0.05], [8, 2, 0.15], [10, 1, 0.5], [11, 1, 0.6], [12, 3.5, 0.05]],
  [[1, 3, 0.1], [4, 3.5, 0.05], [8, 1.5, 0.2], [9.5, 0.5, 0.7], [10, 2, 0.3], [12, 3.5, 0.1]],
]; // prettier-ignore

/** A rolling piano, strings that open out above it, and a slow drum: wide rather than fast. */
export const WIDE_FIELD = scoreOf({
  id: 'wide-field',
  family: 'activating',
  beatsPerBar: 4,
  bars: 4,
  phrasesARound: 2,
  parts: {
    roll: { instrument: PIANO, gainDb: -3, pan: -0.15 },
    low: { instrument: PIANO, gainDb: -7, pan: 0 },
    tune: { instrument: STRINGS, gainDb: -9, pan: 0.1, swellBeats: [0.35, 1.2] },
    spark: { instrument: HARP, gainDb: -3, pan: 0.3 },
    drum: { instrument: FRAME_DRUM, gainDb: -15, pan: 0 },
    shaker: { instrument: SHAKERS, gainDb: -13, pan: 0.35 },
  },
  reverbDb: -11,
  brightnessHz: [2600, 3600, 5000, 7200, 10500],
  harmony: {
    from: [5, 0, 3],
    moves: { 0: [4, 3, 2], 1: [3, 4], 2: [3, 5], 3: [0, 4, 5], 4: [5, 0, 3], 5: [3, 0, 4] },
    close: [4, 3],
    colours: { 0: [ninth, triad], 3: [ninth], 4: [suspended, triad], 5: [seventh, triad] },
  },
  voices: { low: 0, high: 9 },
  loose: { beats: 0.012, velocity: 0.1 },

  play({ bars, chordAt, index, invention, walk }) {
    const roll = pick(invention, ROLLS);
    const tune = inventTune(invention, { rhythms: RHYTHMS, contours: [RISE, WAVE] });
    const sung = sing(tune, { chordAt, from: index === 0 ? 7 : 9, range: { low: 5, high: 16 } });
    return [
      ...bars.flatMap((bar) => [...rolling(bar, roll), ...pulse(bar)]),
      ...sung.map(({ step, ...note }) => ({ ...note, part: 'tune', midi: pitchOf(step), velocity: 0.5 })),
      ...bars.map(({ at, voices }) => ({
        part: 'spark',
        beat: at + pick(walk, [1, 2, 2.5, 3]),
        beats: 2,
        midi: pitchOf(pick(walk, voices) + 7),
        velocity: 0.4,
        rank: 0.42,
      })),
    ];
  },
});

const rolling = ({ at, chord, voices }: Bar, roll: readonly number[]): Optional[] => {
  const rungs = [...voices, voices[0]! + 7];
  const root = pitchOf(rootFrom(chord, -14));
  return [
    { part: 'low', beat: at, beats: 3.5, midi: root, velocity: 0.5, rank: 0 },
    ...roll.map((rung, i) => ({
      part: 'roll',
      beat: at + i / 2,
      beats: 1.2,
      midi: pitchOf(rungs[rung]!),
      velocity: i % 4 === 0 ? 0.48 : 0.38,
      rank: RANKS[i]!,
    })),
  ];
};

const pulse = ({ at }: Bar): Optional[] => [
  { part: 'drum', beat: at, beats: 1, midi: 48, velocity: 0.7, rank: 0.12 },
  { part: 'drum', beat: at + 2.5, beats: 1, midi: 48, velocity: 0.5, rank: 0.5 },
  ...[0.5, 1, 1.5, 2, 2.5, 3, 3.5].map((beat) => ({
    part: 'shaker',
    beat: at + beat,
    beats: 0.2,
    midi: Number.isInteger(beat) ? 82 : 69,
    velocity: Number.isInteger(beat) ? 0.55 : 0.35,
    rank: Number.isInteger(beat) ? 0.22 : 0.62,
  })),
];
