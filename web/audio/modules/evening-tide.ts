import { FELT_PIANO, SURF, VOICES, WARM_PAD } from '../instruments/index.ts';
import { pick } from '../random.ts';
import { ninth, pitchOf, PLAIN_MOVES, rootFrom, seventh, suspended, upper, type Step } from './harmony.ts';
import { scoreOf } from './piece.ts';

/** A breath: four beats in, six out. At 60 beats a minute that is six breaths a minute. */
const IN = 4;
const OUT = 6;

/** Drops of sound at and after the top of the breath: `[beat, rank]`. */
// prettier-ignore
const DROPS = [
  [4, 0.06], [6.5, 0.27], [5, 0.46], [8, 0.52], [5.5, 0.66], [3, 0.72], [7, 0.85], [2, 0.9],
] as const;

/** Voices and a pad that rise for four beats and leave for six, with water far off. */
export const EVENING_TIDE = scoreOf({
  id: 'evening-tide',
  family: 'calming',
  beatsPerBar: IN + OUT,
  bars: 1,
  phrasesARound: 4,
  parts: {
    swell: { instrument: VOICES, gainDb: -10, pan: -0.1, swellBeats: [IN, 1.6 * OUT] },
    air: { instrument: VOICES, gainDb: -17, pan: 0.25, swellBeats: [IN, 1.4 * OUT] },
    ground: { instrument: WARM_PAD, gainDb: -11, pan: 0, swellBeats: [3, 4] },
    water: { instrument: SURF, gainDb: -14, pan: 0.1, swellBeats: [IN, OUT] },
    drop: { instrument: FELT_PIANO, gainDb: -5, pan: 0.3 },
  },
  reverbDb: -9,
  brightnessHz: [800, 1100, 1500, 2100, 3000],
  harmony: {
    from: [3, 3, 0],
    moves: { ...PLAIN_MOVES, 3: [0, 1, 5, 2], 4: [3, 0] },
    close: [4, 1],
    colours: { 0: [ninth], 1: [seventh, ninth], 3: [upper], 4: [suspended] },
  },
  voices: { low: -7, high: 4 },
  loose: { beats: 0.03, velocity: 0.08 },

  play({ bars, walk }) {
    const { chord, voices } = bars[0]!;
    const long = (part: string, step: Step, rank: number) => ({
      part,
      beat: 0,
      beats: IN + 0.5,
      midi: pitchOf(step),
      velocity: 0.6,
      rank,
    });
    return [
      ...voices.map((step) => long('swell', step, 0)),
      ...voices.slice(2).map((step) => long('air', step + 7, 0.25)),
      { ...long('ground', rootFrom(chord, -14), 0), beats: IN + OUT - 1 },
      { ...long('water', 0, 0), midi: 60, velocity: 0.5 + 0.3 * walk() },
      ...DROPS.map(([beat, rank]) => ({
        part: 'drop',
        beat,
        beats: 4,
        midi: pitchOf(pick(walk, voices) + 7),
        velocity: 0.34 + 0.12 * walk(),
        rank,
      })),
    ];
  },
});
