import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nnSeries, type NnSeries } from '../../../engine/hrv/nn-series.ts';
import { sd1, sd2 } from '../../../engine/hrv/poincare.ts';
import { meanHr, meanInstantaneousHr, meanNn, pnn50, rmssd, sdnn } from '../../../engine/hrv/time-domain.ts';

const METRICS = { meanNn, meanHr, meanInstantaneousHr, sdnn, rmssd, pnn50, sd1, sd2 };
const all = Object.entries(METRICS);

/** Two segments with a hole between them. */
const broken: NnSeries = {
  ...nnSeries([800, 810, 790, 1200, 1210, 1190]),
  segment: Int32Array.of(0, 0, 0, 1, 1, 1),
};

const intervals = fc.array(fc.double({ min: 300, max: 2000, noNaN: true }), { minLength: 3, maxLength: 200 });

describe('time-domain figures', () => {
  it.each([
    ['meanNn', meanNn, 800],
    ['meanHr', meanHr, 75],
    ['meanInstantaneousHr', meanInstantaneousHr, (75 + 60000 / 810 + 60000 / 790) / 3],
    ['sdnn, n − 1', sdnn, 10],
    ['rmssd', rmssd, Math.sqrt((10 ** 2 + 20 ** 2) / 2)],
    ['sd1', sd1, 15],
    ['sd2', sd2, 5],
  ])('%s of 800 810 790', (_, metric, expected) => {
    expect(metric(nnSeries([800, 810, 790]))).toBeCloseTo(expected, 10);
  });

  it('pnn50 counts differences beyond 50 ms and not those of 50', () => {
    expect(pnn50(nnSeries([800, 850, 799]))).toBe(50);
  });

  it.each([
    ['rmssd', rmssd, Math.sqrt((10 ** 2 + 20 ** 2) / 2)],
    ['pnn50', pnn50, 0],
  ])('%s never takes a difference across segments', (_, metric, expected) => {
    expect(metric(broken)).toBeCloseTo(expected, 10);
  });

  it('sd1 and sd2 never take a pair across segments', () => {
    // Differences 10 −20 10 −20 over √2; sums 1610 1600 2410 2400 over √2.
    expect(sd1(broken)).toBeCloseTo(Math.sqrt((4 * 15 ** 2) / 3 / 2), 10);
    expect(sd2(broken)).toBeCloseTo(Math.sqrt((2 * (405 ** 2 + 395 ** 2)) / 3 / 2), 10);
  });

  it.each(all)('%s of nothing is absent', (_, metric) => {
    expect(metric(nnSeries([]))).toBeUndefined();
  });

  it('one beat has a rate and no variability', () => {
    const given = all.filter(([, metric]) => metric(nnSeries([800])) !== undefined).map(([name]) => name);
    expect(given).toEqual(['meanNn', 'meanHr', 'meanInstantaneousHr']);
  });

  it('two beats have everything but SD1 and SD2, which need two pairs', () => {
    const absent = all
      .filter(([, metric]) => metric(nnSeries([800, 810])) === undefined)
      .map(([name]) => name);
    expect(absent).toEqual(['sd1', 'sd2']);
  });

  it('a constant series has a variability of exactly 0', () => {
    const constant = nnSeries(new Array<number>(60).fill(812.3));
    expect([sdnn, rmssd, pnn50, sd1, sd2].map((metric) => Math.abs(metric(constant)!) < 1e-10)).not.toContain(
      false,
    );
  });

  it('doubled intervals double every spread and halve the rate', () => {
    fc.assert(
      fc.property(intervals, (nn) => {
        const [single, doubled] = [nnSeries(nn), nnSeries(nn.map((x) => 2 * x))];
        for (const metric of [meanNn, sdnn, rmssd, sd1, sd2]) {
          expect(metric(doubled)).toBeCloseTo(2 * metric(single)!, 6);
        }
        expect(meanHr(doubled)).toBeCloseTo(meanHr(single)! / 2, 9);
      }),
    );
  });

  it('a shift moves the mean and leaves every spread', () => {
    fc.assert(
      fc.property(intervals, fc.integer({ min: 0, max: 500 }), (nn, shift) => {
        const [here, there] = [nnSeries(nn), nnSeries(nn.map((x) => x + shift))];
        for (const metric of [sdnn, rmssd, sd1, sd2]) expect(metric(there)).toBeCloseTo(metric(here)!, 6);
        expect(meanNn(there)).toBeCloseTo(meanNn(here)! + shift, 6);
      }),
    );
  });

  it('the mean of instantaneous rates is never below the rate of the mean', () => {
    fc.assert(
      fc.property(intervals, (nn) => {
        expect(meanInstantaneousHr(nnSeries(nn))).toBeGreaterThanOrEqual(meanHr(nnSeries(nn))! - 1e-9);
      }),
    );
  });
});
