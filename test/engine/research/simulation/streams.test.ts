import { describe, expect, it } from 'vitest';
import { stream } from '../../../../engine/research/simulation/streams.ts';

describe('stream', () => {
  const firsts = Array.from({ length: 200 }, (_, seed) =>
    Array.from({ length: 63 }, (__, number) => stream(seed, number, 1)()),
  );

  it('begins elsewhere for every seed and person', () => {
    expect(new Set(firsts.flat()).size).toBeGreaterThan(0.99 * 200 * 63);
  });

  it('is even over seeds and people', () => {
    const all = firsts.flat();
    const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
    // Four standard errors of a uniform mean.
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / all.length));
  });

  it('gives the same for the same place', () => {
    expect(stream(3, 4, 5)()).toBe(stream(3, 4, 5)());
  });
});
