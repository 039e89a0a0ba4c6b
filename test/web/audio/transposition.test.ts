import { describe, expect, it } from 'vitest';
import { FELT_PIANO, RAIN, SHAKERS } from '../../../web/audio/instruments/index.ts';
import { transposed, transpositionOf } from '../../../web/audio/transposition.ts';

describe('transpositionOf', () => {
  const all = Array.from({ length: 600 }, (_, seed) => transpositionOf(seed));

  it('lies from three semitones down to two up, each about as often', () => {
    for (let semitones = -3; semitones <= 2; semitones++) {
      const count = all.filter((it) => it === semitones).length;
      expect(count).toBeGreaterThan(60);
      expect(count).toBeLessThan(140);
    }
    expect(Math.min(...all)).toBe(-3);
    expect(Math.max(...all)).toBe(2);
  });

  it('is the same for the same seed', () => {
    expect(all.map((_, seed) => transpositionOf(seed))).toEqual(all);
  });
});

describe('transposed', () => {
  it('moves what has a pitch, and leaves strokes and weather where they are', () => {
    expect(transposed(60, FELT_PIANO, -3)).toBe(57);
    expect(transposed(82, SHAKERS, -3)).toBe(82);
    expect(transposed(60, RAIN, 2)).toBe(60);
  });
});
