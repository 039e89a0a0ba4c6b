import { CELLO, STRINGS, VOICES } from '../instruments/index.ts';
import { degreeOf, pitchOf, rootFrom, seventh, suspended, triad, upper, type Step } from './harmony.ts';
import { scoreOf, type Bar } from './piece.ts';
import type { Optional } from './score.ts';

const BAR = 5;
/** When each voice of a chord comes in, the middle ones later on livelier levels: `[beat, rank]` of passing tones. */
const PASSING = [[2.5, 0.45], [3.5, 0.25], [4.5, 0.65], [1.5, 0.85]] as const; // prettier-ignore

/** A small string choir in slow suspensions, a cello below it and voices far back; dorian, about E. */
export const QUIET_HALL = scoreOf({
  id: 'quiet-hall',
  family: 'calming',
  beatsPerBar: BAR,
  bars: 2,
  phrasesARound: 4,
  parts: {
    choir: { instrument: STRINGS, gainDb: -9, pan: 0.1, swellBeats: [1.8, 3] },
    passing: { instrument: STRINGS, gainDb: -10, pan: -0.2, swellBeats: [0.5, 1.6] },
    cello: { instrument: CELLO, gainDb: -8, pan: -0.1, swellBeats: [0.35, 1.5] },
    far: { instrument: VOICES, gainDb: -20, pan: 0.3, swellBeats: [2.5, 3] },
  },
  reverbDb: -7,
  brightnessHz: [800, 1100, 1450, 2000, 2800],
  harmony: {
    from: [1, 1, 5],
    moves: { 0: [1, 3, 5], 1: [3, 4, 0, 5], 3: [1, 0, 4], 4: [1, 5, 3], 5: [1, 3, 4] },
    close: [4, 3],
    colours: {
      0: [triad],
      1: [seventh, suspended],
      3: [upper, triad],
      4: [triad, suspended],
      5: [seventh, suspended],
    },
  },
  voices: { low: -5, high: 6 },
  loose: { beats: 0.04, velocity: 0.08 },

  play: ({ bars, walk }) =>
    bars.flatMap((bar) => [
      ...chorale(bar),
      ...PASSING.map(([beat, rank]): Optional => ({
        part: 'passing',
        beat: bar.at + beat,
        beats: 1.2,
        midi: pitchOf(between(bar, walk())),
        velocity: 0.42,
        rank,
      })),
    ]),
});

function chorale({ at, chord, voices }: Bar): Optional[] {
  return [
    ...voices.map((step, i) => ({
      part: 'choir',
      beat: at + 0.12 * i,
      beats: BAR - 0.6,
      midi: pitchOf(step),
      velocity: step === voices.at(-1) ? 0.55 : 0.42,
      rank: 0,
    })),
    { part: 'cello', beat: at, beats: 3.5, midi: pitchOf(rootFrom(chord, -13)), velocity: 0.55, rank: 0 },
    { part: 'far', beat: at, beats: 3, midi: pitchOf(voices[1]! + 7), velocity: 0.6, rank: 0 },
  ];
}

/** A tone on the way from the upper voice towards where it goes: a neighbour that is sweet against any chord. */
function between({ voices, next }: Bar, chance: number): Step {
  const top = voices[voices.length - 1 - Math.floor(2 * chance)]!;
  const up = degreeOf(next.root - top) < 4;
  const step = top + (up ? 1 : -1);
  return degreeOf(step) === 6 || degreeOf(step) === 3 ? top + (up ? 2 : -2) : step;
}
