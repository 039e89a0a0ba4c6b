import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianInterval } from '../../../engine/maths/median-interval.ts';
import { reliableChange } from '../../../engine/maths/reliable-change.ts';
import { signTest } from '../../../engine/maths/sign-test.ts';

describe('signTest', () => {
  it('is twice the smaller tail: of 9 and 3, 2 · (1 + 12 + 66 + 220) / 4096', () => {
    expect(signTest(9, 3)).toBeCloseTo(598 / 4096, 12);
    expect(signTest(3, 9)).toBeCloseTo(598 / 4096, 12);
    expect(signTest(0, 6)).toBeCloseTo(2 / 64, 12);
  });

  it('is 1 where nothing parts, or nothing was counted', () => {
    expect(signTest(5, 5)).toBe(1);
    expect(signTest(0, 0)).toBe(1);
  });

  it('stays a probability for a thousand counts', () => {
    expect(signTest(500, 500)).toBe(1);
    expect(signTest(400, 600)).toBeGreaterThan(0);
    expect(signTest(400, 600)).toBeLessThan(1e-9);
  });
});

describe('medianInterval', () => {
  it('leaves two of twelve out at each end: 2 · 79 / 4096 is below 1 in 20, 2 · 299 / 4096 is not', () => {
    const values = [12, 1, 11, 2, 10, 3, 9, 4, 8, 5, 7, 6];
    expect(medianInterval(values)).toEqual({ median: 6.5, low: 3, high: 10 });
  });

  it('needs six values, and then takes them all', () => {
    expect(medianInterval([1, 2, 3, 4, 5])).toBeUndefined();
    expect(medianInterval([1, 2, 3, 4, 5, 6])).toEqual({ median: 3.5, low: 1, high: 6 });
  });

  it('moves with the values and turns with their sign', () => {
    const lists = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 6, maxLength: 60 });
    fc.assert(
      fc.property(lists, fc.integer({ min: -50, max: 50 }), (values, by) => {
        const { median, low, high } = medianInterval(values)!;
        expect(low).toBeLessThanOrEqual(median);
        expect(high).toBeGreaterThanOrEqual(median);
        const moved = medianInterval(values.map((value) => value + by))!;
        expect([moved.low, moved.high]).toEqual([low + by, high + by]);
        const turned = medianInterval(values.map((value) => -value))!;
        expect([turned.low + high, turned.high + low]).toEqual([0, 0]);
      }),
    );
  });

  it('leaves out a true median of 0 only where the sign test would, too', () => {
    const lists = fc.array(
      fc.integer({ min: -9, max: 9 }).filter((value) => value !== 0),
      { minLength: 6, maxLength: 40 },
    );
    fc.assert(
      fc.property(lists, (values) => {
        const { low, high } = medianInterval(values)!;
        const fell = values.filter((value) => value < 0).length;
        expect(low > 0 || high < 0).toBe(signTest(fell, values.length - fell) <= 0.05);
      }),
    );
  });
});

describe('reliableChange', () => {
  it('is 1.96 · √2 · SD · √(1 − r): of 10 and .75, 13.86', () => {
    expect(reliableChange({ sd: 10, retest: 0.75 })).toBeCloseTo(13.859, 3);
    expect(reliableChange({ sd: 10, retest: 1 })).toBe(0);
  });
});
