import { BASS, HAND_DRUMS, MARIMBA, SHAKERS, UKULELE } from '../instruments/index.ts';
import { pick } from '../random.ts';
import { chordSteps, ninth, pitchOf, rootFrom, seventh, suspended, triad } from './harmony.ts';
import { another, scoreOf, type Bar } from './piece.ts';
import type { Optional } from './score.ts';

/** Places of the marimba's figure over two bars: `[beat, rank]`. The third beat of the second bar stays free. */
const FIGURES: readonly (readonly (readonly [beat: number, rank: number])[])[] = [
  [[0, 0.05], [0.75, 0.5], [1.5, 0.12], [2.5, 0.22], [3, 0.6], [4, 0.08], [4.75, 0.7], [5.5, 0.3], [7, 0.42]],
  [[0, 0.05], [1, 0.25], [1.5, 0.12], [2.25, 0.68], [3, 0.35], [4.5, 0.1], [5, 0.55], [5.5, 0.2], [7.5, 0.5]],
  [[0.5, 0.1], [1.5, 0.05], [2, 0.45], [3.5, 0.15], [4, 0.3], [4.5, 0.62], [5.5, 0.12], [7, 0.38], [7.75, 0.75]],
]; // prettier-ignore

/** `[beat, stroke, velocity, rank]` of a bar: 64 low, 63 open, 62 muted. */
const GROOVE = [
  [0, 64, 0.5, 0.3],
  [1, 62, 0.4, 0.48],
  [1.5, 63, 0.5, 0.66],
  [2, 62, 0.35, 0.8],
  [2.5, 64, 0.45, 0.4],
  [3.5, 63, 0.45, 0.56],
] as const;

/** A marimba's dancing figure with a small guitar off the beat, shaker and conga; mixolydian, about A. */
export const MORNING_MARKET = scoreOf({
  id: 'morning-market',
  family: 'activating',
  beatsPerBar: 4,
  bars: 4,
  phrasesARound: 2,
  parts: {
    marimba: { instrument: MARIMBA, gainDb: -1, pan: 0.15 },
    uke: { instrument: UKULELE, gainDb: -7, pan: -0.3 },
    bass: { instrument: BASS, gainDb: -9, pan: 0 },
    drum: { instrument: HAND_DRUMS, gainDb: -10, pan: -0.1 },
    shaker: { instrument: SHAKERS, gainDb: -11, pan: 0.35 },
  },
  reverbDb: -15,
  brightnessHz: [2800, 3800, 5200, 7400, 10500],
  harmony: {
    from: [4, 4, 0],
    moves: { 0: [4, 3, 1], 1: [4, 3], 3: [4, 0, 1], 4: [3, 0, 0, 1, 5], 5: [3, 1] },
    close: [3, 1],
    colours: { 0: [triad, ninth], 1: [seventh], 3: [ninth], 4: [triad, suspended], 5: [seventh] },
  },
  voices: { low: -1, high: 9 },
  loose: { beats: 0.012, velocity: 0.14 },

  play({ bars, index, invention, walk }) {
    const figures = [pick(invention, FIGURES), pick(invention, FIGURES)];
    const turns = figures[0]!.map(() => Math.floor(invention() * 4));
    const dance = (bar: Bar, half: number): Optional[] => {
      const ladder = chordSteps(bar.chord, { low: 2, high: 12 });
      let last: number | undefined;
      return figures[index % 2]!.map(([beat, rank], i) => ({ beat: beat - 4 * half, rank, turn: turns[i]! }))
        .filter(({ beat }) => beat >= 0 && beat < 4)
        .map(({ beat, rank, turn }) => {
          last =
            walk() < 0.25
              ? another(walk, ladder.slice(0, 5), last)
              : ladder[Math.min(turn + half, ladder.length - 1)]!;
          return {
            part: 'marimba',
            beat: bar.at + beat,
            beats: 0.7,
            midi: pitchOf(last),
            velocity: 0.5,
            rank,
          };
        });
    };
    return bars.flatMap((bar, i) => [...dance(bar, i % 2), ...strum(bar), ...beat(bar)]);
  },
});

const strum = ({ at, voices }: Bar): Optional[] =>
  [0.5, 1.5, 2.5, 3.5].flatMap((beat, i) =>
    voices.slice(-3).map((step, v) => ({
      part: 'uke',
      beat: at + beat + 0.02 * v,
      beats: 0.4,
      midi: pitchOf(step),
      velocity: 0.36,
      rank: [0.18, 0.04, 0.52, 0.3][i]!,
    })),
  );

function beat({ at, chord }: Bar): Optional[] {
  const root = pitchOf(rootFrom(chord, -16));
  return [
    { part: 'bass', beat: at, beats: 1.2, midi: root, velocity: 0.6, rank: 0 },
    {
      part: 'bass',
      beat: at + 1.5,
      beats: 1,
      midi: root + 7 > 58 ? root : root + 7,
      velocity: 0.45,
      rank: 0.36,
    },
    { part: 'bass', beat: at + 3, beats: 0.9, midi: root, velocity: 0.48, rank: 0.16 },
    ...GROOVE.map(([place, midi, velocity, rank]) => ({
      part: 'drum',
      beat: at + place,
      beats: 0.5,
      midi,
      velocity,
      rank,
    })),
    ...[0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5].map((place) => ({
      part: 'shaker',
      beat: at + place,
      beats: 0.2,
      midi: Number.isInteger(place) ? 69 : 82,
      velocity: Number.isInteger(place) ? 0.4 : 0.6,
      rank: Number.isInteger(place) ? 0.38 : 0.12,
    })),
  ];
}
