import { describe, expect, it } from 'vitest';
import { MARKER_S, markerAt, maximumLengthSequence } from '../../../engine/rhythm/marker.ts';

describe('maximumLengthSequence', () => {
  it('meets each of its turns with −1 and itself with 255, around the circle', () => {
    const chips = maximumLengthSequence();
    const turned = (by: number) => chips.reduce((sum, chip, i) => sum + chip * chips[(i + by) % 255]!, 0);
    expect(turned(0)).toBe(255);
    for (let by = 1; by < 255; by++) expect(turned(by)).toBe(-1);
  });
});

describe('markerAt', () => {
  it('lasts 85 ms at any rate, begins and ends in silence and keeps to full scale', () => {
    for (const rate of [16_000, 44_100, 48_000]) {
      const { inPhase } = markerAt(rate);
      expect(inPhase.length).toBe(Math.round(MARKER_S * rate));
      expect(Math.abs(inPhase[0]!)).toBe(0);
      expect(Math.abs(inPhase.at(-1)!)).toBeLessThan(0.02);
      expect(Math.max(...inPhase.map(Math.abs))).toBeLessThanOrEqual(1);
    }
  });

  it('refuses a rate that cannot carry it', () => {
    expect(() => markerAt(8000)).toThrow(RangeError);
  });
});
