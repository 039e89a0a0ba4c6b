import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exceedsMs } from '../../../engine/hrv/exceeds.ts';

describe('exceedsMs', () => {
  it('takes 50 ms for no more than 50 ms, whatever the intervals were made of', () => {
    expect(exceedsMs(1.059 * 1000 - 1.009 * 1000, 50)).toBe(false);
    for (const hz of [100, 250, 360, 500, 1000]) {
      const samples = (50 * hz) / 1000;
      for (let rr = Math.round(0.6 * hz); rr < hz; rr++) {
        const [one, next] = [(rr * 1000) / hz, ((rr + samples) * 1000) / hz];
        expect(exceedsMs(next - one, 50), `${rr} at ${hz} Hz`).toBe(samples % 1 !== 0 && next - one > 50.1);
      }
    }
  });

  it('sees the first step of each clock beyond the limit', () => {
    expect(exceedsMs(50.001, 50)).toBe(true);
    expect(exceedsMs((52 * 1000) / 1024, 50)).toBe(true);
    expect(exceedsMs((51 * 1000) / 1024, 50)).toBe(false);
    expect(exceedsMs(-51, 50)).toBe(true);
  });

  it('says the same of a difference in s and in ms', () => {
    const ms = fc.integer({ min: 300, max: 2000 });
    fc.assert(
      fc.property(ms, ms, (a, b) => {
        expect(exceedsMs((a / 1000) * 1000 - (b / 1000) * 1000, 50)).toBe(Math.abs(a - b) > 50);
      }),
    );
  });
});
