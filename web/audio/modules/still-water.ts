import { FELT_PIANO, WARM_PAD } from '../instruments/index.ts';
import { ninth, pitchOf, PLAIN_MOVES, rootFrom, seventh, suspended, upper } from './harmony.ts';
import { ARCH, FALL, inventTune, sing, WAVE, type Rhythm } from './melody.ts';
import { scoreOf, type Bar } from './piece.ts';
import type { Optional } from './score.ts';

const RHYTHMS: readonly Rhythm[] = [
  [[1, 3, 0.25], [2.5, 1, 0.72], [4, 2, 0.5], [5.5, 2.5, 0.62]],
  [[2, 2, 0.3], [3, 1, 0.55], [4.5, 1, 0.75], [5, 3, 0.45]],
  [[1.5, 1, 0.65], [2, 3, 0.35], [5, 1, 0.5], [6, 2, 0.7]],
  [[1, 1, 0.6], [2, 1, 0.45], [3, 3, 0.28], [6, 2, 0.55]],
]; // prettier-ignore

/** Rolled felt chords, eight bars a round, with a few notes sung over them. */
export const STILL_WATER = scoreOf({
  id: 'still-water',
  family: 'calming',
  beatsPerBar: 4,
  bars: 2,
  phrasesARound: 4,
  parts: {
    low: { instrument: FELT_PIANO, gainDb: -3, pan: -0.15 },
    chord: { instrument: FELT_PIANO, gainDb: -4, pan: 0 },
    tune: { instrument: FELT_PIANO, gainDb: -2, pan: 0.2 },
    pad: { instrument: WARM_PAD, gainDb: -19, pan: 0, swellBeats: [2, 3] },
  },
  reverbDb: -8,
  brightnessHz: [900, 1300, 1800, 2500, 3400],
  harmony: {
    from: [0, 3, 5],
    moves: PLAIN_MOVES,
    close: [4, 3],
    colours: { 0: [ninth], 3: [upper, ninth], 4: [suspended], 5: [seventh] },
  },
  voices: { low: -6, high: 5 },
  loose: { beats: 0.02, velocity: 0.1 },

  play({ bars, chordAt, index, invention }) {
    const tune = inventTune(invention, { rhythms: RHYTHMS, contours: [ARCH, FALL, WAVE] });
    const sung = sing(tune, { chordAt, from: index === 2 ? 6 : 8, range: { low: 4, high: 14 } });
    return [
      ...bars.flatMap(playBar),
      ...sung.map(({ step, ...note }) => ({ ...note, part: 'tune', midi: pitchOf(step), velocity: 0.42 })),
    ];
  },
});

function playBar({ at, chord, voices }: Bar): Optional[] {
  const low = pitchOf(rootFrom(chord, -14));
  const top = voices.at(-1)!;
  return [
    { part: 'low', beat: at, beats: 4, midi: low, velocity: 0.5, rank: 0 },
    { part: 'low', beat: at + 2, beats: 2, midi: low + 12, velocity: 0.25, rank: 0.48 },
    ...voices.map((step, i) => ({
      part: 'chord',
      beat: at + 0.06 + 0.07 * i,
      beats: 3.6,
      midi: pitchOf(step),
      velocity: step === top ? 0.5 : 0.36,
      rank: i === 1 ? 0.3 : 0,
    })),
    ...voices.slice(1).map((step, i) => ({
      part: 'chord',
      beat: at + 2 + i / 2,
      beats: 2,
      midi: pitchOf(step),
      velocity: 0.26,
      rank: [0.58, 0.85, 0.92][i]!,
    })),
    ...voices
      .slice(0, 2)
      .map((step) => ({ part: 'pad', beat: at, beats: 3, midi: pitchOf(step), velocity: 0.7, rank: 0 })),
  ];
}
