import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineConfig } from '../../../engine/index.ts';
import { localMedianRule, median } from '../../../engine/intervals/local-median-rule.ts';

describe('localMedianRule', () => {
  it('takes a missed beat and an extra one for artefacts and their neighbours for normal', () => {
    const classOf = localMedianRule(engineConfig());
    const rr = [800, 810, 790, 805, 795, 1600, 800, 400, 800];
    expect(rr.map(classOf)).toEqual([
      ...Array<string>(5).fill('normal'),
      'off-median',
      'normal',
      'off-median',
      'normal',
    ]);
  });

  it('refuses what no heart does', () => {
    const classOf = localMedianRule(engineConfig());
    expect([299, 2001, NaN, Infinity, -5].map(classOf)).toEqual(Array<string>(5).fill('out-of-range'));
  });

  it('accepts everything within a quarter of a steady heart', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 400, max: 1500 }),
        fc.array(fc.double({ min: -0.11, max: 0.11, noNaN: true })),
        (base, swings) => {
          const classOf = localMedianRule(engineConfig());
          expect(swings.map((swing) => classOf(base * (1 + swing)))).toEqual(swings.map(() => 'normal'));
        },
      ),
    );
  });
});

describe('median', () => {
  it('is the middle of an odd and the mean of the two middle values of an even number', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});
