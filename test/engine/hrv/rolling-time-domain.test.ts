import { describe, expect, it } from 'vitest';
import { mean, standardDeviation } from '../../../engine/hrv/moments.ts';
import { rollingTimeDomain, type WindowBeat } from '../../../engine/hrv/rolling-time-domain.ts';
import { randomBeats } from './support/random-beats.ts';

const WINDOW_MS = 60_000;

interface Seen {
  readonly beat: WindowBeat;
  readonly beforeMs: number;
}

/** The same figures from what the window holds, each from its definition. */
function directly(seen: readonly Seen[]) {
  const accepted = Float64Array.from(seen.flatMap(({ beat }) => (beat.accepted ? [beat.rrMs] : [])));
  const pairs = seen.filter(({ beat }) => beat.adjacent);
  const differences = Float64Array.from(pairs, ({ beat, beforeMs }) => beat.rrMs - beforeMs);
  const sums = Float64Array.from(pairs, ({ beat, beforeMs }) => beat.rrMs + beforeMs);
  return {
    meanNnMs: mean(accepted)!,
    sdnnMs: standardDeviation(accepted)!,
    rmssdMs: Math.sqrt(mean(differences.map((d) => d * d))!),
    pnn50Percent: 100 * mean(differences.map((d) => (Math.abs(d) > 50 ? 1 : 0)))!,
    sd1Ms: standardDeviation(differences)! / Math.SQRT2,
    sd2Ms: standardDeviation(sums)! / Math.SQRT2,
  };
}

describe('rollingTimeDomain', () => {
  it('gives what is worked out by hand for 800 810 790', () => {
    const rolling = rollingTimeDomain(WINDOW_MS);
    [800, 810, 790].forEach((rrMs, i) =>
      rolling.push({ atMs: 1000 * i, rrMs, accepted: true, adjacent: i > 0 }),
    );
    const { meanNnMs, sdnnMs, rmssdMs, sd1Ms, coverage, corrected } = rolling.at(2000);
    expect([meanNnMs, coverage, corrected]).toEqual([800, 0.04, 0]);
    expect(sdnnMs).toBeCloseTo(10, 9);
    expect(rmssdMs).toBeCloseTo(Math.sqrt(250), 9);
    // The first of the window has its neighbour too: −20 and 10 make SD1 15.
    expect(sd1Ms).toBeCloseTo(15, 9);
  });

  it('is the direct computation, to 1e-9, over 24 hours of random beats', () => {
    const rolling = rollingTimeDomain(WINDOW_MS);
    let window: Seen[] = [];
    let beforeMs = 0;
    let beats = 0;
    for (const beat of randomBeats({ seed: 7, hours: 24 })) {
      rolling.push(beat);
      window.push({ beat, beforeMs });
      beforeMs = beat.rrMs;
      const figures = rolling.at(beat.atMs);
      if (++beats % 97 !== 0) continue;
      window = window.filter((one) => one.beat.atMs > beat.atMs - WINDOW_MS);
      expect(figures.beats).toBe(window.length);
      for (const [name, expected] of Object.entries(directly(window))) {
        const relative =
          expected === 0 ? figures[name as 'sd1Ms']! : figures[name as 'sd1Ms']! / expected - 1;
        expect(Math.abs(relative)).toBeLessThan(1e-9);
      }
    }
    expect(beats).toBeGreaterThan(80_000);
  });

  it('leaves nothing behind when the window has emptied', () => {
    const rolling = rollingTimeDomain(WINDOW_MS);
    for (const beat of randomBeats({ seed: 3, hours: 0.1 })) rolling.push(beat);
    expect(rolling.at(1e9)).toEqual({ beats: 0, coverage: 0, corrected: 0 });
  });

  it('counts a rejected beat as corrected and never as an interval', () => {
    const rolling = rollingTimeDomain(WINDOW_MS);
    const push = (atMs: number, rrMs: number, accepted: boolean) =>
      rolling.push({ atMs, rrMs, accepted, adjacent: false });
    push(0, 800, true);
    push(1000, 5000, false);
    expect(rolling.at(1000)).toMatchObject({ beats: 2, corrected: 0.5, meanNnMs: 800 });
    expect(rolling.at(1000)).not.toHaveProperty('rmssdMs');
  });

  it('gives a constant series a spread of exactly 0', () => {
    const rolling = rollingTimeDomain(WINDOW_MS);
    for (let i = 0; i < 5000; i++) {
      rolling.push({ atMs: 800 * i, rrMs: 812.34, accepted: true, adjacent: i > 0 });
      rolling.at(800 * i);
    }
    expect(rolling.at(800 * 4999)).toMatchObject({ rmssdMs: 0, pnn50Percent: 0, sd1Ms: 0 });
    expect(rolling.at(800 * 4999).sdnnMs).toBeLessThan(1e-6);
  });
});
