import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandPower } from '../../../engine/dsp/band-power.ts';
import { totalPower } from '../../../engine/dsp/psd.ts';
import { taper } from '../../../engine/dsp/taper.ts';
import { welch, type WelchOptions } from '../../../engine/dsp/welch.ts';

const OPTIONS: WelchOptions = {
  rateHz: 4,
  taper: 'hann',
  segment: 256,
  overlap: 128,
  nfft: 256,
  trend: 'none',
};

const sine = (hz: number, { length = 1200, amplitude = 50 } = {}) =>
  Float64Array.from({ length }, (_, i) => amplitude * Math.sin((2 * Math.PI * hz * i) / 4 + 1));

describe('welch', () => {
  it('gives 1250 ms² for a sine of 50 ms, whatever the size of the transform', () => {
    for (const nfft of [256, 300, 1024, 4095]) {
      expect(totalPower(welch(sine(0.25), { ...OPTIONS, nfft }))).toBeCloseTo(1250, 6);
    }
  });

  it('keeps that power in the band that holds the sine', () => {
    const psd = welch(sine(0.1), { ...OPTIONS, segment: 1200, overlap: 0, nfft: 1200 });
    expect(bandPower(psd, [0.04, 0.15])).toBeCloseTo(1250, 6);
    expect(bandPower(psd, [0.15, 0.4])).toBeLessThan(1e-9);
  });

  it('sums to the variance of the tapered segments, to 1e-9', () => {
    const setup = fc.record({
      samples: fc.array(fc.double({ min: -500, max: 500, noNaN: true }), { minLength: 40, maxLength: 200 }),
      segment: fc.integer({ min: 8, max: 40 }),
      more: fc.integer({ min: 0, max: 60 }),
      name: fc.constantFrom('hann', 'hamming'),
    });
    fc.assert(
      fc.property(setup, ({ samples, segment, more, name }) => {
        const overlap = Math.floor(segment / 2);
        const psd = welch(Float64Array.from(samples), {
          ...OPTIONS,
          taper: name,
          segment,
          overlap,
          nfft: segment + more,
        });
        const window = taper(name, segment);
        const weight = window.reduce((sum, w) => sum + w * w, 0);
        const variances: number[] = [];
        for (let start = 0; start + segment <= samples.length; start += segment - overlap) {
          variances.push(window.reduce((sum, w, i) => sum + (w * samples[start + i]!) ** 2, 0) / weight);
        }
        const variance = variances.reduce((sum, v) => sum + v, 0) / variances.length;
        expect(Math.abs(totalPower(psd) - variance)).toBeLessThanOrEqual(1e-9 * variance + 1e-12);
      }),
    );
  });

  it('grows with the square of the series', () => {
    const single = welch(sine(0.2), OPTIONS).density;
    const tripled = welch(sine(0.2, { amplitude: 150 }), OPTIONS).density;
    tripled.forEach((p, k) => expect(p).toBeCloseTo(9 * single[k]!, 5));
  });

  it.each(['mean', 'line'] as const)('does not see a shift once the %s is off each segment', (trend) => {
    const shifted = sine(0.2).map((x) => x + 800);
    const psd = welch(shifted, { ...OPTIONS, trend });
    welch(sine(0.2), { ...OPTIONS, trend }).density.forEach((p, k) =>
      expect(psd.density[k]).toBeCloseTo(p, 5),
    );
  });

  it('takes all samples for a segment that is longer', () => {
    const short = sine(0.25, { length: 100 });
    const all = welch(short, { ...OPTIONS, segment: 100, overlap: 50 });
    expect(welch(short, { ...OPTIONS, segment: 4096, overlap: 50 })).toEqual(all);
  });

  it('refuses an overlap without a step and a transform smaller than its segment', () => {
    expect(() => welch(sine(0.1), { ...OPTIONS, overlap: 256 })).toThrow(RangeError);
    expect(() => welch(sine(0.1), { ...OPTIONS, nfft: 255 })).toThrow(RangeError);
  });
});
