import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chance, clockOffset, type Ping } from '../../../engine/index.ts';

/** Ten pings each fifteen seconds, with delays of each way as given, of a clock that is ahead and drifts. */
const pingsOf = (
  delays: () => readonly [there: number, back: number],
  { rounds = 4, aheadMs = 5000, ppm = 0 } = {},
): readonly Ping[] =>
  Array.from({ length: 10 * rounds }, (_, i) => {
    const sentMs = 1e12 + Math.floor(i / 10) * 15_000 + (i % 10) * 200;
    const [there, back] = delays();
    const arrivedMs = sentMs + there;
    return {
      ...{ sentMs, receivedMs: arrivedMs + back },
      otherMs: arrivedMs + aheadMs + (arrivedMs - 1e12) * ppm * 1e-6,
    };
  });

describe('clockOffset', () => {
  it('lies in the middle of what one ping allows, by hand', () => {
    expect(clockOffset([{ sentMs: 100, receivedMs: 140, otherMs: 1000 }])).toEqual({
      offsetMs: 880,
      uncertaintyMs: 21,
    });
  });

  it('takes the quickest of each way, also of different pings', () => {
    const slowBack = { sentMs: 0, receivedMs: 90, otherMs: 1010 };
    const slowThere = { sentMs: 100, receivedMs: 190, otherMs: 1180 };
    const { offsetMs, uncertaintyMs } = clockOffset([slowBack, slowThere])!;
    expect(offsetMs).toBeCloseTo(1000, 1);
    expect(uncertaintyMs).toBeCloseTo(11, 1);
  });

  it('knows nothing without a ping, and leaves out one whose answer came before its question', () => {
    expect(clockOffset([])).toBeUndefined();
    expect(clockOffset([{ sentMs: 10, receivedMs: 9, otherMs: 0 }])).toBeUndefined();
  });

  it('never claims more than is true, however uneven the ways and whichever clock drifts', () => {
    const delay = fc.double({ min: 0, max: 400, noNaN: true });
    const scene = fc.record({
      seed: fc.integer(),
      base: fc.tuple(delay, delay),
      jitter: fc.tuple(delay, delay),
      ppm: fc.double({ min: -90, max: 90, noNaN: true }),
    });
    fc.assert(
      fc.property(scene, ({ seed, base, jitter, ppm }) => {
        const draw = chance(seed);
        const pings = pingsOf(() => [base[0] + jitter[0] * draw(), base[1] + jitter[1] * draw()], { ppm });
        const { offsetMs, uncertaintyMs } = clockOffset(pings)!;
        const trueMs = 5000 + (pings.at(-1)!.receivedMs - 1e12) * ppm * 1e-6;
        expect(Math.abs(offsetMs - trueMs)).toBeLessThanOrEqual(uncertaintyMs + 0.01);
      }),
    );
  });

  it('is off by less than 10 ms in 95 of 100 cases with 120 ms of jitter on one way and 50 ppm of drift', () => {
    const errors = Array.from({ length: 400 }, (_, seed) => {
      const draw = chance(seed);
      const pings = pingsOf(() => [5 + 120 * draw(), 5], { ppm: 50 });
      const trueMs = 5000 + (pings.at(-1)!.receivedMs - 1e12) * 50e-6;
      return Math.abs(clockOffset(pings)!.offsetMs - trueMs);
    }).sort((a, b) => a - b);
    expect(errors[380]).toBeLessThan(10);
  });

  it('forgets what was before either clock was set', () => {
    const before = pingsOf(() => [20, 20], { rounds: 3 });
    const other = before.map((ping, i) => (i < 20 ? ping : { ...ping, otherMs: ping.otherMs - 3_600_000 }));
    expect(clockOffset(other)!.offsetMs).toBeCloseTo(5000 - 3_600_000, 0);
    const own = before.map((ping, i) =>
      i < 20 ? ping : { ...ping, sentMs: ping.sentMs - 7000, receivedMs: ping.receivedMs - 7000 },
    );
    expect(clockOffset(own)!.offsetMs).toBeCloseTo(12_000, 0);
  });
});
