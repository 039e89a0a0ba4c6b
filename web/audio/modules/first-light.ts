import { BASS, HARP, LUTE, SHAKER, WARM_PAD } from '../instruments/index.ts';
import { pick, seeded, seedOf } from '../random.ts';
import {
  chordSteps,
  leadVoices,
  ninth,
  pitchOf,
  rootFrom,
  seventh,
  suspended,
  triad,
  type Chord,
} from './harmony.ts';
import { humanise } from './humanise.ts';
import { ARCH, inventTune, RISE, sing, WAVE, type Rhythm } from './melody.ts';
import { thin, type Optional, type Place, type Score } from './score.ts';
import { TRIMS_DB } from './trims.ts';

const BAR = 4;
const BARS = 4;
const PHRASES_A_ROUND = 2;

/** Four bars each; a round says one of them twice, the second time with another tune. */
const ROUNDS: readonly (readonly Chord[])[] = [
  [ninth(0), triad(4), seventh(5), ninth(3)],
  [ninth(3), ninth(0), suspended(4), seventh(5)],
  [ninth(0), seventh(2), ninth(3), suspended(4)],
];

/** Rungs of the chord in quavers, a bar long. */
const PATTERNS = [
  [0, 2, 1, 3, 2, 4, 3, 2],
  [0, 1, 2, 4, 3, 4, 2, 1],
  [0, 3, 2, 4, 1, 3, 2, 3],
] as const;
const QUAVER_RANKS = [0, 0.75, 0.28, 0.5, 0.12, 0.82, 0.38, 0.65];

const RHYTHMS: readonly Rhythm[] = [
  [[0, 1.5, 0.1], [1.5, 0.5, 0.6], [2, 2, 0.3], [4, 1, 0.2], [5, 1, 0.5], [6.5, 1.5, 0.4], [8, 1.5, 0.15], [9.5, 0.5, 0.7], [10, 2, 0.35], [12, 3, 0.25]],
  [[1, 1, 0.3], [2, 1, 0.5], [3, 2, 0.1], [6, 1, 0.4], [7, 1, 0.7], [9, 1, 0.2], [10, 1, 0.6], [11, 2, 0.15], [14, 1.5, 0.45]],
]; // prettier-ignore

/** A bright plucked pattern, a bar a chord, over bass and a light pulse. */
export const FIRST_LIGHT: Score = {
  id: 'first-light',
  family: 'activating',
  beatsPerPhrase: BAR * BARS,
  parts: {
    pattern: { instrument: LUTE, gainDb: -1, pan: -0.2 },
    tune: { instrument: HARP, gainDb: -1, pan: 0.2 },
    bass: { instrument: BASS, gainDb: -4, pan: 0 },
    pad: { instrument: WARM_PAD, gainDb: -13, pan: 0, swellBeats: [1, 1.5] },
    shaker: { instrument: SHAKER, gainDb: -13, pan: 0.35 },
  },
  reverbDb: -12,
  trimsDb: TRIMS_DB['first-light'],
  brightnessHz: [2600, 3600, 5000, 7000, 10000],

  phrase({ index, level, seed }: Place) {
    const invention = seeded(seed, seedOf('first-light'), Math.floor(index / PHRASES_A_ROUND));
    const chords = pick(invention, ROUNDS);
    const pattern = pick(invention, PATTERNS);
    const tunes = [0, 1].map(() => inventTune(invention, { rhythms: RHYTHMS, contours: [ARCH, WAVE, RISE] }));
    const voiced = leadVoices(chords, { low: -5, high: 6 });

    const sung = sing(tunes[index % 2]!, {
      chordAt: (beat) => chords[Math.floor(beat / BAR)]!,
      from: 9,
      range: { low: 6, high: 16 },
    }).map(({ step, ...note }): Optional => ({
      ...note,
      part: 'tune',
      midi: pitchOf(step),
      velocity: 0.45,
      rank: 0.2 + 0.8 * note.rank,
    }));
    const notes = chords.flatMap((chord, bar) =>
      playBar(bar * BAR, { chord, voices: voiced[bar]!, pattern }),
    );
    return humanise(thin([...notes, ...sung], level), seeded(seed, 1, index), {
      beats: 0.012,
      velocity: 0.12,
      over: BAR * BARS,
    });
  },
};

interface Bar {
  readonly chord: Chord;
  readonly voices: readonly number[];
  readonly pattern: readonly number[];
}

function playBar(at: number, { chord, voices, pattern }: Bar): Optional[] {
  const ladder = chordSteps(chord, { low: voices[0]!, high: voices[0]! + 14 });
  const root = pitchOf(rootFrom(chord, -16));
  return [
    ...pattern.map((rung, i): Optional => ({
      part: 'pattern',
      beat: at + i / 2,
      beats: 1.5,
      midi: pitchOf(ladder[rung]!),
      velocity: i % 4 === 0 ? 0.5 : 0.34,
      rank: QUAVER_RANKS[i]!,
    })),
    { part: 'bass', beat: at, beats: 1.8, midi: root, velocity: 0.6, rank: 0 },
    { part: 'bass', beat: at + 2.5, beats: 1.4, midi: root, velocity: 0.42, rank: 0.45 },
    ...voices
      .slice(0, 3)
      .map((step) => ({ part: 'pad', beat: at, beats: 3.5, midi: pitchOf(step), velocity: 0.6, rank: 0 })),
    ...[0.5, 1, 1.5, 2.5, 3, 3.5].map((beat): Optional => ({
      part: 'shaker',
      beat: at + beat,
      beats: 0.3,
      midi: 60,
      velocity: Number.isInteger(beat) ? 0.8 : 0.45,
      rank: Number.isInteger(beat) ? 0.42 : 0.7,
    })),
  ];
}
