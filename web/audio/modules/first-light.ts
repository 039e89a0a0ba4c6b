import { BASS, GUITAR, HARP, SHAKERS, WARM_PAD } from '../instruments/index.ts';
import { pick } from '../random.ts';
import { chordSteps, ninth, pitchOf, PLAIN_MOVES, rootFrom, seventh, suspended, triad } from './harmony.ts';
import { ARCH, inventTune, RISE, sing, WAVE, type Rhythm } from './melody.ts';
import { scoreOf, type Bar } from './piece.ts';
import type { Optional } from './score.ts';

/** Rungs of the chord in quavers, a bar long. */
const PATTERNS = [
  [0, 2, 1, 3, 2, 4, 3, 2],
  [0, 1, 2, 4, 3, 4, 2, 1],
  [0, 3, 2, 4, 1, 3, 2, 3],
  [0, 2, 4, 3, 1, 2, 4, 3],
] as const;
const QUAVER_RANKS = [0, 0.75, 0.14, 0.4, 0.1, 0.82, 0.26, 0.55];

const RHYTHMS: readonly Rhythm[] = [
  [[0, 1.5, 0.1], [1.5, 0.5, 0.6], [2, 2, 0.3], [4, 1, 0.2], [5, 1, 0.5], [6.5, 1.5, 0.4], [8, 1.5, 0.15],
   [9.5, 0.5, 0.7], [10, 2, 0.35], [12, 3, 0.25]],
  [[1, 1, 0.3], [2, 1, 0.5], [3, 2, 0.1], [6, 1, 0.4], [7, 1, 0.7], [9, 1, 0.2], [10, 1, 0.6], [11, 2, 0.15],
   [14, 1.5, 0.45]],
  [[0, 1, 0.2], [1, 1, 0.45], [2, 1.5, 0.1], [4.5, 1.5, 0.35], [8, 1, 0.15], [9, 1, 0.5], [10, 1.5, 0.25],
   [12.5, 2.5, 0.3]],
]; // prettier-ignore

/** A bright plucked pattern, a bar a chord, over bass and a light pulse. */
export const FIRST_LIGHT = scoreOf({
  id: 'first-light',
  family: 'activating',
  beatsPerBar: 4,
  bars: 4,
  phrasesARound: 2,
  parts: {
    pattern: { instrument: GUITAR, gainDb: -1, pan: -0.2 },
    tune: { instrument: HARP, gainDb: -1, pan: 0.2 },
    bass: { instrument: BASS, gainDb: -9, pan: 0 },
    pad: { instrument: WARM_PAD, gainDb: -19, pan: 0, swellBeats: [1, 1.5] },
    shaker: { instrument: SHAKERS, gainDb: -12, pan: 0.35 },
  },
  reverbDb: -13,
  brightnessHz: [2600, 3600, 5000, 7000, 10000],
  harmony: {
    from: [0, 0, 3],
    moves: PLAIN_MOVES,
    close: [4],
    colours: { 0: [ninth], 3: [ninth], 4: [triad, suspended], 5: [seventh] },
  },
  voices: { low: -4, high: 7 },
  loose: { beats: 0.012, velocity: 0.12 },

  play({ bars, chordAt, index, invention }) {
    const pattern = pick(invention, PATTERNS);
    const tunes = [0, 1].map(() => inventTune(invention, { rhythms: RHYTHMS, contours: [ARCH, WAVE, RISE] }));
    const sung = sing(tunes[index % 2]!, { chordAt, from: 9, range: { low: 6, high: 16 } });
    return [
      ...bars.flatMap((bar) => playBar(bar, pattern)),
      ...sung.map(({ step, rank, ...note }) => ({
        ...note,
        part: 'tune',
        midi: pitchOf(step),
        velocity: 0.45,
        rank: 0.2 + 0.8 * rank,
      })),
    ];
  },
});

function playBar({ at, chord, voices }: Bar, pattern: readonly number[]): Optional[] {
  const ladder = chordSteps(chord, { low: voices[0]!, high: voices[0]! + 14 });
  const root = pitchOf(rootFrom(chord, -16));
  return [
    ...pattern.map((rung, i) => ({
      part: 'pattern',
      beat: at + i / 2,
      beats: 1.5,
      midi: pitchOf(ladder[rung]!),
      velocity: i % 4 === 0 ? 0.5 : 0.36,
      rank: QUAVER_RANKS[i]!,
    })),
    { part: 'bass', beat: at, beats: 1.8, midi: root, velocity: 0.6, rank: 0 },
    { part: 'bass', beat: at + 2.5, beats: 1.4, midi: root, velocity: 0.42, rank: 0.45 },
    ...voices
      .slice(0, 3)
      .map((step) => ({ part: 'pad', beat: at, beats: 3.5, midi: pitchOf(step), velocity: 0.6, rank: 0 })),
    ...[0.5, 1, 1.5, 2.5, 3, 3.5].map((beat) => ({
      part: 'shaker',
      beat: at + beat,
      beats: 0.3,
      midi: Number.isInteger(beat) ? 82 : 69,
      velocity: Number.isInteger(beat) ? 0.6 : 0.4,
      rank: Number.isInteger(beat) ? 0.3 : 0.6,
    })),
  ];
}
