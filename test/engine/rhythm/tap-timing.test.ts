import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pulsePhase, tapTiming } from '../../../engine/rhythm/index.ts';

describe('tapTiming', () => {
  it('gives each beat its nearest tap, and counts what is left on both sides', () => {
    const timing = tapTiming([0.95, 1.5, 2.02, 4.1], [1, 2, 3, 4]);
    timing.asynchroniesS.forEach((s, i) => expect(s).toBeCloseTo([-0.05, 0.02, 0.1][i]!, 9));
    expect(timing).toMatchObject({ freeBeats: 1, tapsBetween: 1 });
    expect(timing.asynchroniesS).toHaveLength(3);
  });

  it('has nothing to say without taps or without beats', () => {
    expect(tapTiming([], [1, 2])).toEqual({ asynchroniesS: [], freeBeats: 2, tapsBetween: 0 });
    expect(tapTiming([1, 2], [])).toEqual({ asynchroniesS: [], freeBeats: 0, tapsBetween: 2 });
  });

  it('reaches less far where beats are close', () => {
    expect(tapTiming([1.12], [1, 1.25, 2]).asynchroniesS).toEqual([]);
    expect(tapTiming([2.12], [1, 2, 3]).asynchroniesS).toHaveLength(1);
  });

  it('accounts for every tap and every beat', () => {
    const times = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { maxLength: 40 });
    fc.assert(
      fc.property(times, times, (taps, beats) => {
        const [tapsS, beatsS] = [taps, [...new Set(beats)]].map((all) => [...all].sort((a, b) => a - b));
        const { asynchroniesS, freeBeats, tapsBetween } = tapTiming(tapsS!, beatsS!);
        expect(asynchroniesS.length + freeBeats).toBe(beatsS!.length);
        expect(asynchroniesS.length + tapsBetween).toBe(tapsS!.length);
      }),
    );
  });
});

describe('pulsePhase', () => {
  const pulse = { fromS: 0.2, everyS: 0.75 };
  const taps = (offset: (i: number) => number) =>
    Array.from({ length: 12 }, (_, i) => 0.2 + 0.75 * i + offset(i));

  it('finds taps that are always 40 ms ahead there, and by no chance', () => {
    const phase = pulsePhase(
      taps(() => -0.04),
      pulse,
    )!;
    expect(phase.asynchronyS).toBeCloseTo(-0.04, 9);
    expect(phase.together).toBeCloseTo(1, 9);
    expect(phase.byChance).toBeLessThan(0.001);
  });

  it('finds nothing in taps all around the pulse', () => {
    const phase = pulsePhase(
      taps((i) => (0.75 * i) / 12),
      pulse,
    )!;
    expect(phase.together).toBeLessThan(1e-9);
    expect(phase.byChance).toBeCloseTo(1, 9);
  });

  it('is absent below eight taps', () => {
    expect(pulsePhase(taps(() => 0).slice(0, 7), pulse)).toBeUndefined();
  });
});
