import { CELESTA, HARP, PIZZICATO, SHAKERS, STRINGS } from '../instruments/index.ts';
import { pick } from '../random.ts';
import { chordSteps, ninth, pitchOf, rootFrom, seventh, suspended, triad } from './harmony.ts';
import { ARCH, inventTune, RISE, sing, WAVE, type Rhythm } from './melody.ts';
import { scoreOf, type Bar } from './piece.ts';
import type { Optional } from './score.ts';

/** Rungs of the chord in quavers of a bar of three. */
const SKIPS = [
  [0, 2, 3, 1, 3, 2],
  [0, 3, 1, 2, 4, 2],
  [0, 1, 3, 2, 4, 3],
  [0, 2, 1, 4, 3, 1],
] as const;
const RANKS = [0, 0.5, 0.1, 0.28, 0.18, 0.66];

const RHYTHMS: readonly Rhythm[] = [
  [[0, 1, 0.12], [1, 0.5, 0.5], [1.5, 1.5, 0.24], [3, 2, 0.15], [5.5, 0.5, 0.6], [6, 1, 0.12], [7, 0.5, 0.5],
   [7.5, 1.5, 0.3], [9, 2, 0.2]],
  [[0.5, 0.5, 0.55], [1, 1, 0.2], [2, 1, 0.35], [3, 2.5, 0.1], [6.5, 0.5, 0.5], [7, 1, 0.2], [8, 1, 0.4],
   [9, 2.5, 0.12]],
  [[0, 2, 0.1], [2, 1, 0.3], [3, 1, 0.5], [4, 2, 0.2], [6, 0.5, 0.42], [6.5, 0.5, 0.62], [7, 2, 0.15], [9, 1.5, 0.3]],
]; // prettier-ignore

/** Plucked strings that skip in threes under a celesta's tune, long bows behind; lydian, about G. */
export const PAPER_KITES = scoreOf({
  id: 'paper-kites',
  family: 'activating',
  beatsPerBar: 3,
  bars: 4,
  phrasesARound: 2,
  parts: {
    skip: { instrument: PIZZICATO, gainDb: 0, pan: -0.15 },
    low: { instrument: HARP, gainDb: -3, pan: 0 },
    tune: { instrument: CELESTA, gainDb: -5, pan: 0.2 },
    bows: { instrument: STRINGS, gainDb: -17, pan: 0.1, swellBeats: [1.2, 1.5] },
    tick: { instrument: SHAKERS, gainDb: -12, pan: 0.3 },
  },
  reverbDb: -12,
  brightnessHz: [2800, 3800, 5200, 7400, 10500],
  harmony: {
    from: [3, 3, 0],
    moves: { 0: [3, 5, 1, 4], 1: [3, 4, 0], 2: [3, 5], 3: [0, 1, 5, 2], 4: [3, 0, 5], 5: [3, 1, 4] },
    close: [4, 1],
    colours: { 0: [ninth, triad], 1: [seventh], 3: [ninth, triad], 4: [triad, suspended], 5: [seventh] },
  },
  voices: { low: -2, high: 8 },
  loose: { beats: 0.012, velocity: 0.14 },

  play({ bars, chordAt, index, invention }) {
    const skips = pick(invention, SKIPS);
    const tunes = [0, 1].map(() => inventTune(invention, { rhythms: RHYTHMS, contours: [ARCH, RISE, WAVE] }));
    const sung = sing(tunes[index % 2]!, { chordAt, from: 9, range: { low: 7, high: 16 } });
    return [
      ...bars.flatMap((bar) => playBar(bar, skips)),
      ...sung.map(({ step, ...note }) => ({ ...note, part: 'tune', midi: pitchOf(step), velocity: 0.42 })),
    ];
  },
});

function playBar({ at, chord, voices }: Bar, skips: readonly number[]): Optional[] {
  const ladder = chordSteps(chord, { low: voices[0]!, high: voices[0]! + 14 });
  return [
    { part: 'low', beat: at, beats: 1, midi: pitchOf(rootFrom(chord, -14)), velocity: 0.6, rank: 0 },
    ...skips.map((rung, i) => ({
      part: 'skip',
      beat: at + i / 2,
      beats: 0.6,
      midi: pitchOf(ladder[rung]!),
      velocity: i === 0 ? 0.5 : 0.4,
      rank: RANKS[i]!,
    })),
    ...voices
      .slice(1)
      .map((step) => ({ part: 'bows', beat: at, beats: 2.4, midi: pitchOf(step), velocity: 0.6, rank: 0 })),
    ...[0.5, 1, 1.5, 2, 2.5].map((beat) => ({
      part: 'tick',
      beat: at + beat,
      beats: 0.2,
      midi: Number.isInteger(beat) ? 82 : 69,
      velocity: Number.isInteger(beat) ? 0.6 : 0.35,
      rank: Number.isInteger(beat) ? 0.32 : 0.7,
    })),
  ];
}
