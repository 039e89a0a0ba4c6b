import { BASS, BRIGHT_PIANO, DRUM_LOW, DRUM_OPEN, SHAKER } from '../instruments/index.ts';
import { pick, seeded, seedOf } from '../random.ts';
import {
  leadVoices,
  nearest,
  ninth,
  pitchOf,
  rootFrom,
  seventh,
  suspended,
  triad,
  type Chord,
  type Step,
} from './harmony.ts';
import { humanise } from './humanise.ts';
import { inventTune, RISE, sing, type Contour, type Rhythm } from './melody.ts';
import { thin, type Optional, type Place, type Score } from './score.ts';
import { TRIMS_DB } from './trims.ts';

const BAR = 4;
const BARS = 4;
const PHRASES_A_ROUND = 2;

const ROUNDS: readonly (readonly Chord[])[] = [
  [ninth(0), seventh(5), ninth(3), suspended(4)],
  [seventh(5), ninth(3), ninth(0), triad(4)],
  [ninth(0), ninth(3), seventh(1), suspended(4)],
];

const RHYTHMS: readonly Rhythm[] = [
  [[0, 1, 0.1], [1, 1, 0.5], [2, 1.5, 0.2], [3.5, 0.5, 0.8], [4, 3, 0.15], [8, 1, 0.1], [9, 1, 0.5], [10, 1.5, 0.2], [11.5, 0.5, 0.7], [12, 3, 0.12]],
  [[0.5, 0.5, 0.7], [1, 2, 0.1], [3, 1, 0.4], [5, 1, 0.2], [5.5, 0.5, 0.75], [6, 2, 0.3], [9, 2, 0.1], [11, 1, 0.4], [12, 1, 0.2], [13, 2.5, 0.3]],
]; // prettier-ignore

/** Up, a breath, and up again. */
const CLIMB: Contour = (x) => RISE(x < 0.5 ? x * 1.4 : 0.3 + (x - 0.5) * 1.4);

/** `[beat, drum, velocity, rank]` of a bar. */
const GROOVE = [
  [0, 'low', 0.8, 0],
  [1.5, 'open', 0.4, 0.55],
  [2, 'low', 0.5, 0.35],
  [2.5, 'low', 0.45, 0.78],
  [3, 'open', 0.65, 0.15],
  [3.5, 'open', 0.25, 0.85],
] as const;

/** A walking bass, a hand drum, chords off the beat and a tune that climbs. */
export const OPEN_ROAD: Score = {
  id: 'open-road',
  family: 'activating',
  beatsPerPhrase: BAR * BARS,
  parts: {
    bass: { instrument: BASS, gainDb: -2, pan: 0 },
    chord: { instrument: BRIGHT_PIANO, gainDb: -8, pan: -0.25 },
    tune: { instrument: BRIGHT_PIANO, gainDb: -4, pan: 0.15 },
    low: { instrument: DRUM_LOW, gainDb: -11, pan: 0.05 },
    open: { instrument: DRUM_OPEN, gainDb: -8, pan: -0.1 },
    shaker: { instrument: SHAKER, gainDb: -14, pan: 0.35 },
  },
  reverbDb: -14,
  trimsDb: TRIMS_DB['open-road'],
  brightnessHz: [2400, 3400, 4800, 6800, 10000],

  phrase({ index, level, seed }: Place) {
    const invention = seeded(seed, seedOf('open-road'), Math.floor(index / PHRASES_A_ROUND));
    const chords = pick(invention, ROUNDS);
    const tune = inventTune(invention, { rhythms: RHYTHMS, contours: [CLIMB, RISE] });
    const voiced = leadVoices(chords, { low: -4, high: 6 });

    const sung = sing(tune, {
      chordAt: (beat) => chords[Math.floor(beat / BAR)]!,
      from: index % 2 === 0 ? 4 : 6,
      range: { low: 3, high: 14 },
    }).map(({ step, ...note }): Optional => ({ ...note, part: 'tune', midi: pitchOf(step), velocity: 0.48 }));
    const notes = chords.flatMap((chord, bar) => [
      ...walk(bar * BAR, chord, chords[(bar + 1) % BARS]!),
      ...offBeats(bar * BAR, voiced[bar]!),
      ...drum(bar * BAR),
    ]);
    return humanise(thin([...notes, ...sung], level), seeded(seed, 1, index), {
      beats: 0.01,
      velocity: 0.1,
      over: BAR * BARS,
    });
  },
};

/** Root, third, fifth, and a step that leads into the next root. */
function walk(at: number, chord: Chord, next: Chord): Optional[] {
  const root = rootFrom(chord, -16);
  const goal = nearest([rootFrom(next, -16), rootFrom(next, -9)], root + 4);
  const lead = goal > root + 4 ? goal - 1 : goal + 1;
  return [root, root + 2, root + 4, lead].map((step: Step, i) => ({
    part: 'bass',
    beat: at + i,
    beats: 0.95,
    midi: pitchOf(step),
    velocity: i === 0 ? 0.65 : 0.5,
    rank: [0, 0.5, 0.15, 0.32][i]!,
  }));
}

const offBeats = (at: number, voices: readonly Step[]): Optional[] =>
  [0, 1.5, 2.5, 3.5].flatMap((beat, i) =>
    voices.slice(-3).map((step, v) => ({
      part: 'chord',
      beat: at + beat + 0.015 * v,
      beats: i === 0 ? 1.4 : 0.7,
      midi: pitchOf(step),
      velocity: i === 0 ? 0.45 : 0.34,
      rank: [0, 0.38, 0.62, 0.88][i]!,
    })),
  );

const drum = (at: number): Optional[] => [
  ...GROOVE.map(([beat, part, velocity, rank]) => ({
    part,
    beat: at + beat,
    beats: 0.9,
    midi: part === 'low' ? 43 : 57,
    velocity,
    rank,
  })),
  ...[0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5].map((beat) => ({
    part: 'shaker',
    beat: at + beat,
    beats: 0.2,
    midi: 60,
    velocity: beat % 2 === 1 ? 0.9 : Number.isInteger(beat) ? 0.55 : 0.35,
    rank: Number.isInteger(beat) ? 0.45 : 0.68,
  })),
];
