import { FELT_PIANO, WARM_PAD } from '../instruments/index.ts';
import { pick, seeded, seedOf } from '../random.ts';
import { leadVoices, ninth, pitchOf, rootFrom, seventh, suspended, upper, type Chord } from './harmony.ts';
import { humanise } from './humanise.ts';
import { ARCH, FALL, inventTune, sing, WAVE, type Rhythm } from './melody.ts';
import { thin, type Optional, type Place, type Score } from './score.ts';
import { TRIMS_DB } from './trims.ts';

const BAR = 4;
const PHRASES_A_ROUND = 4;

/** Eight bars each. */
const ROUNDS: readonly (readonly Chord[])[] = [
  [ninth(0), seventh(5), upper(3), ninth(0), seventh(1), seventh(5), upper(3), suspended(4)],
  [upper(3), ninth(0), seventh(2), seventh(5), upper(3), seventh(1), suspended(4), ninth(0)],
  [seventh(5), upper(3), ninth(0), suspended(4), seventh(5), seventh(2), upper(3), upper(3)],
];

const RHYTHMS: readonly Rhythm[] = [
  [[1, 3, 0.25], [2.5, 1, 0.72], [4, 2, 0.5], [5.5, 2.5, 0.62]],
  [[2, 2, 0.3], [3, 1, 0.55], [4.5, 1, 0.75], [5, 3, 0.45]],
  [[1.5, 1, 0.65], [2, 3, 0.35], [5, 1, 0.5], [6, 2, 0.7]],
]; // prettier-ignore

/** Rolled felt chords, eight bars a round, with a few notes sung over them. */
export const STILL_WATER: Score = {
  id: 'still-water',
  family: 'calming',
  beatsPerPhrase: 2 * BAR,
  parts: {
    low: { instrument: FELT_PIANO, gainDb: -3, pan: -0.15 },
    chord: { instrument: FELT_PIANO, gainDb: -5, pan: 0 },
    tune: { instrument: FELT_PIANO, gainDb: -3, pan: 0.2 },
    pad: { instrument: WARM_PAD, gainDb: -17, pan: 0, swellBeats: [2, 3] },
  },
  reverbDb: -7,
  trimsDb: TRIMS_DB['still-water'],
  brightnessHz: [900, 1300, 1800, 2500, 3400],

  phrase({ index, level, seed }: Place) {
    const round = Math.floor(index / PHRASES_A_ROUND);
    const invention = seeded(seed, seedOf('still-water'), round);
    const chords = pick(invention, ROUNDS);
    const tune = inventTune(invention, { rhythms: RHYTHMS, contours: [ARCH, FALL, WAVE] });
    const voiced = leadVoices(chords, { low: -6, high: 5 });
    const first = 2 * (index % PHRASES_A_ROUND);

    const notes = [0, 1].flatMap((bar) => playBar(bar * BAR, chords[first + bar]!, voiced[first + bar]!));
    const sung = sing(tune, {
      chordAt: (beat) => chords[first + Math.floor(beat / BAR)]!,
      from: first === 4 ? 6 : 8,
      range: { low: 4, high: 14 },
    }).map(({ step, ...note }): Optional => ({ ...note, part: 'tune', midi: pitchOf(step), velocity: 0.42 }));
    return humanise(thin([...notes, ...sung], level), seeded(seed, 1, index), {
      beats: 0.02,
      velocity: 0.1,
      over: 2 * BAR,
    });
  },
};

function playBar(at: number, chord: Chord, voices: readonly number[]): Optional[] {
  const low = pitchOf(rootFrom(chord, -14));
  const top = voices.at(-1)!;
  return [
    { part: 'low', beat: at, beats: 4, midi: low, velocity: 0.55, rank: 0 },
    { part: 'low', beat: at + 2, beats: 2, midi: low + 12, velocity: 0.25, rank: 0.78 },
    ...voices.map((step, i) => ({
      part: 'chord',
      beat: at + 0.08 + 0.09 * i,
      beats: 3.6,
      midi: pitchOf(step),
      velocity: step === top ? 0.5 : 0.36,
      rank: i === 1 ? 0.3 : 0,
    })),
    ...voices.slice(1).map((step, i) => ({
      part: 'chord',
      beat: at + 2 + i / 2,
      beats: 2,
      midi: pitchOf(step),
      velocity: 0.26,
      rank: [0.58, 0.85, 0.92][i]!,
    })),
    ...voices
      .slice(0, 2)
      .map((step) => ({ part: 'pad', beat: at, beats: 3, midi: pitchOf(step), velocity: 0.7, rank: 0 })),
  ];
}
