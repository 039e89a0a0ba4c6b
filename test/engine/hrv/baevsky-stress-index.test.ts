import { describe, expect, it } from 'vitest';
import { baevskyStressIndex } from '../../../engine/hrv/baevsky-stress-index.ts';
import { nnSeries } from '../../../engine/hrv/nn-series.ts';

describe('baevskyStressIndex', () => {
  it('of 800 810 840 860 is 75 % over 2 · 0.825 s · 0.06 s', () => {
    expect(baevskyStressIndex(nnSeries([800, 810, 840, 860]))).toBeCloseTo(75 / (2 * 0.825 * 0.06), 9);
  });

  it('takes the shorter of two equally full bins', () => {
    expect(baevskyStressIndex(nnSeries([910, 810]))).toBeCloseTo(50 / (2 * 0.825 * 0.1), 9);
  });

  it.each([[[]], [[800]], [[800, 800, 800]]])('is absent without a range: %j', (nn) => {
    expect(baevskyStressIndex(nnSeries(nn))).toBeUndefined();
  });
});
