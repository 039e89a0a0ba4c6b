import { describe, expect, it } from 'vitest';
import { strapRate } from '../../../engine/hrv/strap-rate.ts';

describe('strapRate', () => {
  it('is the mean over the window, without the zeros of a strap that has none', () => {
    const shown = strapRate(10_000);
    [60, 0, 70].forEach((bpm, i) => shown.push(1000 * (i + 1), bpm));
    expect(shown.at(3000)).toBe(65);
    expect(shown.at(11_000)).toBe(70);
    expect(shown.at(13_000)).toBeUndefined();
  });

  it('stays exact over a day', () => {
    const shown = strapRate(60_000);
    for (let s = 1; s <= 86_400; s++) {
      shown.push(1000 * s, 60 + (s % 7));
      if (s > 60) expect(shown.at(1000 * s)).toBeCloseTo(63, 0);
    }
  });
});
