import { describe, expect, it } from 'vitest';
import { fuzz } from '../../bench/fuzz.ts';

describe('fuzz', () => {
  it('finds nothing that throws or is not a number, in a small share of what the command tries', () => {
    const { faults, beats, readable } = fuzz({ seed: 7, payloads: 5000, runs: 150 });
    expect(faults).toEqual([]);
    expect(beats).toBeGreaterThan(10_000);
    expect(readable).toBeGreaterThan(10);
  });
});
