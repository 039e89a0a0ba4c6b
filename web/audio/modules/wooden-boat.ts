import { BASS, CELLO, GUITAR } from '../instruments/index.ts';
import { pick } from '../random.ts';
import { ninth, pitchOf, PLAIN_MOVES, rootFrom, seventh, suspended, triad } from './harmony.ts';
import { ARCH, FALL, inventTune, sing, WAVE, type Rhythm } from './melody.ts';
import { scoreOf, type Bar } from './piece.ts';
import type { Optional } from './score.ts';

/** Orders in which the fingers take the strings: indices into the voices, in quavers of a bar of three. */
const PICKINGS = [
  [0, 1, 2, 3, 2, 1],
  [0, 2, 1, 3, 1, 2],
  [0, 1, 3, 2, 3, 1],
] as const;
const RANKS = [0, 0.62, 0.12, 0.85, 0.35, 0.5];

const RHYTHMS: readonly Rhythm[] = [
  [[0, 2.5, 0.22], [3, 2.5, 0.25], [6, 3, 0.3], [9, 2.5, 0.45]],
  [[1, 2, 0.45], [3, 3, 0.22], [7, 2, 0.4], [9, 3, 0.25]],
  [[0, 3, 0.25], [5, 1, 0.65], [6, 3, 0.22], [11, 1, 0.7]],
]; // prettier-ignore

/** A nylon guitar that rocks in threes, and a cello that sings under it from the second level on. */
export const WOODEN_BOAT = scoreOf({
  id: 'wooden-boat',
  family: 'calming',
  beatsPerBar: 3,
  bars: 4,
  phrasesARound: 2,
  parts: {
    pick: { instrument: GUITAR, gainDb: -1, pan: 0.15 },
    bass: { instrument: BASS, gainDb: -7, pan: 0 },
    cello: { instrument: CELLO, gainDb: -11, pan: -0.25 },
  },
  reverbDb: -10,
  brightnessHz: [1000, 1350, 1800, 2500, 3500],
  harmony: {
    from: [0, 3],
    moves: PLAIN_MOVES,
    close: [4],
    colours: { 0: [triad, ninth], 3: [ninth, seventh], 4: [suspended, triad] },
  },
  voices: { low: -4, high: 7 },
  loose: { beats: 0.018, velocity: 0.12 },

  play({ bars, chordAt, index, invention }) {
    const order = pick(invention, PICKINGS);
    const tune = inventTune(invention, { rhythms: RHYTHMS, contours: [ARCH, FALL, WAVE] });
    const sung = sing(tune, { chordAt, from: index === 0 ? -4 : -2, range: { low: -9, high: 4 } });
    return [
      ...bars.flatMap((bar) => rock(bar, order)),
      ...sung.map(({ step, ...note }) => ({ ...note, part: 'cello', midi: pitchOf(step), velocity: 0.5 })),
    ];
  },
});

function rock({ at, chord, voices }: Bar, order: readonly number[]): Optional[] {
  const strings = [...voices, voices[0]! + 7];
  return [
    { part: 'bass', beat: at, beats: 2.8, midi: pitchOf(rootFrom(chord, -14)), velocity: 0.5, rank: 0 },
    ...order.map((string, i) => ({
      part: 'pick',
      beat: at + i / 2,
      beats: 3,
      midi: pitchOf(strings[string]!),
      velocity: i === 0 ? 0.5 : 0.36,
      rank: RANKS[i]!,
    })),
  ];
}
