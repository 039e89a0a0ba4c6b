import type { Instrument } from '../../web/audio/instruments/index.ts';
import type { Score } from '../../web/audio/modules/index.ts';
import { seeded } from '../../web/audio/random.ts';

const LEVEL = 0.1;

/** A second of white noise, for measuring power; another seed is unlike it. RMS −25 dBFS. */
export const noise = (seed: number): Instrument =>
  steady(`noise ${seed}`, (sampleRate) => {
    const random = seeded(seed, 99);
    return Float32Array.from({ length: sampleRate }, () => LEVEL * (random() * 2 - 1));
  });

/** A sine at a whole number of hertz, for finding jumps. Peak −20 dBFS. */
export const sine = (hz: number): Instrument =>
  steady(`sine ${hz}`, (sampleRate) =>
    Float32Array.from(
      { length: sampleRate },
      (_, i) => LEVEL * Math.sin((2 * Math.PI * hz * i) / sampleRate),
    ),
  );

const steady = (id: string, render: (sampleRate: number) => Float32Array<ArrayBuffer>): Instrument => ({
  id,
  every: 1,
  loops: true,
  attackS: 0.005,
  releaseS: 0.1,
  render: (_midi, sampleRate) => render(sampleRate),
});

/** One note without an end, dry and without colour: what comes out is the player's own doing. */
export const droneOf = (id: string, instrument: Instrument): Score => ({
  id,
  family: 'calming',
  beatsPerPhrase: 8,
  parts: { drone: { instrument, gainDb: 0, pan: 0 } },
  reverbDb: -200,
  trimsDb: [0, 0, 0, 0, 0],
  brightnessHz: [10_000, 10_000, 10_000, 10_000, 10_000],
  phrase: ({ index }) =>
    index === 0 ? [{ part: 'drone', beat: 0, beats: 1000, midi: 60, velocity: 1 }] : [],
});

const clickOf = (sampleRate: number): Float32Array<ArrayBuffer> =>
  Float32Array.from(
    { length: Math.round(0.02 * sampleRate) },
    (_, i) => LEVEL * Math.sin((2 * Math.PI * 500 * i) / sampleRate),
  );

/** A click a beat, at the tempo of its level: for finding out whether two decks keep step. */
export const METRONOME: Score = {
  ...droneOf('metronome', { ...steady('click', clickOf), loops: false }),
  phrase: () =>
    Array.from({ length: 8 }, (_, beat) => ({ part: 'drone', beat, beats: 0.05, midi: 60, velocity: 1 })),
};
