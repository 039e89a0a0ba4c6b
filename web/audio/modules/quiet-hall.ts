import { CELLO, STRINGS, VOICES } from '../instruments/index.ts';
import { composed } from './composed.ts';

/** A chorale in fives for a small string choir, a cello below it and voices far back. Dorian, about E. */
export const QUIET_HALL = composed({
  id: 'quiet-hall',
  family: 'calming',
  beatsPerBar: 5,
  bars: 2,
  home: 1,
  A: {
    tune: `1:3 2:2 | 3:5     | 4:3 3:2 | 2:4 r | 1:3 2:2 | 3:3 5:2 | 4:2 3 2:2 | 1:4 r
         | 5:3 4:2 | 3:3 4:2 | 5:3 6:2 | 5:4 r | 7:3 6:2 | 5:3 4:2 | 3:3 2:2   | 1:4 r`,
    harmony: `i       | III     | ii      | v43   | i       | III     | ii:3 v:2  | i
            | i/3     | III     | IV9/3   | i     | VII     | v7      | III:3 v:2 | i`,
  },
  B: {
    tune: `3:3 4:2 | 5:5     | 6:3 5:2 | 5:4 r | 7:3 6:2 | 5:3 4:2 | 3:3 2:2   | 1:4 r`,
    harmony: `III     | v       | IV      | i     | VII     | v7      | III:3 v:2 | i`,
  },
  C: {
    tune: `5:5     | 6:3 5:2 | 4:3 3:2 | 3:4 r | 4:5     | 3:5     | 2:5       | 1:4 r`,
    harmony: `i/3     | IV/3    | IV      | i     | IV      | III     | v43       | i`,
  },
  breath: 'IV9 | i',
  forms: [
    'A:pad A:full B:bare A:solo C:pad A:return B:full',
    'A:pad B:bare A:full C:solo A:pad B:full A:return',
    'A:pad A:return C:solo A:full B:bare A:pad C:full',
  ],
  parts: {
    choir: { instrument: STRINGS, gainDb: -11, pan: 0.1, swellBeats: [1, 2.5] },
    tune: { instrument: STRINGS, gainDb: -8, pan: -0.1, swellBeats: [0.35, 1.6] },
    moving: { instrument: STRINGS, gainDb: -12, pan: 0.25, swellBeats: [0.4, 1.6] },
    cello: { instrument: CELLO, gainDb: -9, pan: -0.15, register: 'bass', swellBeats: [0.35, 1.5] },
    far: { instrument: VOICES, gainDb: -18, pan: 0.3, swellBeats: [2, 3] },
  },
  reverbDb: -7,
  brightnessHz: [800, 1100, 1450, 2000, 2800],
  voices: { low: -8, high: 1, count: 3 },
  bassFrom: -14,
  // prettier-ignore
  layers: {
    choir: { part: 'choir', held: [[0, 0.5, 0], [1, 0.5, 0], [2, 0.5, 0]] },
    cello: { part: 'cello', figures: [[[0, 'bass', 4.8, 0.55, 0]]] },
    walking: { part: 'cello', figures: [[[3, 'bass8', 2, 0.36, 0]], [[3, 'bass5', 2, 0.36, 0]]] },
    moving: { part: 'moving',
      figures: [[[2, 1, 1.6, 0.34, 0], [4, 2, 1.2, 0.34, 0]],
               [[2, 2, 1.6, 0.34, 0], [4, 1, 1.2, 0.34, 0]]],
    },
    stir: {
      part: 'moving',
      figures: [[[3, 0, 1.6, 0.32, 0.26], [1, 2, 1.4, 0.32, 0.48], [2.5, 1, 1, 0.3, 0.66], [4.5, 0, 1, 0.28, 0.84]],
                [[1, 1, 1.6, 0.32, 0.26], [3, 2, 1.4, 0.32, 0.48], [4.5, 1, 1, 0.3, 0.66], [2.5, 0, 1, 0.28, 0.84]]],
    },
    far: { part: 'far', held: [[1, 0.55, 0]], octaves: 1 },
  },
  dresses: {
    pad: { layers: ['choir', 'cello', 'stir', 'far'], gainDb: 0 },
    full: {
      layers: ['choir', 'cello', 'walking', 'moving', 'stir', 'far'],
      gainDb: 0.5,
      busier: 0.1,
      second: 'moving',
    },
    solo: { layers: ['choir', 'cello', 'stir'], gainDb: -0.5, busier: -0.2 },
    bare: { layers: ['choir', 'cello', 'far', 'stir'], gainDb: -0.5, busier: -0.2 },
    return: { layers: ['choir', 'cello', 'moving', 'stir', 'far'], gainDb: 0.5 },
  },
  tune: { velocity: 0.55, holds: 0.15 },
  ornaments: { passing: 0.6, turn: 0.4, echo: 0.4, echoPart: 'moving', echoOctaves: 0 },
  loose: { beats: 0.03, velocity: 0.08 },
});
