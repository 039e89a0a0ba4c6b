import { FLUTE, HARP, STRINGS, WIND } from '../instruments/index.ts';
import { composed } from './composed.ts';

/** An air for a low flute, in long lines with room between them, over open fifths and wind. Aeolian, about B. */
export const HILL_AT_DUSK = composed({
  id: 'hill-at-dusk',
  family: 'calming',
  beatsPerBar: 4,
  bars: 2,
  home: -2,
  A: {
    tune: `1':3 2'  | 3':2 2' 1' | 7:2 1' 7    | 5:3 r  | 1':3 2'    | 3':2 4' 3' | 2' 1' 7:2 | 1':3 r
         | 5':3 4'  | 3':2 2' 1' | 2':2 3' 2'  | 1':3 r | 3':2 4' 3' | 2':2 1' 7  | 6:2 7:2   | 1':3 r`,
    harmony: `i        | III        | VII         | v      | i          | III        | v VII     | i
            | III      | VI         | VII         | i      | VI         | VII        | iv VII/3  | i`,
  },
  B: {
    tune: `5:2 6 7  | 1':2 7:2   | 6:2 5 4     | 5:3 r  | 5:2 6 7    | 3':3 2'    | 1':2 7 6  | 5:3 r
         | 5:2 6 7  | 1':2 7:2   | 6:2 5 4     | 5:3 r  | 1':3 2'    | 3':2 2' 1' | 7:2 1' 2' | 1':3 r`,
    harmony: `III      | VI         | iv          | i      | III        | VI         | iv7       | v
            | III      | VI         | iv          | i      | i          | VI         | VII/3     | i`,
  },
  C: {
    tune: `5':3 4'  | 3':4       | 2':2 1':2   | 2':3 r | 3':3 2'    | 1':4       | 7:3 6     | 5:3 r
         | 7:3 1'   | 2':4       | 3':2 2':2   | 1':3 r | 6:3 7      | 1':4       | 7:3 2'    | 1':3 r`,
    harmony: `i        | VI         | VII         | v      | VI         | i/3        | VII       | i
            | III      | VII        | VI          | i      | iv         | VI         | VII/3     | i`,
  },
  breath: 'VI | i5',
  forms: [
    'A:pad A:full B:solo A:bare C:pad B:full A:return',
    'A:pad C:solo A:full B:bare A:return B:full A:pad',
    'A:pad B:full A:bare C:solo A:full A:return B:pad',
  ],
  parts: {
    tune: { instrument: FLUTE, gainDb: -9, pan: 0.1, swellBeats: [0.2, 1.2] },
    drone: { instrument: STRINGS, gainDb: -10, pan: -0.1, swellBeats: [2, 3.5] },
    harp: { instrument: HARP, gainDb: -4, pan: -0.25 },
    wind: { instrument: WIND, gainDb: -19, pan: 0.2, swellBeats: [4, 5] },
  },
  reverbDb: -7,
  brightnessHz: [900, 1150, 1450, 2100, 3000],
  voices: { low: -8, high: 3, count: 3 },
  bassFrom: -14,
  // prettier-ignore
  layers: {
    drone: { part: 'drone', held: [['bass', 0.55, 0], [0, 0.5, 0], [1, 0.45, 0]] },
    strings: { part: 'drone', held: [[2, 0.45, 0]] },
    harp: { part: 'harp', figures: [[[0, 'bass8', 4.5, 0.4, 0]]] },
    rising: { part: 'harp',
      figures: [[[1, 1, 3.5, 0.34, 0], [2, 3, 2.5, 0.34, 0]],
               [[1, 2, 3.5, 0.34, 0], [2.5, 3, 2, 0.32, 0]]],
    },
    ripple: {
      part: 'harp',
      figures: [[[3, 1, 2, 0.3, 0.26], [1.5, 2, 3, 0.3, 0.48], [2.5, 2, 2, 0.28, 0.66], [0.5, 0, 4, 0.28, 0.84]],
                [[3, 2, 2, 0.3, 0.26], [2, 1, 2.5, 0.3, 0.48], [1.5, 0, 3, 0.28, 0.66], [3.5, 1, 2, 0.28, 0.84]]],
    },
    wind: { part: 'wind', strokes: [[[0, 60, 8, 0.6, 0]]], bars: 2 },
  },
  dresses: {
    pad: { layers: ['drone', 'strings', 'harp', 'ripple', 'wind'], gainDb: 0 },
    full: { layers: ['drone', 'strings', 'harp', 'rising', 'ripple', 'wind'], gainDb: 0.5, busier: 0.1 },
    solo: { layers: ['drone', 'ripple', 'wind'], gainDb: -0.5, busier: -0.35 },
    bare: { layers: ['drone', 'harp', 'ripple', 'wind'], gainDb: -0.5, busier: -0.35 },
    return: { layers: ['drone', 'harp', 'rising', 'ripple', 'wind'], gainDb: 0.5 },
  },
  tune: { velocity: 0.48, holds: 0.12 },
  ornaments: { passing: 0.45, turn: 0.5, echo: 0.5, echoPart: 'harp', echoOctaves: 0 },
  loose: { beats: 0.025, velocity: 0.1 },
});
