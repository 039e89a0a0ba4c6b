import { CELESTA, FELT_PIANO, WARM_PAD } from '../instruments/index.ts';
import { composed } from './composed.ts';

/** A lullaby in threes for celesta, over a felt left hand; each phrase answers the one before. D major. */
export const CRADLE = composed({
  id: 'cradle',
  family: 'calming',
  beatsPerBar: 3,
  bars: 4,
  home: 7,
  A: {
    tune: `5:2 4 | 3:2 2  | 4:2 3 | 2:2 r | 5:2 4  | 3:2 5 | 4 3 2 | 1:2 r
         | 6:2 6 | 5:2 3  | 4 5 4 | 3:2 r | 1':2 6 | 5:2 3 | 4 3 2 | 1:2 r`,
    harmony: `I     | vi     | ii7   | V43   | I      | vi    | V7    | I
            | IV    | I/3    | V7    | I     | IV     | I/3   | V7    | I`,
  },
  B: {
    tune: `3:2 4 | 5:3    | 6:2 5 | 5:2 r | 3:2 4  | 5:2 6 | 7:2 6 | 5:2 r
         | 3:2 4 | 5:3    | 6:2 5 | 5:2 r | 4:2 5  | 3:2 4 | 2:2 7, | 1:2 r`,
    harmony: `vi    | iii    | IV    | I     | vi     | IV9   | iii   | V
            | vi    | iii    | IV    | I     | IV     | I/3   | V7    | I`,
  },
  C: {
    tune: `1':3  | 7:2 6  | 5:2 6 | 5:2 r | 6:3    | 5:2 4 | 4:2 2 | 3:2 r
         | 1':3  | 7:2 6  | 5:2 4 | 3:2 r | 4:2 3  | 3:3   | 2:3   | 1:2 r`,
    harmony: `I     | iii    | IV9   | V     | IV     | I/3   | V7    | I
            | vi    | iii    | V7    | I     | ii7    | I/5   | V43   | I`,
  },
  breath: 'I | IV/5 | I | IV/5',
  forms: [
    'A:pad A:full B:solo A:bare C:full A:pad B:full C:bare A:return',
    'A:pad B:full A:solo C:pad A:full B:bare A:return C:full A:pad',
    'A:pad A:return C:bare A:full B:solo A:pad C:full B:return A:bare',
  ],
  parts: {
    tune: { instrument: CELESTA, gainDb: -5, pan: 0.15 },
    left: { instrument: FELT_PIANO, gainDb: -1, pan: -0.1, register: 'bass' },
    pad: { instrument: WARM_PAD, gainDb: -9, pan: 0, swellBeats: [1.5, 2.5] },
  },
  reverbDb: -9,
  brightnessHz: [1000, 1300, 1700, 2400, 3400],
  voices: { low: -6, high: 5, count: 3 },
  bassFrom: -14,
  // prettier-ignore
  layers: {
    bass: { part: 'left', figures: [[[0, 'bass', 3.2, 0.5, 0]]] },
    rocking: { part: 'left',
      figures: [[[1, 0, 2, 0.3, 0], [2, 1, 1.5, 0.28, 0]],
               [[1, 1, 2, 0.3, 0], [2, 2, 1.5, 0.28, 0]]],
    },
    plain: { part: 'left', figures: [[[1, 0, 2, 0.3, 0]]] },
    quavers: {
      part: 'left',
      figures: [[[1.5, 2, 1.5, 0.24, 0.28], [2.5, 0, 1, 0.22, 0.5], [0.5, 1, 2, 0.22, 0.74]],
                [[2.5, 2, 1, 0.24, 0.28], [1.5, 2, 1.5, 0.22, 0.5], [0.5, 0, 2, 0.22, 0.74]]],
    },
    bells: {
      part: 'left',
      figures: [[[1.5, 3, 1.5, 0.22, 0], [2.5, 4, 1, 0.2, 0]],
                [[0.5, 2, 1.5, 0.22, 0], [2.5, 4, 1, 0.2, 0]]],
    },
    pad: { part: 'pad', held: [[0, 0.7, 0], [1, 0.7, 0], ['bass8', 0.5, 0]] },
  },
  dresses: {
    pad: { layers: ['bass', 'rocking', 'quavers', 'pad'], gainDb: 0 },
    full: {
      layers: ['bass', 'rocking', 'bells', 'quavers', 'pad'],
      gainDb: 0.5,
      busier: 0.1,
      second: 'left',
    },
    solo: { layers: ['bass', 'quavers', 'pad'], gainDb: -0.5, busier: -0.35 },
    bare: { layers: ['bass', 'plain', 'quavers', 'pad'], gainDb: -0.5, busier: -0.35 },
    return: { layers: ['bass', 'rocking', 'quavers', 'pad'], gainDb: 0.5, second: 'left' },
  },
  tune: { velocity: 0.44, holds: 1 },
  ornaments: { passing: 0.5, turn: 0.3, echo: 0.4, echoPart: 'left' },
  loose: { beats: 0.02, velocity: 0.1 },
});
