import '../../support/audio-globals.ts';
import FFT from 'fft.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRecordings } from '../../support/audio-recordings.ts';
import {
  frequencyOf,
  HAND_DRUMS,
  INSTRUMENTS,
  layerOf,
  nearestPitch,
  PIANO,
  pitchesNear,
  type Instrument,
} from '../../../web/audio/instruments/index.ts';
import { RecordingBank } from '../../../web/audio/recordings.ts';
import { OfflineContext } from '../../../web/audio/tone.ts';

const SAMPLE_RATE = 44_100;
const SIZE = 2 ** 16;
const bank = new RecordingBank(new OfflineContext(1, 0.1, SAMPLE_RATE), readRecordings);
const buffersOf = (instrument: Instrument, midi: number): AudioBuffer[] =>
  Array.from(
    { length: instrument.takes ?? 1 },
    (_, take) => bank.recordingOf(instrument, midi, instrument.takes ? { take } : {})!.buffer,
  );
const sidesOf = (buffer: AudioBuffer): Float32Array[] =>
  Array.from({ length: buffer.numberOfChannels }, (_, side) => buffer.getChannelData(side));
/** Every channel of every recording. */
const notesOf = (instrument: Instrument): Float32Array[] =>
  instrument.pitches.flatMap((midi) => buffersOf(instrument, midi).flatMap(sidesOf));
/** The first channel of each pitch. */
const pitchesOf = (instrument: Instrument): Float32Array[] =>
  instrument.pitches.map((midi) => bank.recordingOf(instrument, midi)!.buffer.getChannelData(0));
const powerOf = (samples: Float32Array): number => samples.reduce((sum, x) => sum + x * x, 0);
/** Strings that ring on when one is damped, of which that one need not be the loudest. */
const MANY_STRINGS = 'piano-release';

const largestStep = (samples: Float32Array): number =>
  samples.reduce((most, x, i) => (i === 0 ? 0 : Math.max(most, Math.abs(x - samples[i - 1]!))), 0);

/** The middle of the power within half a semitone of a frequency, Hz: sections are many, a note may waver. */
function pitchNear(samples: Float32Array, near: number): number {
  const fft = new FFT(SIZE);
  const out = fft.createComplexArray() as number[];
  const length = Math.min(SIZE, samples.length);
  fft.realTransform(
    out,
    Array.from({ length: SIZE }, (_, i) =>
      i < length ? samples[i]! * Math.sin((Math.PI * i) / length) ** 2 : 0,
    ),
  );
  const binOf = (hz: number): number => Math.round((hz * SIZE) / SAMPLE_RATE);
  let [weighted, total] = [0, 0];
  for (let bin = binOf(near * 0.97); bin <= binOf(near * 1.03); bin++) {
    const power = out[2 * bin]! ** 2 + out[2 * bin + 1]! ** 2;
    weighted += power * bin;
    total += power;
  }
  return ((weighted / total) * SAMPLE_RATE) / SIZE;
}

// The first run makes the recordings, which takes half a minute.
beforeAll(() => bank.load(INSTRUMENTS), 120_000);

describe('nearestPitch', () => {
  it('takes the recorded pitch that is nearest, the lower of two as near', () => {
    const piano = INSTRUMENTS[0]!;
    expect([20, 35, 36, 37, 99].map((midi) => nearestPitch(piano, midi))).toEqual([33, 33, 33, 39, 87]);
  });
});

describe.each(INSTRUMENTS.map((instrument) => [instrument.id, instrument] as const))(
  '%s',
  (id, instrument) => {
    it('is as long as it says, stays in range, and has no DC', () => {
      for (const samples of notesOf(instrument)) {
        expect(samples).toHaveLength(Math.round(instrument.lengthS * SAMPLE_RATE));
        const peak = samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
        expect(peak > 0.1 && peak <= 1).toBe(true);
        expect(Math.abs(samples.reduce((sum, x) => sum + x, 0) / samples.length)).toBeLessThan(1e-3);
      }
    });

    it(instrument.loops ? 'comes round without a step' : 'begins and ends in silence', () => {
      for (const samples of notesOf(instrument))
        if (instrument.loops)
          expect(Math.abs(samples[0]! - samples.at(-1)!)).toBeLessThan(1.2 * largestStep(samples));
        else expect([Math.abs(samples[0]!) < 0.02, Math.abs(samples.at(-1)!) < 0.002]).toEqual([true, true]);
    });

    it.skipIf(!instrument.pitched || id === MANY_STRINGS)(
      'is in tune within a fifth of a semitone at every recorded pitch',
      () => {
        pitchesOf(instrument).forEach((samples, n) => {
          const wanted = frequencyOf(instrument.pitches[n]!);
          const cents = 1200 * Math.log2(pitchNear(samples, wanted) / wanted);
          expect(Math.abs(cents), `MIDI ${instrument.pitches[n]}: ${cents.toFixed(1)} cents`).toBeLessThan(
            20,
          );
        });
      },
    );
  },
);

const STEREO = INSTRUMENTS.filter(({ sides }) => sides === 2);
const TAKEN = INSTRUMENTS.filter(({ takes = 1 }) => takes > 1);
const LAYERED = INSTRUMENTS.flatMap((instrument) =>
  [instrument.softer, instrument.harder].flatMap((layer) => (layer ? [[instrument, layer] as const] : [])),
);

describe('a recording of two sides', () => {
  it.each(STEREO.map((instrument) => [instrument.id, instrument] as const))(
    '%s is not the same on both, and loses at most 1.5 dB on one loudspeaker',
    (_id, instrument) => {
      for (const midi of instrument.pitches) {
        const [left, right] = sidesOf(buffersOf(instrument, midi)[0]!);
        const both = 0.5 * (powerOf(left!) + powerOf(right!));
        const lostDb = 10 * Math.log10(both / powerOf(left!.map((x, i) => 0.5 * (x + right![i]!))));
        expect(lostDb, `MIDI ${midi}`).toBeLessThan(1.5);
        if (instrument.id !== 'voices-onset') expect(lostDb, `MIDI ${midi}`).toBeGreaterThan(0.05);
      }
    },
  );

  it('is what the grand piano has, at three strengths', () =>
    expect([PIANO, PIANO.softer!.instrument, PIANO.harder!.instrument].map(({ sides }) => sides)).toEqual([
      2, 2, 2,
    ]));
});

describe('the takes of a stroke', () => {
  /** Likeness of two recordings wherever they lie against each other within 2 ms, 0–1. */
  const likeness = (a: Float32Array, b: Float32Array): number => {
    const norm = Math.sqrt(powerOf(a) * powerOf(b));
    const at = (lag: number): number => a.reduce((sum, x, i) => sum + x * (b[i + lag] ?? 0), 0) / norm;
    return Math.max(...Array.from({ length: 177 }, (_, n) => Math.abs(at(n - 88))));
  };

  it.each(TAKEN.map((instrument) => [instrument.id, instrument] as const))(
    '%s are at least four, no two of them alike',
    (_id, instrument) => {
      expect(instrument.takes).toBeGreaterThanOrEqual(4);
      for (const midi of instrument.pitches) {
        const takes = buffersOf(instrument, midi).map((buffer) => buffer.getChannelData(0).slice(0, 8000));
        takes.forEach((take, n) =>
          takes.slice(n + 1).forEach((other) => expect(likeness(take, other)).toBeLessThan(0.995)),
        );
      }
    },
  );

  it('are there for every drum', () =>
    expect(INSTRUMENTS.filter(({ pitched, loops }) => !pitched && !loops).map(({ id }) => id)).toEqual(
      TAKEN.map(({ id }) => id),
    ));
});

describe('the layers of an instrument', () => {
  it.each(LAYERED.map(([main, layer]) => [layer.instrument.id, main, layer] as const))(
    '%s has a colour of its own and is as loud',
    (_id, main, { instrument }) => {
      const [one, other] = [pitchesOf(main)[2]!, pitchesOf(instrument)[2]!];
      // The steps between samples tell treble from the rest.
      const treble = (samples: Float32Array): number =>
        powerOf(samples.map((x, i) => x - (samples[i - 1] ?? 0)).slice(0, 8000)) / powerOf(samples);
      expect(Math.abs(10 * Math.log10(treble(one) / treble(other)))).toBeGreaterThan(0.4);
      const rms = (samples: Float32Array): number => powerOf(samples) / samples.length;
      expect(Math.abs(10 * Math.log10(rms(one) / rms(other)))).toBeLessThan(2);
    },
  );
});

describe('layerOf', () => {
  it.each([
    [0.1, 'piano-soft'],
    [0.4, 'piano'],
    [0.8, 'piano-firm'],
    [undefined, 'piano'],
  ])('plays a force of %s on %s', (force, id) => expect(layerOf(PIANO, force).id).toBe(id));
});

describe('pitchesNear', () => {
  it('has another recording for a note where one lies within four semitones, never for a drum', () => {
    expect(pitchesNear(PIANO, 36)).toEqual([33, 39]);
    expect(pitchesNear(PIANO, 33)).toEqual([33]);
    expect(pitchesNear(HAND_DRUMS, 62)).toEqual([62]);
  });
});

describe('a bank of recordings', () => {
  it('plays a stroke from another take, and a note from a recording further off, when it is asked to', () => {
    const [first, second] = [0, 1].map((take) => bank.recordingOf(HAND_DRUMS, 62, { take })!);
    expect(second!.buffer).not.toBe(first!.buffer);
    expect(second!.rate).toBe(first!.rate);
    expect([0, 1].map((take) => bank.recordingOf(PIANO, 36, { take })!.rate)).toEqual([
      2 ** 0.25,
      2 ** -0.25,
    ]);
  });

  it('lets the instrument stand in for a layer that is not there yet', () => {
    const harder = { at: 0.5, instrument: { ...PIANO, id: 'not there yet' } };
    const half = { ...PIANO, harder };
    expect(bank.recordingOf(half, 60, { force: 0.9 })).toEqual(bank.recordingOf(PIANO, 60));
  });

  const missing = { ...INSTRUMENTS[0]!, id: 'unheard-of' };

  it('has nothing of an instrument that is not loaded', () =>
    expect(bank.recordingOf(missing, 60)).toBeUndefined());

  it('rejects where recordings cannot be had, and asks again the next time', async () => {
    await expect(bank.load([missing])).rejects.toThrow(/unheard-of/);
    await expect(bank.load([missing])).rejects.toThrow(/unheard-of/);
    expect(bank.has([missing])).toBe(false);
  });
});
