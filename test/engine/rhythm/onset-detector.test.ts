import { describe, expect, it } from 'vitest';
import { clapsInRoom, figuresOf } from '../../../bench/onsets.ts';
import { chance } from '../../../engine/index.ts';
import { onsetDetector, onsetsIn } from '../../../engine/rhythm/index.ts';

const RATE = 48_000;

/** Faint noise with bursts that begin at these samples. */
function bursts(starts: readonly number[], gain = 0.5): Float32Array {
  const next = chance(7);
  const sound = Float32Array.from({ length: 2 * RATE }, () => 0.0005 * (next() - 0.5));
  for (const start of starts)
    for (let i = 0; i < 2000; i++) sound[start + i]! += gain * (2 * next() - 1) * Math.exp(-i / 400);
  return sound;
}

describe('onsetDetector', () => {
  it('finds each burst within a third of a millisecond of its first sample', () => {
    const starts = [9001, 24_500, 48_123, 77_777];
    const found = onsetsIn(bursts(starts), { sampleRate: RATE });
    expect(found).toHaveLength(4);
    found.forEach(({ sample }, i) => expect(Math.abs(sample - starts[i]!)).toBeLessThan(16));
  });

  it('finds the same however the stream is cut', () => {
    const sound = bursts([9001, 24_500, 48_123]);
    const detector = onsetDetector({ sampleRate: RATE });
    const found = [];
    for (let from = 0; from < sound.length; from += 128)
      found.push(...detector.push(sound.slice(from, from + 128)));
    expect(found).toEqual(onsetsIn(sound, { sampleRate: RATE }));
  });

  it('finds nothing in silence, in noise or in a tone that swells', () => {
    const next = chance(3);
    expect(onsetsIn(new Float32Array(RATE), { sampleRate: RATE })).toEqual([]);
    const noise = Float32Array.from({ length: RATE }, () => 0.1 * (next() - 0.5));
    expect(onsetsIn(noise, { sampleRate: RATE })).toEqual([]);
    const swell = noise.map((value, i) => value * 0.01 + (i / RATE) ** 2 * Math.sin((6000 * i) / RATE));
    expect(onsetsIn(swell, { sampleRate: RATE })).toEqual([]);
  });

  it('does not hear a low pulse when it listens above it', () => {
    const pulse = Float32Array.from({ length: RATE }, (_, i) => {
      const s = (i % 24_000) / RATE;
      const swell = Math.min(1, s / 0.02);
      return 0.3 * Math.sin(2 * Math.PI * 587 * s) * swell ** 2 * (3 - 2 * swell) * Math.exp(-s / 0.06);
    });
    const clap = bursts([30_000]).subarray(0, RATE);
    const both = pulse.map((value, i) => value + clap[i]!);
    const found = onsetsIn(both, { sampleRate: RATE, lowestHz: 2500 });
    expect(found).toHaveLength(1);
    expect(Math.abs(found[0]!.sample - 30_000)).toBeLessThan(48);
  });

  it('refuses a corner that the rate cannot carry', () => {
    expect(() => onsetDetector({ sampleRate: 8000, lowestHz: 4000 })).toThrow(RangeError);
  });

  it('keeps to the bar in generated rooms: F1 at least .95, 95 % within 5 ms', () => {
    const scores = Array.from({ length: 6 }, (_, i) =>
      clapsInRoom(chance(i), 14 + 5 * i, i % 2 ? 44_100 : 48_000),
    );
    const { f1, p95ErrorMs } = figuresOf(scores);
    expect(f1).toBeGreaterThanOrEqual(0.95);
    expect(p95ErrorMs).toBeLessThanOrEqual(5);
  });
});
