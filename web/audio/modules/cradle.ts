import { CELESTA, FELT_PIANO, WARM_PAD } from '../instruments/index.ts';
import { ninth, pitchOf, PLAIN_MOVES, rootFrom, seventh, suspended, triad } from './harmony.ts';
import { ARCH, FALL, inventTune, sing, type Rhythm } from './melody.ts';
import { scoreOf, type Bar } from './piece.ts';
import type { Optional } from './score.ts';

/** Long, short, long: a lullaby's gait. */
const RHYTHMS: readonly Rhythm[] = [
  [[0, 2, 0.1], [2, 1, 0.3], [3, 3, 0.22], [6, 2, 0.15], [8, 1, 0.45], [9, 3, 0.25]],
  [[0, 2, 0.12], [2, 1, 0.42], [3, 2, 0.22], [5, 1, 0.55], [6, 3, 0.15], [9, 3, 0.3]],
  [[1, 1, 0.62], [2, 1, 0.3], [3, 3, 0.12], [7, 1, 0.52], [8, 1, 0.38], [9, 3, 0.15]],
]; // prettier-ignore

/** A lullaby in threes for celesta, over a felt left hand; the second phrase answers the first. */
export const CRADLE = scoreOf({
  id: 'cradle',
  family: 'calming',
  beatsPerBar: 3,
  bars: 4,
  phrasesARound: 2,
  parts: {
    tune: { instrument: CELESTA, gainDb: -6, pan: 0.15 },
    left: { instrument: FELT_PIANO, gainDb: -1, pan: -0.1 },
    pad: { instrument: WARM_PAD, gainDb: -19, pan: 0, swellBeats: [1.5, 2.5] },
  },
  reverbDb: -9,
  brightnessHz: [1000, 1300, 1700, 2400, 3400],
  harmony: {
    from: [3, 0],
    moves: { ...PLAIN_MOVES, 0: [3, 4, 5], 3: [0, 1, 4] },
    close: [4, 0],
    colours: { 0: [triad, ninth], 3: [ninth, triad], 4: [suspended], 1: [seventh] },
  },
  voices: { low: -6, high: 4 },
  loose: { beats: 0.02, velocity: 0.1 },

  play({ bars, chordAt, index, invention }) {
    const tune = inventTune(invention, { rhythms: RHYTHMS, contours: [ARCH, FALL] });
    const sung = sing(tune, { chordAt, from: index === 0 ? 7 : 9, range: { low: 5, high: 14 } });
    return [
      ...bars.flatMap(rock),
      ...sung.map(({ step, ...note }) => ({ ...note, part: 'tune', midi: pitchOf(step), velocity: 0.42 })),
    ];
  },
});

function rock({ at, chord, voices }: Bar): Optional[] {
  const hold = (part: string, [beat, beats]: readonly [number, number], step: number) => ({
    part,
    beat: at + beat,
    beats,
    midi: pitchOf(step),
  });
  return [
    { ...hold('left', [0, 3], rootFrom(chord, -14)), velocity: 0.5, rank: 0 },
    { ...hold('left', [1, 2], voices[0]!), velocity: 0.3, rank: 0.18 },
    { ...hold('left', [2, 1.5], voices[1]!), velocity: 0.27, rank: 0.35 },
    { ...hold('left', [2.5, 1], voices[2]!), velocity: 0.23, rank: 0.72 },
    { ...hold('left', [1.5, 1.5], voices[2]!), velocity: 0.23, rank: 0.88 },
    ...voices.slice(0, 2).map((step) => ({ ...hold('pad', [0, 2.6], step), velocity: 0.7, rank: 0 })),
  ];
}
