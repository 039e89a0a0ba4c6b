import { LOW_DRUM, HAND_DRUMS, KALIMBA, SHAKERS, VOICES } from '../instruments/index.ts';
import { composed } from './composed.ts';
import { readStrokes } from './percussion.ts';

const RING = {
  low: [64, 0.6, 0.14],
  open: [63, 0.6, 0.1],
  muted: [62, 0.5, 0.55],
  small: [61, 0.5, 0.62],
} as const;
const SEEDS = { bright: [82, 0.2, 0.62], soft: [69, 0.2, 0.22] } as const;
const FRAME = { deep: [48, 1, 0] } as const;

/** A kalimba calls, and answers itself, in a ring of hand drums that hums the chord. D major. */
export const WARM_CIRCLE = composed({
  id: 'warm-circle',
  family: 'activating',
  beatsPerBar: 4,
  bars: 4,
  home: 7,
  A: {
    tune: `5 5:0.5 6:0.5 5 3 | 4:0.5 3:0.5 2:0.5 1:1.5 r | 2 2:0.5 3:0.5 2 7, | 1:0.5 2:0.5 3:2 r
         | 5 5:0.5 6:0.5 5 3 | 4:0.5 3:0.5 2:0.5 1:1.5 r | 2 2:0.5 3:0.5 2 7, | 1:0.5 2:0.5 1:2 r
         | 6 6:0.5 5:0.5 6 1' | 7:0.5 6:0.5 5:2 r | 4 4:0.5 5:0.5 4 3 | 2:0.5 3:0.5 2:2 r
         | 5 5:0.5 6:0.5 5 3 | 4:0.5 5:0.5 6:2 r | 5 4:0.5 3:0.5 2 7, | 1:0.5 2:0.5 1:2 r`,
    harmony: `I | IV | V | I
            | I | IV | V | I
            | IV | I | IV | V
            | I | IV/3 | V | I`,
  },
  B: {
    tune: `r 4:0.5 5:0.5 6 5 | 3:2 r:2 | r 4:0.5 5:0.5 6 1' | 7:0.5 6:0.5 5:1.5 r:1.5
         | r 6:0.5 5:0.5 4 5 | 3:2 r:2 | r 2:0.5 3:0.5 2 7, | 1:2 r:2`,
    harmony: `IV | I | IV | I
            | ii | I | V | I`,
  },
  C: {
    tune: `5,:2 6,:2 | 1:3 r | 2:2 7,:2 | 1:3 r
         | 1:2 6,:2 | 5,:3 r | 5, 6, 7,:2 | 1:3 r`,
    harmony: `I | IV/3 | V | I
            | IV/3 | I | V/3 V | I`,
  },
  breath: 'I | IV | V | I',
  breathing: { gainDb: 2, rank: 0 },
  forms: [
    'A:ring A:full B:drums B:ring A:full C:hum C:drums A:ring B:full A:all C:hum B:drums',
    'A:ring B:full A:full C:drums C:hum A:ring A:all B:drums B:full A:full C:hum',
    'A:full B:ring C:hum C:drums A:ring B:full A:all B:drums C:hum A:full A:ring C:drums',
  ],
  parts: {
    tune: { instrument: KALIMBA, gainDb: 0, pan: 0.15 },
    answer: { instrument: KALIMBA, gainDb: -2, pan: -0.35 },
    hum: { instrument: VOICES, gainDb: -11, pan: -0.05, swellBeats: [1.2, 1.8] },
    frame: { instrument: LOW_DRUM, gainDb: -13, pan: 0 },
    ring: { instrument: HAND_DRUMS, gainDb: -5, pan: -0.2 },
    seeds: { instrument: SHAKERS, gainDb: -11, pan: 0.4 },
  },
  reverbDb: -12,
  brightnessHz: [2600, 3600, 5000, 7200, 10500],
  voices: { low: -3, high: 5, count: 3 },
  bassFrom: -11,
  layers: {
    hum: { part: 'hum', held: [['bass', 0.38, 0], [0, 0.55, 0], [1, 0.55, 0], [2, 0.5, 0.3]] },
    softHum: { part: 'hum', held: [[0, 0.45, 0], [1, 0.45, 0]] },
    thumb: {
      part: 'answer',
      figures: [
        [[0, 'bass8', 1, 0.4, 0.06], [1.5, 0, 0.8, 0.32, 0.34], [2.5, 1, 0.8, 0.34, 0.18]],
        [[0, 'bass8', 1, 0.4, 0.06], [1, 0, 0.8, 0.32, 0.34], [2, 1, 0.8, 0.34, 0.18], [3.5, 0, 0.6, 0.28, 0.7]],
      ],
    },
    frame: {
      part: 'frame',
      bars: 4,
      strokes: [
        readStrokes(FRAME, { deep: '7....... | 7...5... | 7....... | 7.....4.' }),
        readStrokes(FRAME, { deep: '7...5... | 7....... | 7....4.. | 7.......' }),
      ],
      fill: readStrokes(FRAME, { deep: '7...6...' }),
    },
    ring: {
      part: 'ring',
      bars: 4,
      strokes: [
        readStrokes(RING, {
          low: '.....5.. | .5...... | ...5.... | .5...5..',
          open: '..5...5. | ..5...5. | ......5. | ..5...5.',
          small: '...4.... | ...4...4 | .4.....4 | .......4',
          muted: '.3...... | ....3... | ....3... | ........',
        }),
        readStrokes(RING, {
          low: '.5...5.. | ...5.... | .5...... | .....5..',
          open: '..5...5. | ......5. | ..5...5. | ..5.5.5.',
          small: '.......4 | .4.....4 | ...4.... | ...4....',
          muted: '....3... | ....3... | ........ | .3......',
        }),
        readStrokes(RING, {
          low: '...5.... | .....5.. | .5...5.. | .5......',
          open: '..5...5. | ..5..... | ..5...5. | ....5.5.',
          small: '.4.....4 | ......44 | ...4.... | .......4',
          muted: '........ | .3.3.... | ....3... | ..3.....',
        }),
      ],
      fill: readStrokes(RING, { low: '......5.......5.', open: '....5.....5.5...', small: '........4.....4.' }),
    },
    seeds: {
      part: 'seeds',
      bars: 4,
      strokes: [
        readStrokes(SEEDS, {
          bright: '..5...4. | ..5..... | ......5. | ..5.....',
          soft: '4...4... | 4.....3. | ..4...4. | 4..3....',
        }),
        readStrokes(SEEDS, {
          bright: '..5..... | ......5. | ..5...4. | ..4...5.',
          soft: '4..3.... | ..4...4. | 4...4... | ....4...',
        }),
      ],
      fill: readStrokes(SEEDS, { bright: '..5.4.5.', soft: '4.......' }),
    },
  },
  dresses: {
    hum: { layers: ['hum'], gainDb: -0.3 },
    drums: { layers: ['softHum', 'frame', 'ring'], gainDb: -0.2 },
    ring: { layers: ['hum', 'frame', 'thumb', 'seeds'], gainDb: 0 },
    full: { layers: ['hum', 'frame', 'ring', 'seeds'], gainDb: 0.2 },
    all: { layers: ['hum', 'frame', 'ring', 'seeds'], gainDb: 0.5, second: 'answer' },
  },
  tune: { velocity: 0.52, holds: 0.3 },
  ornaments: { passing: 0.25, turn: 0.25, echo: 0.45, echoPart: 'answer', echoOctaves: 0 },
  loose: { beats: 0.015, velocity: 0.16 },
}); // prettier-ignore
