import { FELT_PIANO, HOLLOW_PAD, SURF, WARM_PAD } from '../instruments/index.ts';
import { pick, seeded, seedOf } from '../random.ts';
import { leadVoices, ninth, pitchOf, rootFrom, seventh, suspended, upper, type Chord } from './harmony.ts';
import { humanise } from './humanise.ts';
import { thin, type Optional, type Place, type Score } from './score.ts';
import { TRIMS_DB } from './trims.ts';

/** A breath: four beats in, six out. At 60 beats a minute that is six breaths a minute. */
const IN = 4;
const OUT = 6;
const PHRASES_A_ROUND = 4;

/** A chord a breath, about G lydian. */
const ROUNDS: readonly (readonly Chord[])[] = [
  [upper(3), ninth(0), seventh(5), suspended(4)],
  [upper(3), seventh(1), ninth(0), seventh(2)],
  [seventh(5), upper(3), ninth(1), ninth(0)],
];

/** Drops of sound at and after the top of the breath: `[beat, rank]`. */
const DROPS = [[4, 0.35], [5, 0.55], [5.5, 0.75], [3, 0.7], [6.5, 0.65], [7, 0.85], [2, 0.9], [8, 0.5]] as const; // prettier-ignore

/** Pads that rise for four beats and leave for six, with water far off. */
export const EVENING_TIDE: Score = {
  id: 'evening-tide',
  family: 'calming',
  beatsPerPhrase: IN + OUT,
  parts: {
    swell: { instrument: WARM_PAD, gainDb: -6, pan: -0.1, swellBeats: [IN, 1.6 * OUT] },
    air: { instrument: HOLLOW_PAD, gainDb: -12, pan: 0.25, swellBeats: [IN, 1.4 * OUT] },
    ground: { instrument: WARM_PAD, gainDb: -9, pan: 0, swellBeats: [3, 4] },
    water: { instrument: SURF, gainDb: -5, pan: 0.1, swellBeats: [IN, OUT] },
    drop: { instrument: FELT_PIANO, gainDb: -7, pan: 0.3 },
  },
  reverbDb: -9,
  trimsDb: TRIMS_DB['evening-tide'],
  brightnessHz: [800, 1150, 1600, 2200, 3000],

  phrase({ index, level, seed }: Place) {
    const invention = seeded(seed, seedOf('evening-tide'), Math.floor(index / PHRASES_A_ROUND));
    const chords = pick(invention, ROUNDS);
    const here = index % PHRASES_A_ROUND;
    const voices = leadVoices(chords, { low: -7, high: 4 })[here]!;
    const root = rootFrom(chords[here]!, -14);
    const walk = seeded(seed, 3, index);
    const long = (part: string, step: number, rank: number): Optional => ({
      part,
      beat: 0,
      beats: IN + 0.5,
      midi: pitchOf(step),
      velocity: 0.6,
      rank,
    });

    const notes: Optional[] = [
      ...voices.map((step) => long('swell', step, 0)),
      ...voices.slice(2).map((step) => long('air', step + 7, 0.25)),
      { ...long('ground', root, 0), beats: IN + OUT - 1 },
      { ...long('water', 0, 0), midi: 60, velocity: 0.5 + 0.3 * walk() },
      ...DROPS.map(([beat, rank]): Optional => ({
        part: 'drop',
        beat,
        beats: 4,
        midi: pitchOf(pick(walk, voices) + 7),
        velocity: 0.34 + 0.12 * walk(),
        rank,
      })),
    ];
    return humanise(thin(notes, level), seeded(seed, 1, index), {
      beats: 0.03,
      velocity: 0.08,
      over: IN + OUT,
    });
  },
};
