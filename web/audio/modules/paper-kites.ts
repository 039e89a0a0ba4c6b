import { CELESTA, HARP, PIZZICATO, SHAKERS, STRINGS } from '../instruments/index.ts';
import { composed } from './composed.ts';
import { readStrokes } from './percussion.ts';

const TICK = { bright: [82, 0.2, 0.3], soft: [69, 0.2, 0.65] } as const;

/** A waltz for small bells that rises and hangs in the wind, over plucked strings. G lydian: home is the fourth. */
export const PAPER_KITES = composed({
  id: 'paper-kites',
  family: 'activating',
  beatsPerBar: 3,
  bars: 4,
  home: 10,
  A: {
    tune: `1 2 3 | 5:2 3 | 3:1.5 2:0.5 1 | 2:2 r
         | 1 2 3 | 5:2 3 | 4:1.5 3:0.5 2 | 3:2 r
         | 7, 1 2 | 3:2 3 | 4 5 6 | 5:2 r
         | 5:1.5 4:0.5 3 | 3 2 1 | 2:1.5 1:0.5 7, | 1:2 r`,
    harmony: `I | V | I | V
            | I | V | II | I
            | V | I | II | I
            | I | vi7/3 | V | I`,
  },
  B: {
    tune: `2:0.5 3:0.5 2 7, | 1:2 r | 2:0.5 3:0.5 2 7, | 1:0.5 2:0.5 3:2
         | 4:0.5 5:0.5 4 3 | 2:2 r | 7,:0.5 1:0.5 2 7, | 1:2 r`,
    harmony: `V | I | V | I
            | II | V | V | I`,
  },
  C: {
    tune: `3:3 | 2:2 3 | 2 1 7, | 1:2 r
         | 1:2 2 | 4:2 3 | 2 1 7, | 1:2 r`,
    harmony: `I | V | V | I
            | I | II | V | I`,
  },
  breath: 'I | V | V | I',
  breathing: { gainDb: 0.5, rank: 0 },
  forms: [
    'A:skip A:full B:bare B:skip A:aloft C:solo C:bows A:skip B:full B:bare A:full C:solo C:skip B:full A:aloft',
    'A:skip B:skip A:full C:bows C:solo A:skip A:aloft B:bare B:full A:full C:solo C:bows A:skip B:full',
    'A:full B:bare B:solo A:skip C:skip C:full A:aloft B:skip C:solo C:bows A:full A:skip B:full B:bare',
  ],
  parts: {
    tune: { instrument: CELESTA, gainDb: -3, pan: 0.15 },
    skip: { instrument: PIZZICATO, gainDb: -2, pan: -0.25 },
    low: { instrument: HARP, gainDb: -4, pan: 0 },
    bows: { instrument: STRINGS, gainDb: -16, pan: 0.1, swellBeats: [1.2, 1.5] },
    tick: { instrument: SHAKERS, gainDb: -12, pan: 0.4 },
  },
  reverbDb: -12,
  brightnessHz: [2800, 3800, 5200, 7400, 10500],
  voices: { low: -1, high: 7, count: 3 },
  bassFrom: -14,
  layers: {
    low: {
      part: 'low',
      figures: [
        [[0, 'bass', 2.4, 0.6, 0]],
        [[0, 'bass', 2.4, 0.6, 0], [2, 'bass8', 1, 0.36, 0.4]],
      ],
      fill: [[0, 'bass', 1, 0.6, 0], [1, 'bass3', 1, 0.42, 0.3], [2, 'lead', 1, 0.48, 0.2]],
    },
    skip: {
      part: 'skip',
      figures: [
        [[0.5, 0, 0.6, 0.34, 0.72], [1, 1, 0.6, 0.44, 0.08], [1.5, 2, 0.6, 0.36, 0.42], [2, 3, 0.6, 0.42, 0.14],
         [2.5, 2, 0.6, 0.36, 0.68]],
        [[0.5, 2, 0.6, 0.34, 0.68], [1, 1, 0.6, 0.44, 0.08], [1.5, 0, 0.6, 0.36, 0.72], [2, 3, 0.6, 0.42, 0.14],
         [2.5, 1, 0.6, 0.36, 0.42]],
        [[0.5, 2, 0.6, 0.34, 0.42], [1, 1, 0.6, 0.44, 0.08], [1.5, 2, 0.6, 0.36, 0.72], [2, 3, 0.6, 0.42, 0.14],
         [2.5, 4, 0.6, 0.36, 0.68]],
      ],
    },
    rung: {
      part: 'low',
      figures: [
        [[0, 'bass8', 2.5, 0.46, 0], [1, 0, 2, 0.34, 0.3], [2, 1, 1.5, 0.36, 0]],
        [[0, 'bass8', 2.5, 0.46, 0], [1, 1, 2, 0.34, 0], [1.5, 2, 1.5, 0.32, 0.3]],
      ],
    },
    bows: { part: 'bows', held: [[0, 0.6, 0], [2, 0.6, 0]] },
    haze: { part: 'bows', held: [[0, 0.4, 0], [2, 0.4, 0]] },
    tick: {
      part: 'tick',
      bars: 4,
      strokes: [
        readStrokes(TICK, {
          bright: '..5.4. | ..5..4 | ....5. | ..5.54',
          soft: '.3.... | ...3.. | ..3..3 | ......',
        }, 3),
        readStrokes(TICK, {
          bright: '....5. | ..5.4. | ..4.5. | ..5..4',
          soft: '..3... | .....3 | ...3.. | .3....',
        }, 3),
        readStrokes(TICK, {
          bright: '..5..4 | ....5. | ..5.54 | ..4.5.',
          soft: '...3.. | ..3... | ...... | .....3',
        }, 3),
      ],
      fill: readStrokes(TICK, { bright: '....5.4.5.3.' }, 3),
    },
  },
  dresses: {
    solo: { layers: ['rung'], gainDb: -0.4 },
    bare: { layers: ['low', 'tick'], gainDb: -1 },
    bows: { layers: ['rung', 'bows'], gainDb: -0.5 },
    skip: { layers: ['low', 'skip', 'haze'], gainDb: 0 },
    full: { layers: ['low', 'skip', 'bows', 'tick'], gainDb: 0.5, busier: 0.05 },
    aloft: {
      layers: ['low', 'skip', 'bows', 'tick'],
      gainDb: 1,
      double: { part: 'low', octaves: -1, velocity: 0.5 },
    },
  },
  tune: { velocity: 0.5, holds: 0.4 },
  ornaments: { passing: 0.35, turn: 0.3, echo: 0.3, echoPart: 'skip', echoOctaves: -1 },
  loose: { beats: 0.012, velocity: 0.14 },
}); // prettier-ignore
