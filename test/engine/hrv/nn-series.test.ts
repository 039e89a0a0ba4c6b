import { describe, expect, it } from 'vitest';
import { coveredS, longestSegment, nnSeries, successiveDifferences } from '../../../engine/hrv/nn-series.ts';

describe('nnSeries', () => {
  it('puts each beat at the end of its interval', () => {
    expect([...nnSeries([800, 900], 100).atMs]).toEqual([900, 1800]);
  });
});

describe('longestSegment', () => {
  it('is the longest in time, not in beats', () => {
    const series = { ...nnSeries([500, 500, 500, 900, 900]), segment: Int32Array.of(0, 0, 0, 4, 4) };
    expect([...longestSegment(series).nnMs]).toEqual([900, 900]);
    expect(coveredS(longestSegment(series))).toBe(1.8);
  });

  it('is the whole of an unbroken series, and nothing of nothing', () => {
    expect(longestSegment(nnSeries([700, 800])).nnMs).toEqual(Float64Array.of(700, 800));
    expect(longestSegment(nnSeries([])).nnMs).toHaveLength(0);
  });
});

describe('successiveDifferences', () => {
  it('stops at the end of a segment', () => {
    const series = { ...nnSeries([800, 810, 900, 880]), segment: Int32Array.of(0, 0, 1, 1) };
    expect([...successiveDifferences(series)]).toEqual([10, -20]);
  });
});
