import { describe, expect, it } from 'vitest';
import { bandPower, spectrumOf } from '../../../engine/dsp/spectrum.ts';
import { totalPower } from '../../../engine/dsp/psd.ts';
import { welch } from '../../../engine/dsp/welch.ts';

const samples = Float64Array.from(
  { length: 256 },
  (_, i) => 800 + i / 10 + 50 * Math.sin((2 * Math.PI * 16 * i) / 256),
);

describe('spectrumOf', () => {
  it('gives about 1250 ms² for a sine of 50 ms on a slope', () => {
    expect(totalPower(spectrumOf(256, 4)(samples))).toBeCloseTo(1250, -1);
    expect(bandPower(spectrumOf(256, 4)(samples), [0.15, 0.4])).toBeCloseTo(1250, -1);
  });

  it('is the Welch periodogram of one segment', () => {
    const upToNyquist = samples.map((x, i) => x + (i % 2 === 0 ? 7 : -7));
    const { density } = welch(upToNyquist, {
      rateHz: 4,
      taper: 'hann',
      segment: 256,
      overlap: 0,
      nfft: 256,
      trend: 'line',
    });
    spectrumOf(256, 4)(upToNyquist).density.forEach((p, k) => expect(p).toBeCloseTo(density[k]!, 6));
  });

  it('hands out a new density at each call, and the given one where one is given', () => {
    const of = spectrumOf(256, 4);
    const kept = of(samples);
    const copy = kept.density.slice();
    const into = { density: new Float64Array(129), binWidthHz: 4 / 256 };
    expect(
      of(
        samples.map((x) => 2 * x),
        into,
      ),
    ).toBe(into);
    expect(kept.density).toEqual(copy);
    expect(into.density[16]).toBeCloseTo(4 * copy[16]!, 4);
  });

  it('leaves its input alone', () => {
    const before = samples.slice();
    spectrumOf(256, 4)(samples);
    expect(samples).toEqual(before);
  });

  it.each([0, 2, 100, -256])('refuses %i samples', (size) => {
    expect(() => spectrumOf(size, 4)).toThrow(RangeError);
  });
});
