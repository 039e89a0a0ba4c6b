import { describe, expect, it } from 'vitest';
import { loudnessOf } from '../../support/audio-loudness.ts';

const RATE = 48_000;
const sine = (hz: number, peak: number, phase = 0): Float32Array =>
  Float32Array.from({ length: 3 * RATE }, (_, i) => peak * Math.sin((2 * Math.PI * hz * i) / RATE + phase));

describe('loudnessOf', () => {
  it('reads −3.01 LUFS for a 997 Hz sine at full scale in one channel (BS.1770)', () => {
    expect(loudnessOf([sine(997, 1), new Float32Array(3 * RATE)], RATE).integratedLufs).toBeCloseTo(-3.01, 1);
  });

  it('reads −23 LUFS for a stereo 1 kHz sine at −23 dBFS (EBU Tech 3341, case 1)', () => {
    const side = sine(1000, 10 ** (-23 / 20));
    expect(loudnessOf([side, side], RATE).integratedLufs).toBeCloseTo(-23, 1);
  });

  it('does not count silence around the sound', () => {
    const side = sine(1000, 10 ** (-23 / 20));
    const padded = new Float32Array(9 * RATE);
    padded.set(side, 3 * RATE);
    expect(loudnessOf([padded, padded], RATE).integratedLufs).toBeCloseTo(-23, 0);
  });

  it('finds the peak between the samples (EBU Tech 3341, case 16: a quarter of the rate, at 45°)', () => {
    const { truePeakDb } = loudnessOf([sine(RATE / 4, 0.5, Math.PI / 4)], RATE);
    expect(truePeakDb).toBeGreaterThan(-6.4);
    expect(truePeakDb).toBeLessThan(-5.8);
  });
});
