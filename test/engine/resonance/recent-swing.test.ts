import { describe, expect, it } from 'vitest';
import type { NnInterval } from '../../../engine/artefacts/nn-interval.ts';
import { recentSwing } from '../../../engine/resonance/recent-swing.ts';

/** A heart that swings by 9/min six times a minute, and does not in the time before `fromMs`. */
function swinging(untilMs: number, fromMs = 0): NnInterval[] {
  const nn: NnInterval[] = [];
  for (let atMs = 0; atMs < untilMs;) {
    const nnMs = 60_000 / (70 + (atMs < fromMs ? 0 : 4.5 * Math.sin((2 * Math.PI * atMs) / 10_000)));
    atMs += nnMs;
    nn.push({ atMs, nnMs, original: true, segment: 0, index: nn.length });
  }
  return nn;
}

describe('recentSwing', () => {
  it('is the way from trough to crest', () => {
    expect(recentSwing(swinging(60_000), 60_000, 6)).toBeCloseTo(9, 0);
  });

  it.each([31_000, 33_333, 40_000, 45_000])('is known after %d ms', (untilMs) => {
    expect(recentSwing(swinging(untilMs), untilMs, 6)).toBeCloseTo(9, 0);
  });

  it('goes by the last 45 seconds alone', () => {
    expect(recentSwing(swinging(120_000, 70_000), 120_000, 6)).toBeCloseTo(9, 0);
  });

  it('is unknown before half a minute, of repaired intervals, and of a heart that does not swing', () => {
    expect(recentSwing(swinging(25_000), 25_000, 6)).toBeUndefined();
    const repaired = swinging(60_000).map((one) => ({ ...one, original: false }));
    expect(recentSwing(repaired, 60_000, 6)).toBeUndefined();
    expect(recentSwing(swinging(60_000, Infinity), 60_000, 6)).toBeUndefined();
  });
});
