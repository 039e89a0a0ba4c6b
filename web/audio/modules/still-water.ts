import { FELT_PIANO, WARM_PAD } from '../instruments/index.ts';
import { composed } from './composed.ts';

/** Rolled felt chords under a slow tune that rises by steps and settles. D major. */
export const STILL_WATER = composed({
  id: 'still-water',
  family: 'calming',
  beatsPerBar: 4,
  bars: 2,
  home: 7,
  A: {
    tune: `1 2 3:2   | 5:3 4     | 3:2 1 2 | 2:3 r | 1 2 3:2 | 6:3 5    | 4:2 3 2 | 1:3 r
         | 5:2 6 5   | 5 4 3:2   | 4:2 5 4 | 3:3 r | 1 2 3:2 | 1':2 7 6 | 5 4 3 2 | 1:3 r`,
    harmony: `I          | IV9       | I/3     | V43   | vi7     | IV       | ii7 V   | I
            | I          | vi7       | ii7 V7  | I     | I/3     | IV       | I/5 V7  | I`,
  },
  B: {
    tune: `6:3 5     | 3:3 r     | 4:2 3 2 | 3:3 r | 6:2 7 6  | 5:3 3   | 4:2 2 3 | 2:3 r
         | 6:3 5     | 3:3 r     | 4:2 3 2 | 3:3 r | 6:2 7 1' | 7 6 5:2 | 4:2 3 2 | 1:3 r`,
    harmony: `vi        | I         | ii7 V   | I/3   | IV       | I/3     | ii7     | V43
            | vi        | I         | ii7 V   | I/3   | IV       | iii7    | ii7 V   | I`,
  },
  C: {
    tune: `5:4       | 6:2 5:2   | 4:3 3    | 2:3 r | 3:4      | 4:3 3   | 2:4     | 1:3 r
         | 5:4       | 6:2 7:2   | 1':2 7 6 | 5:3 r | 4:4      | 3:2 4:2 | 2:4     | 1:3 r`,
    harmony: `I         | IV9       | ii7/3    | V43   | I/3      | ii7     | V43     | I
            | I/3       | IV        | vi7      | I/5   | ii7      | I IV    | V43     | I`,
  },
  breath: 'IV9/3 | I9',
  forms: [
    'A:pad A:full B:solo A:bare C:pad B:full A:return',
    'A:pad B:solo A:full C:bare A:pad B:full A:return',
    'A:pad A:full C:bare A:return B:solo A:full B:pad',
  ],
  parts: {
    low: { instrument: FELT_PIANO, gainDb: -3, pan: -0.15, register: 'bass' },
    chord: { instrument: FELT_PIANO, gainDb: -4, pan: 0 },
    tune: { instrument: FELT_PIANO, gainDb: -1, pan: 0.2 },
    pad: { instrument: WARM_PAD, gainDb: -6.5, pan: 0, swellBeats: [2, 3] },
  },
  reverbDb: -8,
  brightnessHz: [900, 1300, 1800, 2500, 3400],
  voices: { low: -6, high: 6, count: 3 },
  bassFrom: -14,
  // prettier-ignore
  layers: {
    low: { part: 'low', figures: [[[0, 'bass', 4.4, 0.5, 0]]] },
    rocking: { part: 'low', figures: [[[2, 'bass8', 2, 0.25, 0]], [[3, 'bass5', 1.5, 0.22, 0]]] },
    rolled: { part: 'chord', figures: [[[0.04, 0, 4, 0.36, 0], [0.08, 1, 4, 0.34, 0], [0.12, 2, 4, 0.4, 0]]] },
    chime: { part: 'chord',
      figures: [[[1, 1, 3, 0.3, 0], [3, 2, 2, 0.28, 0]],
               [[1.5, 2, 3, 0.28, 0], [3, 0, 2, 0.28, 0]]],
    },
    ripple: {
      part: 'chord',
      figures: [[[2, 1, 2, 0.24, 0.28], [2.5, 2, 2, 0.24, 0.5], [3.5, 1, 1.5, 0.22, 0.7], [1.5, 0, 2, 0.22, 0.86]],
                [[2, 2, 2, 0.24, 0.28], [1, 0, 2, 0.22, 0.5], [2.5, 1, 1.5, 0.22, 0.7], [3.5, 0, 1.5, 0.22, 0.86]]],
    },
    pad: { part: 'pad', held: [[0, 0.7, 0], [1, 0.7, 0], ['bass8', 0.5, 0]] },
  },
  dresses: {
    pad: { layers: ['low', 'rolled', 'ripple', 'pad'], gainDb: 0 },
    full: {
      layers: ['low', 'rocking', 'rolled', 'chime', 'ripple', 'pad'],
      gainDb: 0.5,
      busier: 0.1,
      second: 'chord',
    },
    solo: { layers: ['low', 'ripple', 'pad'], gainDb: -0.5, busier: -0.2 },
    bare: { layers: ['low', 'chime', 'ripple', 'pad'], gainDb: -0.5, busier: -0.2 },
    return: { layers: ['low', 'rocking', 'rolled', 'ripple', 'pad'], gainDb: 0.5, second: 'chord' },
  },
  tune: { velocity: 0.46, holds: 1.2 },
  ornaments: { passing: 0.5, turn: 0.35, echo: 0.4, echoPart: 'chord' },
  loose: { beats: 0.02, velocity: 0.08 },
});
