import { HARP, WARM_PAD } from '../instruments/index.ts';
import { pick } from '../random.ts';
import { chordSteps, ninth, pitchOf, PLAIN_MOVES, rootFrom, seventh, suspended, upper } from './harmony.ts';
import { scoreOf } from './piece.ts';

/** `[beat, rank]`: which places of the phrase are taken first. Never a steady stream. */
const FIGURES: readonly (readonly (readonly [beat: number, rank: number])[])[] = [
  [[0, 0], [1, 0.3], [1.5, 0.55], [2, 0.15], [3, 0.45], [3.5, 0.8], [4, 0.1], [5, 0.5], [5.5, 0.7], [6, 0.35],
   [6.5, 0.9]],
  [[0, 0], [0.5, 0.65], [1, 0.4], [2, 0.2], [2.5, 0.75], [3, 0.1], [4.5, 0.3], [5, 0.6], [6, 0.15], [6.5, 0.85],
   [7, 0.5]],
  [[0.5, 0], [1, 0.25], [2, 0.1], [2.5, 0.5], [3, 0.7], [4, 0.18], [4.5, 0.85], [5, 0.38], [6, 0.6], [7, 0.45],
   [7.5, 0.92]],
]; // prettier-ignore

/** A harp that wanders through one chord a phrase, about B minor, over a low pad. */
export const NIGHT_HARP = scoreOf({
  id: 'night-harp',
  family: 'calming',
  beatsPerBar: 8,
  bars: 1,
  phrasesARound: 4,
  parts: {
    harp: { instrument: HARP, gainDb: -2, pan: 0.12 },
    deep: { instrument: HARP, gainDb: -3, pan: -0.15 },
    pad: { instrument: WARM_PAD, gainDb: -13, pan: 0, swellBeats: [2.5, 3] },
  },
  reverbDb: -8,
  brightnessHz: [1000, 1300, 1700, 2400, 3400],
  harmony: {
    from: [5, 5, 1],
    moves: { ...PLAIN_MOVES, 5: [3, 3, 1, 2], 3: [0, 1, 4] },
    close: [5, 4],
    colours: { 0: [ninth], 3: [upper], 4: [suspended], 5: [ninth, seventh] },
  },
  voices: { low: -6, high: 5 },
  loose: { beats: 0.025, velocity: 0.12 },

  play({ bars, index, invention, walk }) {
    const figures = [pick(invention, FIGURES), pick(invention, FIGURES)];
    const { chord } = bars[0]!;
    const root = rootFrom(chord, -13);
    const ladder = chordSteps(chord, { low: -5, high: 12 });
    let at = 4 + Math.floor(walk() * 3);
    return [
      { part: 'deep', beat: 0, beats: 8, midi: pitchOf(root), velocity: 0.5, rank: 0 },
      ...[root, root + 4, root + 9].map((step) => ({
        part: 'pad',
        beat: 0,
        beats: 7,
        midi: pitchOf(step),
        velocity: 0.6,
        rank: 0,
      })),
      ...figures[index % 2]!.map(([beat, rank]) => {
        at = wander(at, walk(), ladder.length);
        return {
          part: 'harp',
          beat,
          beats: 5,
          midi: pitchOf(ladder[at]!),
          velocity: 0.38 + 0.14 * walk(),
          rank,
        };
      }),
    ];
  },
});

/** One or two rungs up or down, turning back at the ends. */
function wander(at: number, chance: number, rungs: number): number {
  const move = [-2, -1, -1, 1, 1, 2][Math.floor(chance * 6)]!;
  const next = at + move;
  return next < 0 || next >= rungs ? at - move : next;
}
