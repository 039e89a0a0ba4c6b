import { FELT_PIANO, SURF, VOICES, WARM_PAD } from '../instruments/index.ts';
import { composed } from './composed.ts';

/** A breath: four beats in, six out. At 60 beats a minute that is six breaths a minute. */
const IN = 4;
const OUT = 6;

/** Voices that rise for four beats and leave for six, a slow tune on each breath, water far off. Lydian, about G. */
export const EVENING_TIDE = composed({
  id: 'evening-tide',
  family: 'calming',
  beatsPerBar: IN + OUT,
  bars: 1,
  home: 3,
  A: {
    tune: `r 3:2 2 1:2 2 3:3 | r 5:3 3 2:5       | r 5:2 6 5:2 3 3:3  | r 2:2 3 2:3 r:3
         | r 3:2 2 1:2 2 3:3 | r 6:3 7 6:2 5:3   | r 5:2 3 2:2 3 2:3  | r 2 1:5 r:3`,
    harmony: 'I | V | vi7 | V | I | vi7 | V9 | I',
  },
  B: {
    tune: `r 5:3 6 5 3:4     | r 2:3 3 2 1:4     | r 6:3 7 6 5:4      | r 3:2 2 1:3 r:3`,
    harmony: 'vi7 | V:6 I:4 | vi7 | V:4 I:6',
  },
  C: {
    tune: `r:2 6:4 5:4       | r:2 5:2 3:6       | r:2 2:8            | r:2 1:6 r:2`,
    harmony: 'vi7 | I/3 | V43 | I',
  },
  breath: 'I9',
  forms: [
    'A:pad A:full B:solo A:bare C:full A:return B:pad',
    'A:pad B:full A:solo C:full A:pad B:bare A:return',
    'A:pad A:return C:bare A:full B:solo A:pad C:full',
  ],
  parts: {
    swell: { instrument: VOICES, gainDb: -11, pan: -0.1, swellBeats: [IN, 1.6 * OUT] },
    air: { instrument: VOICES, gainDb: -17, pan: 0.25, swellBeats: [IN, 1.4 * OUT] },
    ground: { instrument: WARM_PAD, gainDb: -7, pan: 0, register: 'bass', swellBeats: [3, 5] },
    water: { instrument: SURF, gainDb: -15, pan: 0.1, swellBeats: [IN, OUT] },
    tune: { instrument: FELT_PIANO, gainDb: -5.5, pan: 0.15 },
    drop: { instrument: FELT_PIANO, gainDb: -8, pan: -0.2 },
  },
  reverbDb: -9,
  brightnessHz: [800, 1100, 1500, 2100, 3000],
  voices: { low: -7, high: 4, count: 3 },
  bassFrom: -14,
  // prettier-ignore
  layers: {
    swell: { part: 'swell', held: [[0, 0.55, 0], [1, 0.55, 0], [2, 0.55, 0]], beats: IN + 0.5 },
    air: { part: 'air', held: [[2, 0.55, 0]], beats: IN + 0.5, octaves: 1 },
    ground: { part: 'ground', held: [['bass', 0.6, 0], [0, 0.45, 0]] },
    low: { part: 'drop', figures: [[[0, 'bass', 6, 0.5, 0]]] },
    drops: { part: 'drop',
      figures: [[[2, 0, 5, 0.36, 0], [6, 2, 4, 0.34, 0], [9, 1, 4, 0.3, 0]],
               [[4.5, 2, 5, 0.34, 0], [8, 1, 4, 0.34, 0], [2, 0, 5, 0.32, 0]]],
    },
    foam: {
      part: 'drop',
      figures: [[[4, 1, 5, 0.32, 0.26], [8.5, 0, 4, 0.3, 0.48], [3, 2, 4, 0.3, 0.66], [7, 3, 3, 0.28, 0.84]],
                [[6, 1, 4, 0.32, 0.26], [1.5, 0, 5, 0.3, 0.48], [9, 2, 3, 0.28, 0.66], [5.5, 3, 3, 0.28, 0.84]]],
    },
    water: { part: 'water', strokes: [[[0, 60, IN + 0.5, 0.65, 0]]] },
  },
  dresses: {
    pad: { layers: ['swell', 'ground', 'low', 'foam', 'water'], gainDb: 0 },
    full: { layers: ['swell', 'air', 'ground', 'low', 'drops', 'foam', 'water'], gainDb: 0.5, busier: 0.1 },
    solo: { layers: ['swell', 'ground', 'foam'], gainDb: -0.5, busier: -0.35 },
    bare: { layers: ['swell', 'ground', 'foam', 'water'], gainDb: -0.5, busier: -0.35 },
    return: { layers: ['swell', 'air', 'ground', 'low', 'foam', 'water'], gainDb: 0.5, second: 'drop' },
  },
  tune: { velocity: 0.44, holds: 2 },
  ornaments: { passing: 0.5, turn: 0.35, echo: 0.4, echoPart: 'drop' },
  loose: { beats: 0.03, velocity: 0.08 },
});
