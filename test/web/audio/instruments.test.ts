import FFT from 'fft.js';
import { describe, expect, it } from 'vitest';
import * as instruments from '../../../web/audio/instruments/index.ts';
import type { Instrument } from '../../../web/audio/instruments/index.ts';

const SAMPLE_RATE = 44_100;
const all = Object.values(instruments).filter((it): it is Instrument => typeof it === 'object');
const SIZE = 2 ** 16;

/** Frequency of the strongest line within a quarter-tone of `near`, by a parabola through the log spectrum. */
function lineNear(samples: Float32Array, near: number): number {
  const fft = new FFT(SIZE);
  const out = fft.createComplexArray() as number[];
  fft.realTransform(
    out,
    Array.from({ length: SIZE }, (_, i) => samples[i]! * Math.sin((Math.PI * i) / SIZE) ** 2),
  );
  const level = (bin: number): number => Math.log(Math.hypot(out[2 * bin]!, out[2 * bin + 1]!));
  const binOf = (hz: number): number => Math.round((hz * SIZE) / SAMPLE_RATE);
  let best = binOf(near * 0.97);
  for (let bin = best; bin <= binOf(near * 1.03); bin++) if (level(bin) > level(best)) best = bin;
  const [a, b, c] = [level(best - 1), level(best), level(best + 1)];
  return ((best + (a - c) / (2 * (a - 2 * b + c))) * SAMPLE_RATE) / SIZE;
}

describe.each(all.map((instrument) => [instrument.id, instrument] as const))('%s', (_id, instrument) => {
  const samples = instrument.render(60, SAMPLE_RATE);

  it('peaks at 1, without DC and without a number that is none', () => {
    expect(samples.reduce((peak, x) => Math.max(peak, Math.abs(x)), 0)).toBeCloseTo(1, 6);
    expect(Math.abs(samples.reduce((sum, x) => sum + x, 0) / samples.length)).toBeLessThan(1e-3);
    expect(samples.every(Number.isFinite)).toBe(true);
  });

  it('is the same each time', () => expect(instrument.render(60, SAMPLE_RATE)).toEqual(samples));

  it(instrument.loops ? 'comes round without a step' : 'begins near 0 and ends at 0', () => {
    const inner = samples.reduce(
      (most, x, i) => (i === 0 ? 0 : Math.max(most, Math.abs(x - samples[i - 1]!))),
      0,
    );
    if (instrument.loops) expect(Math.abs(samples[0]! - samples.at(-1)!)).toBeLessThanOrEqual(inner);
    else expect([Math.abs(samples[0]!) < 0.01, samples.at(-1)]).toEqual([true, expect.closeTo(0, 6)]);
  });
});

describe.each(['FELT_PIANO', 'BRIGHT_PIANO', 'HARP', 'LUTE', 'BASS'] as const)('%s', (name) => {
  it.each([45, 57, 69])('is in tune within 6 cents at MIDI %i', (midi) => {
    const wanted = instruments.frequencyOf(midi);
    const heard = lineNear(instruments[name].render(midi, SAMPLE_RATE), wanted);
    expect(Math.abs(1200 * Math.log2(heard / wanted))).toBeLessThan(6);
  });
});
