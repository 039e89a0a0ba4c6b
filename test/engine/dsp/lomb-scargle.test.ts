import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandPower, peakHz } from '../../../engine/dsp/band-power.ts';
import { lombScargle } from '../../../engine/dsp/lomb-scargle.ts';

const GRID = { firstHz: 0.0033, binWidthHz: 1 / 1024, bins: 407 };

/** Uneven times over about `spanS` seconds, without chance. */
const times = (spanS: number) =>
  Float64Array.from({ length: Math.floor(spanS / 0.9) }, (_, i) => 0.9 * i + 0.2 * Math.sin(1.7 * i));

describe('lombScargle', () => {
  it('gives about 1250 ms² around a sine of 50 ms, without resampling', () => {
    const x = times(300);
    const psd = lombScargle({ x, y: x.map((t) => 800 + 50 * Math.sin(2 * Math.PI * 0.1 * t)) }, GRID);
    expect(bandPower(psd, [0.04, 0.15])).toBeGreaterThan(1190);
    expect(bandPower(psd, [0.04, 0.15])).toBeLessThan(1310);
    expect(peakHz(psd, [0.04, 0.4])).toBeCloseTo(0.1, 2);
  });

  it('is half of (a·N/2)²·2/N at the one frequency of an even sine', () => {
    // 64 samples at 1 Hz, 8 whole cycles: P = ½·(aN/2)²/(N/2) = a²N/4, times 2T/N = a²·63/2.
    const x = Float64Array.from({ length: 64 }, (_, i) => i);
    const y = x.map((t) => 3 * Math.cos((2 * Math.PI * t) / 8));
    const psd = lombScargle({ x, y }, { firstHz: 1 / 8, binWidthHz: 1, bins: 1 });
    expect(psd.density[0]).toBeCloseTo((9 * 63) / 2, 8);
  });

  it('is half of what the best sine of that frequency takes off the squares', () => {
    const x = Float64Array.of(0, 0.7, 1.9, 2.4, 3.8, 4.1, 5.5);
    const y = Float64Array.of(3, -1, 2, 0, -5, 4, -3);
    const hz = 0.13;
    // Normal equations of y ≈ a·cos + b·sin.
    const cos = x.map((t) => Math.cos(2 * Math.PI * hz * t));
    const sin = x.map((t) => Math.sin(2 * Math.PI * hz * t));
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, v, i) => sum + v * b[i]!, 0);
    const determinant = dot(cos, cos) * dot(sin, sin) - dot(cos, sin) ** 2;
    const a = (dot(y, cos) * dot(sin, sin) - dot(y, sin) * dot(cos, sin)) / determinant;
    const b = (dot(y, sin) * dot(cos, cos) - dot(y, cos) * dot(cos, sin)) / determinant;
    const taken = a * dot(y, cos) + b * dot(y, sin);
    const psd = lombScargle({ x, y }, { firstHz: hz, binWidthHz: 1, bins: 1 });
    expect(psd.density[0]).toBeCloseTo((0.5 * taken * 2 * 5.5) / 7, 9);
  });

  it('does not see a shift in time or level, and grows with the square', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e4, max: 1e4, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (shift, scale) => {
          const x = times(60);
          const y = x.map((t) => Math.sin(t) + 0.3 * Math.sin(2.2 * t));
          const moved = { x: x.map((t) => t + shift), y: y.map((v) => scale * v + shift) };
          const plain = lombScargle({ x, y }, { ...GRID, bins: 20 });
          lombScargle(moved, { ...GRID, bins: 20 }).density.forEach((p, k) =>
            expect(p / (scale * scale)).toBeCloseTo(plain.density[k]!, 4),
          );
        },
      ),
    );
  });

  it('is silent for a constant series', () => {
    const x = times(30);
    expect(lombScargle({ x, y: x.map(() => 800) }, GRID).density.every((p) => p === 0)).toBe(true);
  });

  it('refuses fewer than three points', () => {
    const two = Float64Array.of(1, 2);
    expect(() => lombScargle({ x: two, y: two }, GRID)).toThrow(RangeError);
  });
});
