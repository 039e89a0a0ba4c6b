import { HOLLOW_PAD, KALIMBA, RAIN, VIBRAPHONE } from '../instruments/index.ts';
import { composed } from './composed.ts';

/** A tune of bell tones, mostly of five notes, over low bells; rain behind the window. Mixolydian, about A. */
export const RAIN_GARDEN = composed({
  id: 'rain-garden',
  family: 'calming',
  beatsPerBar: 4,
  bars: 2,
  home: 4,
  A: {
    tune: `5 3 2:2 | 3 2 1:2 | 1 2 3 2 | 2:3 r | 5 3 2:2  | 3 5 6:2 | 5:2 3 2 | 1:3 r
         | 6:2 5 6 | 5 3 2:2 | 1 2 1 2 | 3:3 r | 5 6 1':2 | 6:2 5 3 | 2:2 3 2 | 1:3 r`,
    harmony: `I       | vi/3    | IV9     | VII   | I        | vi7     | IV9     | I
            | ii7     | I/3     | IV      | I     | vi7      | IV      | ii7 v   | I`,
  },
  B: {
    tune: `6:2 5 4 | 3:2 2 3 | 4:2 3 2 | 3:3 r | 6:2 7 6  | 5:2 4 3 | 2:2 3 4 | 5:3 r
         | 6:2 5 4 | 3:2 2 3 | 4:2 3 2 | 3:3 r | 4 5 6:2  | 5:2 3 2 | 2:2 1 2 | 1:3 r`,
    harmony: `IV      | I       | ii7     | I/3   | IV       | I/3     | VII     | v
            | IV      | I       | ii7     | I/3   | IV       | I/3     | VII9    | I`,
  },
  C: {
    tune: `1':4    | 6:3 5   | 5:2 3:2 | 2:3 r | 3:4      | 5:3 6   | 5 3 2:2 | 1:3 r
         | 6:4     | 5:3 3   | 2:4     | 3:3 r | 5:4      | 6:2 5:2 | 3:2 2:2 | 1:3 r`,
    harmony: `I       | IV      | vi7     | v     | vi       | IV9     | v       | I
            | ii7     | I/3     | VII     | I     | vi7      | IV      | I/5 v   | I`,
  },
  breath: 'IV9 | I9',
  forms: [
    'A:pad A:full B:solo A:bare C:full B:pad A:return',
    'A:pad B:full A:solo C:pad A:full B:bare A:return',
    'A:pad C:bare A:full B:solo A:return B:full A:pad',
  ],
  parts: {
    tune: { instrument: VIBRAPHONE, gainDb: -2, pan: 0.15 },
    drop: { instrument: KALIMBA, gainDb: -7, pan: -0.3 },
    low: { instrument: VIBRAPHONE, gainDb: -5, pan: -0.1, register: 'bass' },
    pad: { instrument: HOLLOW_PAD, gainDb: -10, pan: 0, swellBeats: [2, 3] },
    rain: { instrument: RAIN, gainDb: -15, pan: 0.05, swellBeats: [4, 5] },
  },
  reverbDb: -7,
  brightnessHz: [850, 1150, 1500, 2200, 3200],
  voices: { low: -5, high: 6, count: 3 },
  bassFrom: -8,
  // prettier-ignore
  layers: {
    low: { part: 'low', figures: [[[0, 'bass', 4.4, 0.45, 0]]] },
    second: { part: 'low', figures: [[[2, 1, 2.5, 0.26, 0]], [[2, 0, 2.5, 0.26, 0]]] },
    drops: { part: 'drop',
      figures: [[[1.5, 3, 2, 0.34, 0], [2.5, 4, 2, 0.34, 0]],
               [[1, 4, 2, 0.34, 0], [3.5, 3, 2, 0.34, 0]]],
    },
    patter: {
      part: 'drop',
      figures: [[[3.5, 3, 2, 0.3, 0.26], [0.5, 2, 2, 0.3, 0.48], [3, 5, 1.5, 0.26, 0.66], [2, 4, 2, 0.26, 0.84]],
                [[2.5, 4, 2, 0.3, 0.26], [0.5, 3, 2, 0.3, 0.48], [2, 5, 1.5, 0.26, 0.66], [3, 2, 2, 0.26, 0.84]]],
    },
    pad: { part: 'pad', held: [[0, 0.55, 0], [1, 0.55, 0], [2, 0.45, 0]] },
    rain: { part: 'rain', strokes: [[[0, 60, 8, 0.6, 0]]], bars: 2 },
  },
  dresses: {
    pad: { layers: ['low', 'second', 'patter', 'pad', 'rain'], gainDb: 0 },
    full: {
      layers: ['low', 'second', 'drops', 'patter', 'pad', 'rain'],
      gainDb: 0.5,
      busier: 0.1,
      second: 'low',
    },
    solo: { layers: ['patter', 'pad', 'rain'], gainDb: -0.5, busier: -0.2 },
    bare: { layers: ['low', 'patter', 'pad', 'rain'], gainDb: -0.5, busier: -0.2 },
    return: { layers: ['low', 'drops', 'patter', 'pad', 'rain'], gainDb: 0.5 },
  },
  tune: { velocity: 0.42, holds: 1.5 },
  ornaments: { passing: 0.35, turn: 0.3, echo: 0.55, echoPart: 'drop', echoOctaves: 0 },
  loose: { beats: 0.04, velocity: 0.12 },
});
