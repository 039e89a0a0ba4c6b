import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countdownText, startsAfter } from '../../../../web/features/together/start-time.ts';

describe('startsAfter', () => {
  it('are full minutes, the first one to two minutes away', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1.7e12, max: 2e12 }), (nowMs) => {
        const starts = startsAfter(nowMs);
        expect(starts[0]! - nowMs).toBeGreaterThanOrEqual(60_000);
        expect(starts[0]! - nowMs).toBeLessThan(120_000);
        for (const atMs of starts) expect(atMs % 60_000).toBe(0);
      }),
    );
  });

  it('are common to two who look in the same minute', () => {
    const [early, late] = [startsAfter(1_800_000_000_001), startsAfter(1_800_000_059_999)];
    expect(early.filter((atMs) => late.includes(atMs)).length).toBeGreaterThanOrEqual(9);
  });
});

describe('countdownText', () => {
  it.each([
    [65_000, '1:05'],
    [999, '0:01'],
    [0, '0:00'],
    [-5000, '0:00'],
  ])('is for %i ms %s', (leftMs, text) => {
    expect(countdownText(leftMs)).toBe(text);
  });
});
