import { describe, expect, it } from 'vitest';
import { bandPower, peakHz } from '../../../engine/dsp/band-power.ts';

/** Bins at 0, 0.1 … 0.5 Hz. */
const psd = { density: Float64Array.of(9, 1, 2, 4, 3, 8), binWidthHz: 0.1 };

describe('bandPower', () => {
  it.each([
    ['low end in, high end out', { rule: 'rectangle', ends: 'low' }, 0.7],
    ['both ends in', { rule: 'rectangle', ends: 'both' }, 1],
    ['trapezoids between the bins', { rule: 'trapezoid', ends: 'low' }, 0.1 * (1 / 2 + 2 + 4 / 2)],
    ['trapezoids, both ends in', { rule: 'trapezoid', ends: 'both' }, 0.1 * (1 / 2 + 2 + 4 + 3 / 2)],
  ] as const)('sums 0.1–0.4 Hz with %s', (_, how, expected) => {
    expect(bandPower(psd, [0.1, 0.4], how)).toBeCloseTo(expected, 12);
  });

  it('counts each bin once over neighbouring bands', () => {
    expect(bandPower(psd, [0, 0.2]) + bandPower(psd, [0.2, 0.5])).toBeCloseTo(bandPower(psd, [0, 0.5]), 12);
  });

  it('is zero where no bin falls into the band', () => {
    expect(bandPower(psd, [0.11, 0.19])).toBe(0);
    expect(bandPower(psd, [0.11, 0.19], { rule: 'trapezoid', ends: 'low' })).toBe(0);
  });

  it('starts at the first bin of a spectrum that does not begin at 0', () => {
    expect(bandPower({ ...psd, firstHz: 0.05 }, [0.1, 0.3])).toBeCloseTo(0.3, 12);
  });

  it.each([
    [0.2, 0.2],
    [0.3, 0.1],
    [0.1, 0.7],
    [NaN, 0.3],
  ])('refuses %d–%d Hz', (low, high) => {
    expect(() => bandPower(psd, [low, high])).toThrow(RangeError);
  });
});

describe('peakHz', () => {
  it('is the highest bin within the band', () => {
    expect(peakHz(psd, [0.1, 0.5])).toBeCloseTo(0.3, 12);
  });

  it('is absent where the band is silent', () => {
    expect(peakHz({ density: new Float64Array(6), binWidthHz: 0.1 }, [0.1, 0.4])).toBeUndefined();
  });
});
