import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breathAt } from '../../../web/view-models/pacer.ts';

describe('breathAt', () => {
  it.each([
    { ms: 0, direction: 'in', secondsLeft: 4 },
    { ms: 1, direction: 'in', secondsLeft: 4 },
    { ms: 3999, direction: 'in', secondsLeft: 1 },
    { ms: 4000, direction: 'out', secondsLeft: 6 },
    { ms: 9999, direction: 'out', secondsLeft: 1 },
    { ms: 10_000, direction: 'in', secondsLeft: 4 },
  ])('is $direction with $secondsLeft s left after $ms ms', ({ ms, direction, secondsLeft }) => {
    expect(breathAt(ms)).toEqual({ direction, secondsLeft });
  });

  it('repeats every ten seconds and never says zero', () => {
    fc.assert(
      fc.property(fc.nat(3_600_000), (ms) => {
        const breath = breathAt(ms);
        expect(breathAt(ms + 10_000)).toEqual(breath);
        expect(breath.secondsLeft).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
