import { HARP, WARM_PAD } from '../instruments/index.ts';
import { pick, seeded, seedOf } from '../random.ts';
import {
  chordSteps,
  ninth,
  pitchOf,
  rootFrom,
  seventh,
  suspended,
  upper,
  type Chord,
  type Step,
} from './harmony.ts';
import { humanise } from './humanise.ts';
import { thin, type Optional, type Place, type Score } from './score.ts';
import { TRIMS_DB } from './trims.ts';

const PHRASES_A_ROUND = 4;

/** A chord a phrase, about B minor. */
const ROUNDS: readonly (readonly Chord[])[] = [
  [ninth(5), upper(3), ninth(0), suspended(4)],
  [ninth(5), seventh(1), upper(3), seventh(5)],
  [seventh(5), seventh(2), upper(3), ninth(0)],
];

/** `[beat, rank]`: which places of the phrase are taken first. Never a steady stream. */
const FIGURES: readonly (readonly (readonly [beat: number, rank: number])[])[] = [
  [[0, 0], [1, 0.3], [1.5, 0.55], [2, 0.15], [3, 0.45], [3.5, 0.8], [4, 0.1], [5, 0.5], [5.5, 0.7], [6, 0.35], [6.5, 0.9]],
  [[0, 0], [0.5, 0.65], [1, 0.4], [2, 0.2], [2.5, 0.75], [3, 0.1], [4.5, 0.3], [5, 0.6], [6, 0.15], [6.5, 0.85], [7, 0.5]],
  [[0.5, 0], [1, 0.25], [2, 0.1], [2.5, 0.5], [3, 0.7], [4, 0.18], [4.5, 0.85], [5, 0.38], [6, 0.6], [7, 0.45], [7.5, 0.92]],
]; // prettier-ignore

/** A harp that wanders through one chord a phrase, over a low pad. */
export const NIGHT_HARP: Score = {
  id: 'night-harp',
  family: 'calming',
  beatsPerPhrase: 8,
  parts: {
    harp: { instrument: HARP, gainDb: -1, pan: 0.12 },
    deep: { instrument: HARP, gainDb: -3, pan: -0.15 },
    pad: { instrument: WARM_PAD, gainDb: -14, pan: 0, swellBeats: [2.5, 3] },
  },
  reverbDb: -8,
  trimsDb: TRIMS_DB['night-harp'],
  brightnessHz: [1100, 1500, 2100, 2900, 3900],

  phrase({ index, level, seed }: Place) {
    const round = Math.floor(index / PHRASES_A_ROUND);
    const invention = seeded(seed, seedOf('night-harp'), round);
    const chord = pick(invention, ROUNDS)[index % PHRASES_A_ROUND]!;
    const figures = [pick(invention, FIGURES), pick(invention, FIGURES)];
    const walk = seeded(seed, 2, index);
    const root = rootFrom(chord, -13);

    let at = 4 + Math.floor(walk() * 3);
    const ladder = chordSteps(chord, { low: -5, high: 12 });
    const harp = figures[index % 2]!.map(([beat, rank]): Optional => {
      at = wander(at, walk(), ladder.length);
      return {
        part: 'harp',
        beat,
        beats: 5,
        midi: pitchOf(ladder[at]!),
        velocity: 0.38 + 0.14 * walk(),
        rank,
      };
    });
    const notes: Optional[] = [
      { part: 'deep', beat: 0, beats: 8, midi: pitchOf(root), velocity: 0.5, rank: 0 },
      ...[root, root + 4, root + 9].map((step: Step) => pad(step)),
      ...harp,
    ];
    return humanise(thin(notes, level), seeded(seed, 1, index), { beats: 0.025, velocity: 0.12, over: 8 });
  },
};

const pad = (step: Step): Optional => ({
  part: 'pad',
  beat: 0,
  beats: 7,
  midi: pitchOf(step),
  velocity: 0.6,
  rank: 0,
});

/** One or two rungs up or down, turning back at the ends. */
function wander(at: number, chance: number, rungs: number): number {
  const move = [-2, -1, -1, 1, 1, 2][Math.floor(chance * 6)]!;
  const next = at + move;
  return next < 0 || next >= rungs ? at - move : next;
}
