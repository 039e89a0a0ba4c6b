import { BASS, CELLO, GUITAR, WARM_PAD } from '../instruments/index.ts';
import { composed } from './composed.ts';

/** A barcarole: a cello sings over a nylon guitar that rocks in threes. D major. */
export const WOODEN_BOAT = composed({
  id: 'wooden-boat',
  family: 'calming',
  beatsPerBar: 3,
  bars: 4,
  home: 0,
  A: {
    tune: `3:2 2  | 1:2 3  | 4:2 3  | 2:2 r | 3:2 4  | 5:2 6 | 5 4 2  | 3:2 r
         | 3:2 2  | 1:2 3  | 4:2 6  | 5:2 r | 1':2 7 | 6:2 5 | 4 3 2  | 1:2 r`,
    harmony: `I      | vi     | ii7    | V43   | I/3    | IV9   | V7     | I
            | I      | vi     | IV     | I/3   | IV     | ii7   | V7     | I`,
  },
  B: {
    tune: `6:2 5  | 5 4 3  | 4:2 3  | 3:2 r | 6:2 7  | 1':2 7 | 6 5 4 | 5:2 r
         | 6:2 5  | 5 4 3  | 4:2 3  | 3:2 r | 4:2 5  | 3:2 4  | 2:2 7, | 1:2 r`,
    harmony: `vi     | iii    | ii7    | I     | vi     | IV     | ii7   | V
            | vi     | iii    | ii7    | I     | IV     | I/3    | V7    | I`,
  },
  C: {
    tune: `5:3    | 5:2 6  | 4:3    | 2:2 r | 3:3    | 3:2 4 | 2:3    | 1:2 r
         | 5:3    | 5:2 6  | 7:2 6  | 5:2 r | 4:3    | 3:3   | 2:3    | 1:2 r`,
    harmony: `I      | iii    | ii7    | V43   | vi     | IV    | V43    | I
            | I/3    | IV9    | V/3    | I     | ii7    | I/5   | V43    | I`,
  },
  breath: 'I9 | IV/5 | I9 | V',
  forms: [
    'A:pad A:full B:bare A:solo C:pad A:full B:full C:bare A:return',
    'A:pad B:full A:solo C:pad A:full B:bare A:return C:pad A:full',
    'A:pad A:return C:bare A:full B:solo A:full C:pad B:return A:bare',
  ],
  parts: {
    pick: { instrument: GUITAR, gainDb: -1, pan: 0.15 },
    bass: { instrument: BASS, gainDb: -7, pan: 0, register: 'bass' },
    tune: { instrument: CELLO, gainDb: -10, pan: -0.2 },
    pad: { instrument: WARM_PAD, gainDb: -10, pan: 0.05, swellBeats: [1.5, 2.5] },
  },
  reverbDb: -10,
  brightnessHz: [1000, 1350, 1800, 2500, 3500],
  voices: { low: -6, high: 5, count: 3 },
  bassFrom: -14,
  // prettier-ignore
  layers: {
    bass: { part: 'bass', figures: [[[0, 'bass', 3, 0.5, 0]]] },
    rocking: {
      part: 'pick',
      figures: [[[0, 0, 3, 0.46, 0], [1, 2, 2.5, 0.36, 0], [2, 1, 2, 0.34, 0]],
                [[0, 0, 3, 0.46, 0], [1, 1, 2.5, 0.36, 0], [2, 2, 2, 0.34, 0]]],
    },
    quavers: {
      part: 'pick',
      figures: [[[1.5, 3, 2, 0.3, 0.28], [0.5, 1, 2.5, 0.3, 0.5], [2.5, 2, 1.5, 0.28, 0.72]],
                [[2.5, 1, 1.5, 0.3, 0.28], [1.5, 2, 2, 0.3, 0.5], [0.5, 2, 2.5, 0.28, 0.72]]],
    },
    plain: { part: 'pick',
      figures: [[[0, 0, 3, 0.44, 0], [2, 2, 2, 0.34, 0]],
               [[0, 0, 3, 0.44, 0], [1, 1, 2.5, 0.34, 0]]],
    },
    high: { part: 'pick', figures: [[[1.5, 4, 2, 0.26, 0], [2.5, 3, 1.5, 0.24, 0]]] },
    pad: { part: 'pad', held: [['bass8', 0.5, 0], [0, 0.6, 0], [1, 0.6, 0]] },
  },
  dresses: {
    pad: { layers: ['bass', 'rocking', 'quavers', 'pad'], gainDb: 0 },
    full: { layers: ['bass', 'rocking', 'high', 'quavers', 'pad'], gainDb: 0.5, busier: 0.1, second: 'pick' },
    solo: { layers: ['bass', 'quavers', 'pad'], gainDb: -0.5, busier: -0.35 },
    bare: { layers: ['bass', 'plain', 'quavers', 'pad'], gainDb: -0.5, busier: -0.35 },
    return: { layers: ['bass', 'rocking', 'quavers', 'pad'], gainDb: 0.5, second: 'pick' },
  },
  tune: { velocity: 0.55, holds: 0.15 },
  ornaments: { passing: 0.5, turn: 0.35, echo: 0.4, echoPart: 'pick', echoOctaves: 0 },
  loose: { beats: 0.018, velocity: 0.1 },
});
