import { stripOf } from '../../scripts/recordings/strip.ts';
import { wavOf } from '../../scripts/music/wav.ts';
import type { Instrument } from '../../web/audio/instruments/index.ts';
import type { Score } from '../../web/audio/modules/index.ts';
import { seeded } from '../../web/audio/random.ts';
import { RecordingBank, type ReadRecordings } from '../../web/audio/recordings.ts';
import { OfflineContext } from '../../web/audio/tone.ts';

const LEVEL = 0.1;
/** Hz at which these scores are played, so that nothing is converted. */
export const SAMPLE_RATE = 22_050;

/** What an instrument for tests sounds like. */
const WAVES = new Map<string, Float32Array<ArrayBuffer>>();

/** A second of white noise, for measuring power; another seed is unlike it. RMS −25 dBFS. */
export function noise(seed: number): Instrument {
  const random = seeded(seed, 99);
  return playing(`noise ${seed}`, () => LEVEL * (random() * 2 - 1));
}

/** A sine at a whole number of hertz, for finding jumps. Peak −20 dBFS. */
export const sine = (hz: number): Instrument =>
  playing(`sine ${hz}`, (i) => LEVEL * Math.sin((2 * Math.PI * hz * i) / SAMPLE_RATE));

/** A second that repeats. */
function playing(id: string, wave: (i: number) => number): Instrument {
  WAVES.set(
    id,
    Float32Array.from({ length: SAMPLE_RATE }, (_, i) => wave(i)),
  );
  return {
    id,
    pitches: [60],
    pitched: true,
    lengthS: 1,
    loops: true,
    attackS: 0.005,
    releaseS: 0.1,
    source: { kind: 'noise', of: 'breath' },
  };
}

/** Recordings of the instruments above, as files. */
export const readWaves: ReadRecordings = (instrument) => {
  const wave = WAVES.get(instrument.id);
  if (!wave) return Promise.reject(new Error(`no recordings of "${instrument.id}"`));
  return Promise.resolve(wavOf([stripOf(instrument, [wave], SAMPLE_RATE)], SAMPLE_RATE, 'float32').buffer);
};

/** Decodes them, so that a player begins as soon as it is asked. */
export const loadWaves = (scores: Iterable<Score>): Promise<void> =>
  new RecordingBank(new OfflineContext(1, 0.1, SAMPLE_RATE), readWaves).load(
    [...scores].flatMap(({ parts }) => Object.values(parts).map(({ instrument }) => instrument)),
  );

/** One note without an end, dry and without colour: what comes out is the player's own doing. */
export const droneOf = (id: string, instrument: Instrument): Score => ({
  id,
  family: 'calming',
  beatsPerPhrase: 8,
  parts: { drone: { instrument, gainDb: 0, pan: 0, width: 0 } },
  reverbDb: -200,
  trimsDb: [0, 0, 0, 0, 0],
  brightnessHz: [10_000, 10_000, 10_000, 10_000, 10_000],
  phrase: ({ index }) =>
    index === 0 ? [{ part: 'drone', beat: 0, beats: 1000, midi: 60, velocity: 1 }] : [],
});

/** A click a beat, at the tempo of its level: for finding out whether two decks keep step. */
const CLICK: Instrument = {
  ...playing('click', (i) =>
    i < 0.02 * SAMPLE_RATE ? LEVEL * Math.sin((2 * Math.PI * 500 * i) / SAMPLE_RATE) : 0,
  ),
  loops: false,
};
export const metronomeOf = (id: string, family: Score['family']): Score => ({
  ...droneOf(id, CLICK),
  family,
  phrase: () =>
    Array.from({ length: 8 }, (_, beat) => ({ part: 'drone', beat, beats: 0.05, midi: 60, velocity: 1 })),
});
