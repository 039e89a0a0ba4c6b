import { HARP, WARM_PAD } from '../instruments/index.ts';
import { composed } from './composed.ts';

/** A harp that sings a falling tune over its own broken chords and a low pad. B minor without a leading note. */
export const NIGHT_HARP = composed({
  id: 'night-harp',
  family: 'calming',
  beatsPerBar: 4,
  bars: 2,
  home: 5,
  A: {
    tune: `5:3 4     | 3 2 1:2 | 3:2 4 5   | 4:3 r | 5:3 4    | 3 2 3 4 | 3:2 2:2 | 1:3 r
         | 5 6 7:2   | 7 6 5:2 | 4:2 5 6   | 5:3 r | 1':2 7 6 | 5:2 4 3 | 4 3 2:2 | 1:3 r`,
    harmony: `i         | VI      | III       | VII   | i        | VI      | iv7 v   | i
            | III       | VI      | iv        | i     | VI       | III     | iv7 v   | i`,
  },
  B: {
    tune: `3:2 4 5   | 7:3 6   | 5 4 5 6   | 5:3 r | 3:2 4 5  | 1':2 7:2 | 6 5 4:2 | 2:3 r
         | 3:2 4 5   | 7:3 6   | 5 4 5 6   | 5:3 r | 4:2 5 4  | 3:2 2 3  | 2:2 3 2 | 1:3 r`,
    harmony: `III       | VII     | iv        | i     | III      | VI       | iv      | v
            | III       | VII     | iv        | i     | iv       | VI       | v       | i`,
  },
  C: {
    tune: `1':4      | 7:3 6   | 6:2 5:2   | 5:3 r | 5:3 6    | 4:4      | 3:2 2:2 | 1:3 r
         | 3:4      | 4:3 5   | 5:2 4:2   | 3:3 r | 6:3 5    | 4:2 3:2  | 2:4     | 1:3 r`,
    harmony: `i         | VII     | iv        | v     | i/3      | iv       | VI v    | i
            | VI        | VII     | III       | i     | iv       | VII III  | v43     | i`,
  },
  breath: 'VI9 | i',
  forms: [
    'A:pad A:full B:bare A:solo C:pad B:full A:return',
    'A:pad B:bare A:full C:solo A:return B:full A:pad',
    'A:pad A:return C:solo A:full B:pad B:bare A:full',
  ],
  parts: {
    harp: { instrument: HARP, gainDb: -5, pan: -0.15 },
    deep: { instrument: HARP, gainDb: -4, pan: -0.1, register: 'bass' },
    tune: { instrument: HARP, gainDb: -1, pan: 0.15 },
    pad: { instrument: WARM_PAD, gainDb: -5, pan: 0, swellBeats: [2, 3] },
  },
  reverbDb: -8,
  brightnessHz: [1000, 1300, 1700, 2400, 3400],
  voices: { low: -6, high: 5, count: 3 },
  bassFrom: -14,
  // prettier-ignore
  layers: {
    deep: { part: 'deep', figures: [[[0, 'bass', 4.5, 0.5, 0]]] },
    fifth: { part: 'deep', figures: [[[1, 'bass5', 3, 0.26, 0]], [[2, 'bass8', 2, 0.26, 0]]] },
    wander: {
      part: 'harp',
      figures: [[[1, 1, 3, 0.36, 0], [2.5, 2, 2, 0.34, 0], [3, 0, 2, 0.3, 0]],
                [[1, 0, 3, 0.34, 0], [2, 2, 2.5, 0.36, 0], [3, 1, 2, 0.32, 0]]],
    },
    between: {
      part: 'harp',
      figures: [[[2, 1, 2.5, 0.28, 0.26], [1.5, 2, 2.5, 0.3, 0.48], [3.5, 1, 2, 0.28, 0.66], [0.5, 0, 3, 0.28, 0.84]],
                [[2.5, 1, 2, 0.28, 0.26], [1.5, 1, 2.5, 0.3, 0.48], [3.5, 0, 2, 0.28, 0.66], [0.5, 1, 3, 0.28, 0.84]]],
    },
    drops: { part: 'harp', figures: [[[2, 3, 2.5, 0.3, 0]], [[1.5, 2, 2.5, 0.32, 0]]] },
    pad: { part: 'pad', held: [['bass', 0.6, 0], [0, 0.6, 0], [1, 0.5, 0]] },
  },
  dresses: {
    pad: { layers: ['deep', 'fifth', 'drops', 'between', 'pad'], gainDb: 0 },
    full: { layers: ['deep', 'fifth', 'wander', 'between', 'pad'], gainDb: 0.5, busier: 0.1, second: 'harp' },
    solo: { layers: ['deep', 'between', 'pad'], gainDb: -0.5, busier: -0.3 },
    bare: { layers: ['deep', 'drops', 'between', 'pad'], gainDb: -0.5, busier: -0.3 },
    return: { layers: ['deep', 'wander', 'between', 'pad'], gainDb: 0.5 },
  },
  tune: { velocity: 0.5, holds: 1.5 },
  ornaments: { passing: 0.5, turn: 0.4, echo: 0.5, echoPart: 'harp' },
  loose: { beats: 0.025, velocity: 0.1 },
});
