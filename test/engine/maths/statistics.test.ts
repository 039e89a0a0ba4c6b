import { describe, expect, it } from 'vitest';
import { median, sum } from '../../../engine/maths/statistics.ts';

describe('median', () => {
  it('is the middle of an odd and the mean of the two middle values of an even number', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });
});

describe('sum', () => {
  it('is 0 of nothing', () => {
    expect(sum([])).toBe(0);
    expect(sum([1, 2.5])).toBe(3.5);
  });
});
