import '../../support/audio-globals.ts';
import FFT from 'fft.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { readRecordings } from '../../support/audio-recordings.ts';
import {
  frequencyOf,
  INSTRUMENTS,
  nearestPitch,
  type Instrument,
} from '../../../web/audio/instruments/index.ts';
import { RecordingBank } from '../../../web/audio/recordings.ts';
import { OfflineContext } from '../../../web/audio/tone.ts';

const SAMPLE_RATE = 44_100;
const SIZE = 2 ** 16;
const UNPITCHED = new Set([
  'hand-drums',
  'frame-drum',
  'shakers',
  'surf',
  'rain',
  'wind',
  'stream',
  'breath',
]);
const bank = new RecordingBank(new OfflineContext(1, 0.1, SAMPLE_RATE), readRecordings);
const notesOf = (instrument: Instrument): Float32Array[] =>
  instrument.pitches.map((pitch) => bank.recordingOf(instrument, pitch)!.buffer.getChannelData(0));

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

    it.skipIf(UNPITCHED.has(id))('is in tune within a fifth of a semitone at every recorded pitch', () => {
      notesOf(instrument).forEach((samples, n) => {
        const wanted = frequencyOf(instrument.pitches[n]!);
        const cents = 1200 * Math.log2(pitchNear(samples, wanted) / wanted);
        expect(Math.abs(cents), `MIDI ${instrument.pitches[n]}: ${cents.toFixed(1)} cents`).toBeLessThan(20);
      });
    });
  },
);

describe('a bank of recordings', () => {
  const missing = { ...INSTRUMENTS[0]!, id: 'unheard-of' };

  it('has nothing of an instrument that is not loaded', () =>
    expect(bank.recordingOf(missing, 60)).toBeUndefined());

  it('rejects where recordings cannot be had, and asks again the next time', async () => {
    await expect(bank.load([missing])).rejects.toThrow(/unheard-of/);
    await expect(bank.load([missing])).rejects.toThrow(/unheard-of/);
    expect(bank.has([missing])).toBe(false);
  });
});
