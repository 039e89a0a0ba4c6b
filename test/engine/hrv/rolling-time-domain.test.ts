import { describe, expect, it } from 'vitest';
import { mean, standardDeviation } from '../../../engine/hrv/moments.ts';
import { rollingTimeDomain, type WindowInterval } from '../../../engine/hrv/rolling-time-domain.ts';
import { randomIntervals } from './support/random-intervals.ts';

const WINDOW_MS = 60_000;

interface Seen {
  readonly interval: WindowInterval;
  readonly before: WindowInterval | undefined;
}

/** The same figures from what the window holds, each from its definition. */
function directly(seen: readonly Seen[]) {
  const nn = Float64Array.from(seen, ({ interval }) => interval.nnMs);
  const pairs = seen.filter(({ interval, before }) => before?.segment === interval.segment);
  const differences = Float64Array.from(pairs, ({ interval, before }) => interval.nnMs - before!.nnMs);
  const sums = Float64Array.from(pairs, ({ interval, before }) => interval.nnMs + before!.nnMs);
  const whole = seen.filter(({ interval }) => interval.original);
  return {
    coverage: Math.min(1, whole.reduce((total, { interval }) => total + interval.nnMs, 0) / WINDOW_MS),
    meanNnMs: mean(nn)!,
    sdnnMs: standardDeviation(nn)!,
    rmssdMs: Math.sqrt(mean(differences.map((d) => d * d))!),
    pnn50Percent: 100 * mean(differences.map((d) => (Math.round(1000 * Math.abs(d)) > 50_000 ? 1 : 0)))!,
    sd1Ms: standardDeviation(differences)! / Math.SQRT2,
    sd2Ms: standardDeviation(sums)! / Math.SQRT2,
  };
}

describe('rollingTimeDomain', () => {
  it('gives what is worked out by hand for 800 810 790', () => {
    const rolling = rollingTimeDomain(WINDOW_MS);
    [800, 810, 790].forEach((nnMs, i) => rolling.push({ atMs: 1000 * i, nnMs, original: true, segment: 0 }));
    const { meanNnMs, sdnnMs, rmssdMs, sd1Ms, coverage } = rolling.at(2000);
    expect([meanNnMs, coverage]).toEqual([800, 0.04]);
    expect(sdnnMs).toBeCloseTo(10, 9);
    expect(rmssdMs).toBeCloseTo(Math.sqrt(250), 9);
    // The first of the window has its neighbour too: −20 and 10 make SD1 15.
    expect(sd1Ms).toBeCloseTo(15, 9);
  });

  it('is the direct computation, to 1e-9, over 24 hours of random intervals', () => {
    const rolling = rollingTimeDomain(WINDOW_MS);
    let window: Seen[] = [];
    let before: WindowInterval | undefined;
    let intervals = 0;
    for (const interval of randomIntervals({ seed: 7, hours: 24 })) {
      rolling.push(interval);
      window.push({ interval, before });
      before = interval;
      const figures = rolling.at(interval.atMs);
      if (++intervals % 97 !== 0) continue;
      window = window.filter((one) => one.interval.atMs > interval.atMs - WINDOW_MS);
      for (const [name, expected] of Object.entries(directly(window))) {
        const relative =
          expected === 0 ? figures[name as 'sd1Ms']! : figures[name as 'sd1Ms']! / expected - 1;
        expect(Math.abs(relative)).toBeLessThan(1e-9);
      }
    }
    expect(intervals).toBeGreaterThan(80_000);
  });

  it('leaves nothing behind when the window has emptied', () => {
    const rolling = rollingTimeDomain(WINDOW_MS);
    for (const interval of randomIntervals({ seed: 3, hours: 0.1 })) rolling.push(interval);
    expect(rolling.at(1e9)).toEqual({ coverage: 0 });
  });

  it('counts a repaired interval, but not as covered', () => {
    const rolling = rollingTimeDomain(WINDOW_MS);
    rolling.push({ atMs: 600, nnMs: 600, original: true, segment: 0 });
    rolling.push({ atMs: 1500, nnMs: 900, original: false, segment: 0 });
    expect(rolling.at(1500)).toMatchObject({ coverage: 0.01, meanNnMs: 750, rmssdMs: 300 });
  });

  it('makes no difference across a hole', () => {
    const rolling = rollingTimeDomain(WINDOW_MS);
    rolling.push({ atMs: 600, nnMs: 600, original: true, segment: 0 });
    rolling.push({ atMs: 9000, nnMs: 900, original: true, segment: 1 });
    expect(rolling.at(9000)).not.toHaveProperty('rmssdMs');
  });

  it('gives a constant series a spread of exactly 0', () => {
    const rolling = rollingTimeDomain(WINDOW_MS);
    for (let i = 0; i < 5000; i++) {
      rolling.push({ atMs: 800 * i, nnMs: 812.34, original: true, segment: 0 });
      rolling.at(800 * i);
    }
    expect(rolling.at(800 * 4999)).toMatchObject({ rmssdMs: 0, pnn50Percent: 0, sd1Ms: 0 });
    expect(rolling.at(800 * 4999).sdnnMs).toBeLessThan(1e-6);
  });
});
