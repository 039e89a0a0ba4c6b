import { BASS, HAND_DRUMS, MARIMBA, SHAKERS, SMALL_GUITAR } from '../instruments/index.ts';
import { composed } from './composed.ts';
import { readStrokes } from './percussion.ts';

const DRUM = {
  low: [64, 0.5, 0.28],
  open: [63, 0.5, 0.16],
  muted: [62, 0.4, 0.72],
  small: [61, 0.4, 0.75],
} as const;
const SHAKER = { bright: [82, 0.2, 0.32], soft: [69, 0.2, 0.72] } as const;

/** A calypso for marimba, three and three and two, with strummed chords off the beat. D major. */
export const MORNING_MARKET = composed({
  id: 'morning-market',
  family: 'activating',
  beatsPerBar: 4,
  bars: 4,
  home: 7,
  A: {
    tune: `3:1.5 4:1.5 5 | 6:0.5 6:0.5 5:0.5 4:1.5 r | 4:1.5 3:1.5 2 | 3:0.5 3:0.5 2:0.5 1:1.5 r
         | 3:1.5 4:1.5 5 | 6:0.5 6:0.5 5:0.5 6:1.5 r | 5:1.5 4:1.5 2 | 3:0.5 3:0.5 2:0.5 1:1.5 r
         | 6:1.5 7:1.5 1' | 1':0.5 7:0.5 6:0.5 5:1.5 r | 6:1.5 5:1.5 4 | 5:0.5 5:0.5 4:0.5 2:1.5 r
         | 3:1.5 4:1.5 5 | 6:0.5 6:0.5 5:0.5 4:1.5 r | 4:0.5 4:0.5 3:0.5 2:1.5 7, | 1:1.5 2:0.5 1 r`,
    harmony: `I | IV | V7 | I
            | I | IV | V | I
            | IV | I | IV | V
            | I | IV | V7 | I`,
  },
  B: {
    tune: `r:0.5 6:0.5 6:0.5 6:0.5 5 4 | r:0.5 5:0.5 5:0.5 5:0.5 4 3 | r:0.5 4:0.5 4:0.5 4:0.5 3 2 | 3 2 1 r
         | r:0.5 6:0.5 6:0.5 6:0.5 5 4 | r:0.5 5:0.5 5:0.5 5:0.5 4 3 | r:0.5 4:0.5 4:0.5 3:0.5 2 7, | 1:2 r:2`,
    harmony: `ii7 | I | V7 | I
            | IV | I/3 | V | I`,
  },
  C: {
    tune: `1:0.5 2:0.5 3 r:2 | 3:0.5 2:0.5 1 r:2 | 6,:0.5 7,:0.5 1 r:2 | 2:0.5 1:0.5 7, r:2
         | 1:0.5 2:0.5 3 r:2 | 4:0.5 5:0.5 6 r:2 | 5:0.5 4:0.5 2 r:2 | 1:0.5 7,:0.5 1 r:2`,
    harmony: `I | I | IV | V
            | I | IV | V7/3 | I`,
  },
  breath: 'I | IV | V | I',
  breathing: { gainDb: 3, rank: 0 },
  forms: [
    'A:stall A:full B:bare C:bare A:full B:stall B:crowd A:crowd C:solo C:bare A:stall B:full',
    'A:stall B:full A:crowd C:bare C:solo A:stall A:full B:bare B:crowd A:full C:solo B:stall',
    'A:full B:stall C:solo C:bare A:stall B:crowd A:crowd B:bare A:full C:bare A:stall B:full',
  ],
  parts: {
    tune: { instrument: MARIMBA, gainDb: 0, pan: 0.12, width: 0.75 },
    strum: { instrument: SMALL_GUITAR, gainDb: -4, pan: -0.2, width: 0.75 },
    bass: { instrument: BASS, gainDb: -10, pan: 0, register: 'bass' },
    drum: { instrument: HAND_DRUMS, gainDb: -8, pan: -0.15 },
    shaker: { instrument: SHAKERS, gainDb: -11, pan: 0.3 },
  },
  reverbDb: -15,
  brightnessHz: [2800, 3800, 5200, 7400, 10500],
  voices: { low: -1, high: 7, count: 3 },
  bassFrom: -16,
  layers: {
    bass: {
      part: 'bass',
      figures: [
        [[0, 'bass', 1.3, 0.6, 0], [1.5, 'bass5', 1.3, 0.45, 0.24], [3, 'bass', 0.9, 0.5, 0.12]],
        [[0, 'bass', 1.3, 0.6, 0], [1.5, 'bass5', 1.3, 0.45, 0.24], [3, 'bass8', 0.9, 0.44, 0.12]],
      ],
      fill: [[0, 'bass', 0.9, 0.6, 0], [1.5, 'bass3', 0.5, 0.46, 0.24], [2, 'bass5', 0.9, 0.48, 0.3],
             [3, 'lead', 0.9, 0.52, 0.12]],
    },
    root: {
      part: 'bass',
      figures: [[[0, 'bass', 1.6, 0.55, 0]], [[0, 'bass', 1.3, 0.55, 0], [3, 'bass5', 0.9, 0.42, 0.3]]],
    },
    strum: {
      part: 'strum',
      figures: [
        [[1, 1, 0.4, 0.34, 0.1], [1.02, 2, 0.4, 0.36, 0.1], [2.5, 1, 0.4, 0.34, 0.72], [2.52, 2, 0.4, 0.36, 0.26],
         [3.5, 2, 0.3, 0.3, 0.72]],
        [[0.5, 1, 0.4, 0.34, 0.1], [0.52, 2, 0.4, 0.36, 0.1], [2.5, 1, 0.4, 0.34, 0.72], [2.52, 2, 0.4, 0.36, 0.26],
         [1.5, 0, 0.3, 0.3, 0.72]],
        [[1, 1, 0.4, 0.34, 0.1], [1.02, 2, 0.4, 0.36, 0.1], [2, 1, 0.4, 0.34, 0.72], [2.02, 2, 0.4, 0.36, 0.26],
         [3.5, 1, 0.3, 0.3, 0.72]],
      ],
    },
    rolled: {
      part: 'strum',
      figures: [
        [[0, 0, 2, 0.4, 0], [0.06, 1, 2, 0.38, 0], [0.12, 2, 2, 0.42, 0]],
        [[0, 0, 2, 0.4, 0], [0.06, 1, 2, 0.38, 0], [2.5, 2, 1, 0.36, 0.25]],
      ],
    },
    drum: {
      part: 'drum',
      bars: 4,
      strokes: [
        readStrokes(DRUM, {
          low: '5..5.... | 5..5..5. | 5...5... | 5..5....',
          open: '......55 | .......5 | ...5..5. | ......5.',
          muted: '..4.4... | ..4..... | .4...... | ..4..4..',
          small: '........ | .....4.. | ........ | .......4',
        }),
        readStrokes(DRUM, {
          low: '5..5..5. | 5..5.... | 5..5.... | 5...5...',
          open: '.......5 | ......5. | ....5.5. | ...5..5.',
          muted: '.4...... | ..4..... | ..4..... | ......4.',
          small: '....4... | .......4 | ........ | .4......',
        }),
        readStrokes(DRUM, {
          low: '5...5... | 5..5.... | 5..5..5. | 5..5....',
          open: '...5..5. | ......55 | .......5 | ....5.5.',
          muted: '.......3 | ..4..... | ..4.4... | .4......',
        }),
      ],
      fill: readStrokes(DRUM, { low: '5.....5.........', open: '........5...5.5.', small: '..........4.....' }),
    },
    shaker: {
      part: 'shaker',
      bars: 4,
      strokes: [
        readStrokes(SHAKER, {
          bright: '.5...5.. | .5...5.5 | .5.5...5 | .5...5..',
          soft: '4...4... | ..3..... | ....4... | 4.....3.',
        }),
        readStrokes(SHAKER, {
          bright: '.5.5...5 | .5...5.. | .4...5.5 | .5.5.5..',
          soft: '....4... | 4....... | ..3..... | ......3.',
        }),
        readStrokes(SHAKER, {
          bright: '.5...5.5 | .5.5...5 | .5...5.. | .4...5.5',
          soft: '..3..... | ....4... | 4...4... | ..3.....',
        }),
      ],
      fill: readStrokes(SHAKER, { bright: '..5.......5.4.5.' }),
    },
  },
  dresses: {
    solo: { layers: ['rolled'], gainDb: -1 },
    bare: { layers: ['root', 'drum'], gainDb: -0.4 },
    stall: { layers: ['bass', 'strum', 'shaker'], gainDb: 0 },
    full: { layers: ['bass', 'strum', 'drum', 'shaker'], gainDb: 0.2, busier: 0.07 },
    crowd: { layers: ['bass', 'strum', 'drum', 'shaker'], gainDb: 0.5, busier: 0.07, second: 'strum' },
  },
  tune: { velocity: 0.52, holds: 0.1 },
  ornaments: { passing: 0.25, turn: 0.2, echo: 0.35, echoPart: 'strum', echoOctaves: 0 },
  loose: { beats: 0.012, velocity: 0.14 },
}); // prettier-ignore
