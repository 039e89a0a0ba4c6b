import { LOW_DRUM, HARP, PIANO, SHAKERS, STRINGS } from '../instruments/index.ts';
import { composed } from './composed.ts';
import { readStrokes } from './percussion.ts';

const DRUM = { deep: [48, 1.2, 0.12] } as const;
const SHAKER = { bright: [82, 0.2, 0.24], soft: [69, 0.2, 0.6] } as const;

/** A hymn in long notes that opens with a fifth, over a rolling piano and a slow drum: wide, not fast. D major. */
export const WIDE_FIELD = composed({
  id: 'wide-field',
  family: 'activating',
  beatsPerBar: 4,
  bars: 4,
  home: 7,
  A: {
    tune: `1:2 5:2 | 4:3 3 | 2:2 3 4 | 5:3.5 r:0.5
         | 1:2 5:2 | 4:3 3 | 2:3 7, | 1:3.5 r:0.5
         | 2:2 6:2 | 5:3 6 | 1':2 7 6 | 5:3.5 r:0.5
         | 4:2 5 6 | 5:3 3 | 4 3 2:2 | 1:3.5 r:0.5`,
    harmony: `I | IV9/3 | ii7/3 | V
            | I | IV9/3 | V | I
            | ii/3 | I/3 | IV/3 | I
            | IV | I/3 | V43 | I`,
  },
  B: {
    tune: `6,:3 7, | 1:2 6,:2 | 5,:3 6, | 7,:3 r
         | 1:3 2 | 3:2 5:2 | 4 3 2:2 | 1:3.5 r:0.5`,
    harmony: `vi | IV | I/3 | V
            | IV | I | V43 | I`,
  },
  C: {
    tune: `6:2 5 4 | 5:3 3 | 4:2 3 2 | 3:3.5 r:0.5
         | 6:2 5 4 | 5:2 3:2 | 2:2 3 2 | 1:3.5 r:0.5`,
    harmony: `IV | I | IV | I
            | IV | I/3 | V43 | I`,
  },
  breath: 'I | IV9 | V | I',
  breathing: { gainDb: 0, rank: 0 },
  forms: [
    'A:rolling A:full B:bare B:rolling A:open C:solo C:bare A:rolling B:full A:open C:solo B:full',
    'A:rolling B:full A:open C:bare C:solo A:rolling A:full B:solo B:full A:open C:bare',
    'A:full B:bare C:solo C:rolling A:rolling B:full A:open B:solo C:full A:full A:rolling C:bare',
  ],
  parts: {
    tune: { instrument: STRINGS, gainDb: -8, pan: 0.1, swellBeats: [0.35, 1.2] },
    roll: { instrument: PIANO, gainDb: -4, pan: -0.2 },
    low: { instrument: PIANO, gainDb: -7, pan: 0, register: 'bass' },
    under: { instrument: STRINGS, gainDb: -13, pan: -0.25, swellBeats: [0.6, 1.6] },
    spark: { instrument: HARP, gainDb: -4, pan: 0.35 },
    drum: { instrument: LOW_DRUM, gainDb: -15, pan: 0 },
    shaker: { instrument: SHAKERS, gainDb: -13, pan: 0.4 },
  },
  reverbDb: -11,
  brightnessHz: [2600, 3600, 5000, 7200, 10500],
  voices: { low: -3, high: 5, count: 3 },
  bassFrom: -14,
  layers: {
    low: {
      part: 'low',
      figures: [[[0, 'bass', 3.5, 0.5, 0]], [[0, 'bass', 3.5, 0.5, 0], [2, 'bass8', 1.8, 0.32, 0.3]]],
    },
    roll: {
      part: 'roll',
      figures: [
        [[0, 0, 2.4, 0.48, 0.05], [0.5, 2, 2, 0.36, 0.64], [1, 1, 2, 0.38, 0.1], [1.5, 2, 2, 0.36, 0.24],
         [2, 3, 2, 0.44, 0.05], [2.5, 2, 2, 0.36, 0.68], [3, 1, 1.2, 0.38, 0.16], [3.5, 2, 1.2, 0.36, 0.36]],
        [[0, 0, 2.4, 0.48, 0.05], [0.5, 2, 2, 0.36, 0.64], [1, 4, 2, 0.36, 0.1], [1.5, 2, 2, 0.36, 0.24],
         [2, 3, 2, 0.44, 0.05], [2.5, 5, 2, 0.34, 0.68], [3, 4, 1.2, 0.36, 0.16], [3.5, 2, 1.2, 0.36, 0.36]],
        [[0, 0, 2.4, 0.48, 0.05], [0.5, 2, 2, 0.36, 0.64], [1, 1, 2, 0.38, 0.1], [1.5, 5, 2, 0.34, 0.24],
         [2, 3, 2, 0.44, 0.05], [2.5, 2, 2, 0.36, 0.68], [3, 4, 1.2, 0.36, 0.16], [3.5, 5, 1.2, 0.34, 0.36]],
      ],
    },
    chords: {
      part: 'roll',
      figures: [
        [[0, 0, 3.6, 0.38, 0], [0.04, 1, 3.6, 0.36, 0], [0.08, 2, 3.6, 0.4, 0]],
        [[0, 0, 3.6, 0.38, 0], [1, 1, 2.8, 0.32, 0.25], [2, 2, 2, 0.36, 0]],
      ],
    },
    under: { part: 'under', held: [[0, 0.45, 0], [2, 0.45, 0]] },
    spark: {
      part: 'spark',
      bars: 2,
      figures: [
        [[1, 3, 2, 0.36, 0.3], [2.5, 5, 2, 0.34, 0.62], [7, 4, 2, 0.36, 0.42]],
        [[2, 4, 2, 0.36, 0.3], [5.5, 3, 2, 0.34, 0.62], [6, 5, 2, 0.36, 0.42]],
      ],
    },
    drum: {
      part: 'drum',
      bars: 4,
      strokes: [
        readStrokes(DRUM, { deep: '7....... | 7....5.. | 7......4 | 7...5...' }),
        readStrokes(DRUM, { deep: '7....5.. | 7....... | 7...5... | 7....4..' }),
        readStrokes(DRUM, { deep: '7......4 | 7....5.. | 7....... | 7...5...' }),
      ],
      fill: readStrokes(DRUM, { deep: '7.........5.5.6.' }),
    },
    shaker: {
      part: 'shaker',
      bars: 4,
      strokes: [
        readStrokes(SHAKER, {
          bright: '..4...5. | ..4..5.. | ..4.4... | ......5.',
          soft: '...3.... | .......3 | .....3.. | ..3.....',
        }),
        readStrokes(SHAKER, {
          bright: '......5. | ..4...5. | ..5..... | ..4.4.5.',
          soft: '..3..... | ....3... | .....3.. | .......3',
        }),
      ],
      fill: readStrokes(SHAKER, { bright: '..4.....' }),
    },
  },
  dresses: {
    solo: { layers: ['chords'], gainDb: 0 },
    bare: { layers: ['low', 'chords', 'drum'], gainDb: -0.2 },
    rolling: { layers: ['low', 'roll'], gainDb: 0 },
    full: { layers: ['low', 'roll', 'under', 'drum', 'shaker'], gainDb: 0.5 },
    open: { layers: ['low', 'roll', 'under', 'spark', 'drum', 'shaker'], gainDb: 0.6, second: 'under' },
  },
  tune: { velocity: 0.5, holds: 0.15 },
  ornaments: { passing: 0.4, turn: 0.3, echo: 0.3, echoPart: 'spark', echoOctaves: 0 },
  loose: { beats: 0.012, velocity: 0.1 },
}); // prettier-ignore
