import { describe, expect, it } from 'vitest';
import { nearRoom } from '../../../web/audio/near-room.ts';
import { sideImpulse } from '../../../web/audio/side-impulse.ts';

const RATE = 22_050;
const powerOf = (samples: Float32Array): number => samples.reduce((sum, x) => sum + x * x, 0);
const largest = (samples: Float32Array): number =>
  samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

describe('nearRoom', () => {
  const sides = nearRoom(RATE);
  const [left, right] = [sides[0]!, sides[1]!];

  it('gives back the power it was given, over both sides', () => {
    expect((powerOf(left) + powerOf(right)) / 2).toBeCloseTo(1, 3);
  });

  it('answers with single reflections first: most of it comes within 50 ms', () => {
    const early = left.subarray(0, Math.round(0.05 * RATE));
    expect(powerOf(early) / powerOf(left)).toBeGreaterThan(0.5);
    expect(largest(left.subarray(0, Math.round(0.001 * RATE)))).toBeLessThan(0.01);
  });

  it('is over within half a second, without a step at its end', () => {
    expect(left.length / RATE).toBeLessThan(0.5);
    expect(Math.abs(left.at(-1)!)).toBeLessThan(1e-3);
  });

  it('differs from side to side, so that it is heard as a place', () => {
    const dot = left.reduce((sum, x, i) => sum + x * right[i]!, 0);
    expect(Math.abs(dot) / Math.sqrt(powerOf(left) * powerOf(right))).toBeLessThan(0.5);
  });
});

describe('sideImpulse', () => {
  const sides = sideImpulse(RATE);
  const [left, right] = [sides[0]!, sides[1]!];

  it('cancels when both sides are folded into one', () => {
    expect(largest(left.map((x, i) => x + right[i]!))).toBe(0);
  });

  it('has power 1 on each side, and no bass', () => {
    expect(powerOf(left)).toBeCloseTo(1, 3);
    expect(Math.abs(left.reduce((sum, x) => sum + x, 0))).toBeLessThan(0.3);
  });
});
