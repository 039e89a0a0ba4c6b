import { BASS, LOW_DRUM, HAND_DRUMS, PIANO, SHAKERS } from '../instruments/index.ts';
import { composed } from './composed.ts';
import { readStrokes } from './percussion.ts';

const DRUM = { low: [64, 0.9, 0.28], open: [63, 0.9, 0.15], muted: [62, 0.5, 0.72] } as const;
const SHAKER = { bright: [82, 0.2, 0.35], soft: [69, 0.2, 0.7] } as const;
const FRAME = { deep: [48, 1, 0] } as const;

/** A walking song over a walking bass: it sets out on the spot, climbs, looks about and comes home. D major. */
export const OPEN_ROAD = composed({
  id: 'open-road',
  family: 'activating',
  beatsPerBar: 4,
  bars: 4,
  home: 7,
  A: {
    tune: `1 2 3:1.5 2:0.5 | 1 2:0.5 1:0.5 6,:2 | 5, 6, 1:1.5 1:0.5 | 2:3 r
         | 1 2 3:1.5 2:0.5 | 1 2:0.5 1:0.5 6,:2 | 5, 6, 7,:1.5 7,:0.5 | 1:3 r
         | 4 4 5:1.5 4:0.5 | 3 2:0.5 3:0.5 5:2 | 6 1':1.5 7:0.5 6 | 5:3 r
         | 6:1.5 6:0.5 5 4 | 5:1.5 4:0.5 3:2 | 4 3:0.5 2:0.5 7, 2 | 1:3 r`,
    harmony: `I | IV | I/3 | V
            | I | IV | V/3 V | I
            | IV | I | IV | I/3
            | ii7 | I/3 | V | I`,
  },
  B: {
    tune: `r:0.5 1:0.5 1:0.5 2:0.5 1 6, | 5,:2 r:2 | r:0.5 1:0.5 1:0.5 2:0.5 3 4 | 5:2 r:2
         | r:0.5 6:0.5 6:0.5 5:0.5 6 5 | 4:2 r:2 | r:0.5 4:0.5 4:0.5 3:0.5 2 7, | 1:3 r`,
    harmony: `IV | I/3 | IV | V
            | vi | IV | V7 | I`,
  },
  C: {
    tune: `3:2 2 1 | 6,:3 r | 5, 6, 7,:2 | 1:3 r
         | 4:2 3 2 | 3 2 1:2 | 7, 1 2:2 | 1:3 r`,
    harmony: `I | IV | V/3 V | I
            | IV | I | V43 | I`,
  },
  breath: 'I | IV | V | I',
  breathing: { gainDb: 2.5, rank: 0 },
  forms: [
    'A:walk A:full B:bare B:walk A:band C:solo C:bare A:walk B:full C:walk A:full C:solo B:walk',
    'A:walk B:full A:full C:solo C:walk A:walk B:bare B:full A:band C:bare A:full B:walk',
    'A:full C:bare C:walk A:walk B:full A:band C:solo B:bare A:full A:walk B:full C:solo',
  ],
  parts: {
    bass: { instrument: BASS, gainDb: -11, pan: 0, register: 'bass' },
    chord: { instrument: PIANO, gainDb: -2.5, pan: -0.3 },
    tune: { instrument: PIANO, gainDb: -1, pan: 0.15 },
    drum: { instrument: HAND_DRUMS, gainDb: -6, pan: -0.15 },
    frame: { instrument: LOW_DRUM, gainDb: -20, pan: 0.05 },
    shaker: { instrument: SHAKERS, gainDb: -13, pan: 0.4 },
  },
  reverbDb: -14,
  brightnessHz: [2400, 3400, 4800, 6800, 10000],
  voices: { low: -4, high: 4, count: 3 },
  bassFrom: -16,
  layers: {
    walking: {
      part: 'bass',
      figures: [
        [[0, 'bass', 0.95, 0.65, 0], [1, 'bass3', 0.95, 0.48, 0.4], [2, 'bass5', 0.95, 0.5, 0.1],
         [3, 'lead', 0.95, 0.5, 0.3]],
        [[0, 'bass', 0.95, 0.65, 0], [1.5, 'bass3', 0.45, 0.46, 0.4], [2, 'bass5', 0.95, 0.5, 0.1],
         [3, 'lead', 0.95, 0.5, 0.3]],
      ],
    },
    strolling: {
      part: 'bass',
      figures: [
        [[0, 'bass', 2.8, 0.58, 0], [3, 'bass5', 0.9, 0.44, 0.4]],
        [[0, 'bass', 1.9, 0.58, 0], [2, 'bass5', 1.9, 0.46, 0.24]],
      ],
    },
    offBeats: {
      part: 'chord',
      figures: [
        [[1, 1, 0.6, 0.34, 0.12], [1.015, 2, 0.6, 0.36, 0.12], [3, 1, 0.6, 0.34, 0.72], [3.015, 2, 0.6, 0.36, 0.24]],
        [[1.5, 1, 0.7, 0.34, 0.12], [1.515, 2, 0.7, 0.36, 0.12], [3, 1, 0.6, 0.34, 0.72],
         [3.015, 2, 0.6, 0.36, 0.24]],
        [[1, 1, 0.6, 0.34, 0.12], [1.015, 2, 0.6, 0.36, 0.12], [2.5, 1, 0.6, 0.34, 0.72], [2.515, 2, 0.6, 0.36, 0.24],
         [3.5, 2, 0.4, 0.3, 0.8]],
      ],
    },
    spread: {
      part: 'chord',
      figures: [
        [[0, 0, 3.5, 0.36, 0], [1, 1, 2.5, 0.32, 0.3], [2, 2, 2, 0.34, 0.22]],
        [[0, 0, 3.5, 0.36, 0], [0.5, 1, 3, 0.3, 0.3], [1, 2, 3, 0.34, 0.22], [3, 1, 1, 0.28, 0.5]],
      ],
    },
    frame: {
      part: 'frame',
      bars: 4,
      strokes: [
        readStrokes(FRAME, { deep: '7....... | 7....4.. | 7....... | 7...4...' }),
        readStrokes(FRAME, { deep: '7....4.. | 7....... | 7.....4. | 7.......' }),
      ],
      fill: readStrokes(FRAME, { deep: '7...5...' }),
    },
    drum: {
      part: 'drum',
      bars: 4,
      strokes: [
        readStrokes(DRUM, {
          low: '6...5... | 6...5... | 6..4.... | 6......4',
          open: '...4..6. | ......6. | ....5.6. | ...5..5.',
          muted: '.3...... | ...3...3 | .......3 | ..3.....',
        }),
        readStrokes(DRUM, {
          low: '6....... | 6...5... | 6...5... | 6..4....',
          open: '...4..6. | ..4...6. | ......6. | ....5.6.',
          muted: '.....3.. | .....3.. | ..3..... | .......3',
        }),
        readStrokes(DRUM, {
          low: '6...5... | 6......4 | 6...5... | 6...4...',
          open: '......6. | ...4..6. | ...5.... | ..4...6.',
          muted: '..3..... | .3...... | ......3. | .......3',
        }),
      ],
      fill: readStrokes(DRUM, { low: '6.......5.....6.', open: '......4...5.5...', muted: '............4...' }),
    },
    shaker: {
      part: 'shaker',
      bars: 4,
      strokes: [
        readStrokes(SHAKER, {
          bright: '..6...6. | ..6..... | ..5...6. | ..6....5',
          soft: '.....3.. | ....3.3. | .3...... | .....3..',
        }),
        readStrokes(SHAKER, {
          bright: '..6..... | ..5...6. | ..6....5 | ..6...6.',
          soft: '....3.3. | .3...... | .....3.. | ...3....',
        }),
      ],
      fill: readStrokes(SHAKER, { bright: '..6.5.6.' }),
    },
  },
  dresses: {
    solo: { layers: ['spread'], gainDb: -1.2 },
    bare: { layers: ['strolling', 'frame', 'drum'], gainDb: -0.2 },
    walk: { layers: ['walking', 'offBeats', 'frame'], gainDb: 0 },
    full: { layers: ['walking', 'offBeats', 'frame', 'drum', 'shaker'], gainDb: 0.4, busier: 0.08 },
    band: { layers: ['walking', 'offBeats', 'drum', 'shaker'], gainDb: 0.4, busier: 0.1, second: 'chord' },
  },
  tune: { velocity: 0.5, holds: 0.1 },
  ornaments: { passing: 0.3, turn: 0.2, echo: 0.3, echoPart: 'chord', echoOctaves: 0 },
  loose: { beats: 0.01, velocity: 0.1 },
}); // prettier-ignore
