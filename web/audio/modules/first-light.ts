import { BASS, GUITAR, HARP, SHAKERS, WARM_PAD } from '../instruments/index.ts';
import { composed } from './composed.ts';
import { readStrokes } from './percussion.ts';

const SHAKER = { bright: [82, 0.3, 0.12], soft: [69, 0.3, 0.4] } as const;

/** A tune that climbs to the sixth and comes home by steps, over a bright plucked pattern. D major. */
export const FIRST_LIGHT = composed({
  id: 'first-light',
  family: 'activating',
  beatsPerBar: 4,
  bars: 4,
  home: 7,
  A: {
    tune: `3:1.5 4:0.5 5:2 | 6 5:0.5 4:0.5 6:2 | 5:1.5 4:0.5 3:2 | 2:3 r
         | 3:1.5 4:0.5 5:2 | 6 5:0.5 4:0.5 6:2 | 5 4:0.5 3:0.5 2 7, | 1:3 r
         | 4:1.5 5:0.5 6:2 | 5:1.5 6:0.5 1':2 | 7:1.5 6:0.5 5 4 | 3:3 r
         | 4:1.5 5:0.5 6 4 | 5:1.5 4:0.5 3:2 | 2:1.5 3:0.5 2 7, | 1:3 r`,
    harmony: `I | IV9 | I/3 | V43
            | I | IV9 | V | I
            | IV | I/3 | V7 | I
            | ii7 | I | V | I`,
  },
  B: {
    tune: `6,:0.5 7,:0.5 1 2 1 | 6,:3 r | 5,:0.5 6,:0.5 1 3 2 | 2:3 r
         | 4:0.5 3:0.5 4 5 4 | 3 2 1 r | 2 7,:0.5 1:0.5 2 7, | 1:3 r`,
    harmony: `vi | IV | I/3 | V43
            | IV | I | V | I`,
  },
  C: {
    tune: `5:3 6 | 1':2 6:2 | 5:2 4:2 | 3:3 r
         | 4:3 5 | 5:2 3:2 | 4 3 2:2 | 1:3 r`,
    harmony: `I/3 | IV9 | V7 | I
            | IV | I/3 | V7 | I`,
  },
  breath: 'I | IV9 | V | I',
  breathing: { gainDb: 1.5, rank: 0 },
  forms: [
    'A:walk A:full B:bare B:walk A:full C:solo C:walk A:bright B:full C:bare A:walk B:solo C:full',
    'A:walk B:walk A:full C:bare C:solo A:walk A:bright B:bare B:full A:full C:solo B:walk',
    'A:full B:bare A:walk C:walk C:full A:bright B:solo C:bare A:full B:walk A:walk C:solo',
  ],
  parts: {
    tune: { instrument: HARP, gainDb: 1, pan: 0.15, width: 0.8 },
    pattern: { instrument: GUITAR, gainDb: -3, pan: -0.2, width: 0.8 },
    bass: { instrument: BASS, gainDb: -10, pan: 0, register: 'bass' },
    pad: { instrument: WARM_PAD, gainDb: -19, pan: 0, swellBeats: [1, 1.5] },
    shaker: { instrument: SHAKERS, gainDb: -12, pan: 0.35 },
  },
  reverbDb: -13,
  brightnessHz: [2600, 3600, 5000, 7000, 10000],
  voices: { low: -4, high: 5, count: 3 },
  bassFrom: -16,
  layers: {
    bass: {
      part: 'bass',
      figures: [
        [[0, 'bass', 2.4, 0.6, 0], [2.5, 'bass', 1.4, 0.42, 0.15]],
        [[0, 'bass', 1.9, 0.6, 0], [2, 'bass', 0.9, 0.42, 0.15], [3, 'lead', 0.9, 0.44, 0.5]],
      ],
      fill: [[0, 'bass', 1, 0.6, 0], [2, 'bass5', 0.9, 0.46, 0.15], [3, 'lead', 0.9, 0.5, 0.3]],
    },
    root: { part: 'bass', held: [['bass', 0.5, 0]], beats: 3 },
    pattern: {
      part: 'pattern',
      figures: [
        [[0, 0, 2, 0.5, 0.05], [0.5, 2, 2, 0.34, 0.8], [1, 1, 2, 0.36, 0.14], [1.5, 3, 2, 0.38, 0.3],
         [2, 2, 2, 0.46, 0.1], [2.5, 4, 1.5, 0.34, 0.82], [3, 3, 1.5, 0.36, 0.18], [3.5, 2, 1, 0.38, 0.75]],
        [[0, 0, 2, 0.5, 0.05], [0.5, 3, 2, 0.34, 0.75], [1, 1, 2, 0.36, 0.14], [1.5, 2, 2, 0.38, 0.3],
         [2, 2, 2, 0.46, 0.1], [2.5, 3, 1.5, 0.34, 0.82], [3, 3, 1.5, 0.36, 0.18], [3.5, 4, 1, 0.38, 0.8]],
        [[0, 0, 2, 0.5, 0.05], [0.5, 2, 2, 0.34, 0.8], [1, 1, 2, 0.36, 0.14], [1.5, 4, 2, 0.38, 0.3],
         [2, 2, 2, 0.46, 0.1], [2.5, 3, 1.5, 0.34, 0.75], [3, 3, 1.5, 0.36, 0.18], [3.5, 1, 1, 0.38, 0.82]],
      ],
    },
    thin: {
      part: 'pattern',
      figures: [
        [[0, 0, 3, 0.42, 0], [1, 1, 2.5, 0.34, 0.42], [2, 2, 2, 0.38, 0]],
        [[0, 0, 3, 0.42, 0], [1.5, 2, 2.5, 0.34, 0], [3, 1, 1.5, 0.32, 0.42]],
      ],
    },
    pad: { part: 'pad', held: [[0, 0.6, 0], [1, 0.6, 0]] },
    haze: { part: 'pad', held: [[0, 0.45, 0], [1, 0.45, 0]] },
    shaker: {
      part: 'shaker',
      bars: 4,
      strokes: [
        readStrokes(SHAKER, {
          bright: '..5...5. | ..5..4.. | ..6...5. | ..5.4.5.',
          soft: '.....3.. | .3...... | ...3.... | .......3',
        }),
        readStrokes(SHAKER, {
          bright: '..5..4.. | ..5...6. | ..5...53 | ..6...5.',
          soft: '.......3 | ....3... | .3...... | .....3..',
        }),
        readStrokes(SHAKER, {
          bright: '..6...5. | .4...5.. | ..5...5. | ..5.4.6.',
          soft: '...3.... | .......3 | .....3.. | .3......',
        }),
      ],
      fill: readStrokes(SHAKER, { bright: '....5...4.4.5.3.', soft: '................' }),
    },
  },
  dresses: {
    solo: { layers: ['thin'], gainDb: -0.2 },
    bare: { layers: ['root', 'thin', 'pad'], gainDb: -0.6 },
    walk: { layers: ['bass', 'pattern', 'haze', 'shaker'], gainDb: 0 },
    full: { layers: ['bass', 'pattern', 'pad', 'shaker'], gainDb: 0.6, busier: 0.13, second: 'pattern' },
    bright: {
      layers: ['bass', 'pattern', 'pad', 'shaker'],
      gainDb: 0.6,
      double: { part: 'pattern', octaves: -1, velocity: 0.6 },
    },
  },
  tune: { velocity: 0.5, holds: 0.5 },
  ornaments: { passing: 0.4, turn: 0.3, echo: 0.3, echoPart: 'pattern', echoOctaves: 0 },
  loose: { beats: 0.012, velocity: 0.12 },
}); // prettier-ignore
