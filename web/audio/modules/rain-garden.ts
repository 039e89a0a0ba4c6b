import { HOLLOW_PAD, KALIMBA, RAIN, VIBRAPHONE } from '../instruments/index.ts';
import {
  chordSteps,
  degreeOf,
  ninth,
  pitchOf,
  rootFrom,
  seventh,
  suspended,
  upper,
  type Step,
} from './harmony.ts';
import { another, scoreOf } from './piece.ts';

/** Degrees of the pentatonic scale on A: no two of them rub. */
const GARDEN = new Set([4, 5, 0, 1, 2]);
/** Places for single tones, most of them off the beat: `[beat, rank]`. */
// prettier-ignore
const STONES = [
  [1, 0.15], [2.5, 0.42], [4.5, 0.3], [6, 0.55], [3.5, 0.75], [7, 0.65], [5.5, 0.9], [0.5, 0.82],
] as const;

/** Vibraphone and kalimba tones that fall like drops from a roof, rain behind the window. */
export const RAIN_GARDEN = scoreOf({
  id: 'rain-garden',
  family: 'calming',
  beatsPerBar: 8,
  bars: 1,
  phrasesARound: 5,
  parts: {
    bell: { instrument: VIBRAPHONE, gainDb: -4, pan: 0.2 },
    drop: { instrument: KALIMBA, gainDb: -5, pan: -0.3 },
    low: { instrument: VIBRAPHONE, gainDb: -4, pan: -0.1 },
    pad: { instrument: HOLLOW_PAD, gainDb: -15, pan: 0, swellBeats: [3, 4] },
    rain: { instrument: RAIN, gainDb: -14, pan: 0.05, swellBeats: [4, 5] },
  },
  reverbDb: -7,
  brightnessHz: [850, 1150, 1500, 2200, 3200],
  harmony: {
    from: [4, 1, 3],
    moves: { 0: [3, 1, 4], 1: [4, 3, 0], 3: [4, 0, 1], 4: [3, 1, 0, 5], 5: [3, 1] },
    close: [4, 1],
    colours: { 0: [ninth], 1: [seventh], 3: [upper], 4: [suspended, ninth], 5: [seventh] },
  },
  voices: { low: -3, high: 8 },
  loose: { beats: 0.06, velocity: 0.18 },

  play({ bars, walk }) {
    const { chord, voices } = bars[0]!;
    const garden = chordSteps({ root: 0, tones: [...GARDEN] }, { low: 4, high: 15 });
    let last: Step | undefined;
    const stones = STONES.map(([beat, rank], i) => {
      const near = garden.filter((step) => last === undefined || Math.abs(step - last) < 6);
      last = another(walk, i % 2 === 0 ? chordSteps(chord, { low: 4, high: 13 }) : near, last);
      const part = i % 3 === 2 ? 'drop' : 'bell';
      return { part, beat, beats: 4, midi: pitchOf(last), velocity: 0.32 + 0.16 * walk(), rank };
    });
    return [
      { part: 'low', beat: 0, beats: 7, midi: pitchOf(rootFrom(chord, -6)), velocity: 0.45, rank: 0 },
      { part: 'low', beat: 4, beats: 4, midi: pitchOf(voices[1]!), velocity: 0.3, rank: 0.1 },
      ...stones,
      ...voices
        .filter((step) => degreeOf(step) !== 6)
        .map((step) => ({ part: 'pad', beat: 0, beats: 6.5, midi: pitchOf(step), velocity: 0.55, rank: 0 })),
      { part: 'rain', beat: 0, beats: 7, midi: 60, velocity: 0.5 + 0.2 * walk(), rank: 0 },
    ];
  },
});
