import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slewedClock } from '../../../engine/index.ts';

describe('slewedClock', () => {
  it('takes what comes for of now while nothing was measured', () => {
    expect(slewedClock().ownMs(77, 1000)).toBe(1000);
  });

  it('takes the first offset at once', () => {
    const clock = slewedClock();
    clock.measured(500);
    expect(clock.ownMs(1400, 1000)).toBe(900);
  });

  it('goes over to another one by 5 ms a second', () => {
    const clock = slewedClock();
    clock.measured(0);
    expect(clock.ownMs(900, 1000)).toBe(900);
    clock.measured(20);
    expect([2000, 3000, 4000, 5000, 6000].map((nowMs) => clock.ownMs(nowMs - 100, nowMs))).toEqual([
      1895, 2890, 3885, 4880, 5880,
    ]);
  });

  it('goes on evenly where the other clock is set back, once that was measured, and never runs back before', () => {
    const clock = slewedClock();
    clock.measured(0);
    expect(clock.ownMs(9900, 10_000)).toBe(9900);
    // Back by an hour, and not yet noticed.
    expect(clock.ownMs(10_900 - 3_600_000, 11_000)).toBe(9900);
    clock.measured(-3_600_000);
    expect(clock.ownMs(11_900 - 3_600_000, 12_000)).toBe(11_900);
  });

  it('takes what lies in the future for of now', () => {
    const clock = slewedClock();
    clock.measured(0);
    expect(clock.ownMs(99_000, 10_000)).toBe(10_000);
  });

  it('keeps the order, whatever was measured', () => {
    const moment = fc.record({
      passMs: fc.nat(2000),
      otherMs: fc.integer({ min: -1e9, max: 1e9 }),
      offsetMs: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
    });
    fc.assert(
      fc.property(fc.array(moment), (moments) => {
        const clock = slewedClock();
        let [nowMs, lastMs] = [1e12, -Infinity];
        for (const { passMs, otherMs, offsetMs } of moments) {
          nowMs += passMs;
          if (offsetMs !== null) clock.measured(offsetMs);
          const ownMs = clock.ownMs(otherMs, nowMs);
          expect(ownMs).toBeGreaterThanOrEqual(lastMs);
          expect(ownMs).toBeLessThanOrEqual(nowMs);
          lastMs = ownMs;
        }
      }),
    );
  });
});
