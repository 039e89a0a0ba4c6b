import { describe, expect, it } from 'vitest';
import { simulateHeart } from '../../../devices/synthetic/simulate-heart.ts';
import { nnSeries } from '../../../engine/hrv/nn-series.ts';
import { RESPIRATION_CONFIDENT, respirationRate } from '../../../engine/hrv/respiration-rate.ts';

const paced = (perMinute: number, { seed = 1, seconds = 90, restingBpm = 64 } = {}) => {
  const { truth } = simulateHeart({ seed, restingBpm, pacer: () => perMinute }, seconds + 60);
  return nnSeries(truth.filter(({ atS }) => atS > 60).map(({ rrMs }) => rrMs));
};

const RATES = Array.from({ length: 21 }, (_, i) => 4 + i);

describe('respirationRate', () => {
  it('is 12 a minute for intervals that swing five times in 25 s', () => {
    const swing = Array.from({ length: 75 }, (_, i) => 1000 + 60 * Math.sin((2 * Math.PI * i) / 5));
    const { breathsPerMinute, confidence } = respirationRate(nnSeries(swing))!;
    expect(breathsPerMinute).toBeCloseTo(12, 1);
    expect(confidence).toBeGreaterThan(0.9);
  });

  it.each(RATES)('is within 0.5 of a pacer at %i a minute wherever it is confident', (rate) => {
    let confident = 0;
    for (const seconds of [64, 120]) {
      for (const restingBpm of [64, 80]) {
        for (const seed of [1, 2, 3]) {
          const found = respirationRate(paced(rate, { seed, seconds, restingBpm }));
          if (found === undefined || found.confidence < RESPIRATION_CONFIDENT) continue;
          confident++;
          expect(Math.abs(found.breathsPerMinute - rate)).toBeLessThanOrEqual(0.5);
        }
      }
    }
    expect(confident).toBeGreaterThanOrEqual(8);
  });

  it.each([42, 46, 50])(
    'is not fooled by breathing near and beyond half of a heart rate of %i',
    (restingBpm) => {
      for (const rate of [16, 18, 20, 22, 24, 26, 28]) {
        for (const seed of [1, 2, 3]) {
          const found = respirationRate(paced(rate, { seed, restingBpm }));
          const wrong = found !== undefined && Math.abs(found.breathsPerMinute - rate) > 0.5;
          expect(wrong && found.confidence >= RESPIRATION_CONFIDENT).toBe(false);
        }
      }
    },
  );

  it('is hardly ever confident of intervals without rhythm', () => {
    let state = 5;
    const chance = () => (state = (state * 48271) % 2147483647) / 2147483647;
    const confident = Array.from({ length: 300 }, () =>
      respirationRate(nnSeries(Array.from({ length: 100 }, () => 900 + 60 * chance()))),
    ).filter((found) => (found?.confidence ?? 0) >= RESPIRATION_CONFIDENT);
    expect(confident.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['no beats', []],
    ['29 s', new Array<number>(29).fill(1000)],
    ['three slow beats', [11_000, 11_000, 11_000]],
    ['beats too slow for any breath', [11_000, 11_000, 11_000, 11_000, 11_000]],
    ['a constant series', new Array<number>(90).fill(1000)],
  ])('is absent for %s', (_, nn) => {
    expect(respirationRate(nnSeries(nn))).toBeUndefined();
  });

  it('does not see how deep the breaths are', () => {
    const series = paced(14);
    const deep = nnSeries(series.nnMs);
    const twice = { ...deep, nnMs: deep.nnMs.map((nn) => 2 * nn - 900) };
    expect(respirationRate(twice)!.breathsPerMinute).toBeCloseTo(respirationRate(deep)!.breathsPerMinute, 1);
  });
});
