import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { round } from '../../../engine/maths/round.ts';

describe('round', () => {
  it('rounds half up, to as many decimals as are asked for', () => {
    expect([round(1.25, 1), round(-1.25, 1), round(2 / 3, 4), round(7, 0)]).toEqual([1.3, -1.2, 0.6667, 7]);
  });

  it('gives the same bits whether it knows the power of ten by heart or not', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(9), (n, digits) => {
        const value = n / 7919;
        expect(round(value, digits)).toBe(Math.round(value * 10 ** digits) / 10 ** digits);
      }),
    );
  });
});
