import { FLUTE, HARP, STRINGS, WIND } from '../instruments/index.ts';
import { chordSteps, ninth, pitchOf, rootFrom, seventh, suspended, triad } from './harmony.ts';
import { ARCH, FALL, inventTune, sing, WAVE, type Rhythm } from './melody.ts';
import { scoreOf, type Bar } from './piece.ts';
import type { Optional } from './score.ts';

const RHYTHMS: readonly Rhythm[] = [
  [[0.5, 2.5, 0.1], [3, 1, 0.55], [4, 3, 0.3]],
  [[1, 1, 0.6], [2, 3, 0.1], [5.5, 2, 0.45]],
  [[0, 3, 0.15], [3.5, 0.5, 0.8], [4, 2.5, 0.35], [7, 1, 0.68]],
  [[2, 2, 0.12], [4, 1, 0.5], [5, 3, 0.25]],
]; // prettier-ignore

/** A low flute alone on a hill: long lines with room between them, open fifths and wind. Aeolian, about B. */
export const HILL_AT_DUSK = scoreOf({
  id: 'hill-at-dusk',
  family: 'calming',
  beatsPerBar: 8,
  bars: 1,
  phrasesARound: 4,
  parts: {
    flute: { instrument: FLUTE, gainDb: -9, pan: 0.1, swellBeats: [0.22, 1.2] },
    drone: { instrument: STRINGS, gainDb: -10, pan: -0.1, swellBeats: [3, 4] },
    harp: { instrument: HARP, gainDb: -4, pan: -0.25 },
    wind: { instrument: WIND, gainDb: -19, pan: 0.2, swellBeats: [4, 5] },
  },
  reverbDb: -7,
  brightnessHz: [900, 1150, 1450, 2100, 3000],
  harmony: {
    from: [5, 5, 3],
    moves: { 0: [4, 5, 3], 1: [5, 4], 3: [0, 4, 5], 4: [5, 3], 5: [3, 4, 0, 1] },
    close: [5, 4],
    colours: {
      0: [ninth, triad],
      1: [suspended],
      3: [ninth],
      4: [suspended, triad],
      5: [suspended, seventh],
    },
  },
  voices: { low: -7, high: 4 },
  loose: { beats: 0.03, velocity: 0.1 },

  play({ bars, chordAt, index, invention, walk }) {
    const tunes = [0, 1].map(() => inventTune(invention, { rhythms: RHYTHMS, contours: [ARCH, FALL, WAVE] }));
    const sung = sing(tunes[index % 2]!, {
      chordAt,
      from: 3 + (index === 2 ? 2 : 0),
      range: { low: 0, high: 11 },
    });
    // Every fourth phrase the flute is silent and listens.
    const flute = index === 3 ? [] : sung;
    return [
      ...ground(bars[0]!),
      ...flute.map(({ step, ...note }) => ({ ...note, part: 'flute', midi: pitchOf(step), velocity: 0.45 })),
      { part: 'wind', beat: 0, beats: 7, midi: 60, velocity: 0.4 + 0.4 * walk(), rank: 0 },
    ];
  },
});

function ground({ chord, voices }: Bar): Optional[] {
  const root = rootFrom(chord, -13);
  const ladder = chordSteps(chord, { low: -4, high: 8 });
  return [
    ...[root, root + 4, voices.at(-1)!].map((step) => ({
      part: 'drone',
      beat: 0,
      beats: 7,
      midi: pitchOf(step),
      velocity: 0.55,
      rank: 0,
    })),
    ...[0, 1, 2, 3, 4, 5].map((i) => ({
      part: 'harp',
      beat: [0, 0.5, 4, 4.5, 2, 6.5][i]!,
      beats: 6,
      midi: pitchOf(i === 0 ? root + 7 : ladder[i % ladder.length]!),
      velocity: 0.36 - 0.02 * i,
      rank: [0, 0.4, 0.05, 0.62, 0.72, 0.88][i]!,
    })),
  ];
}
