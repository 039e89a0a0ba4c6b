import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISTURBANCES, rPeakScore } from '../../../bench/r-peaks.ts';
import { simulateHeart, syntheticEcg } from '../../../devices/index.ts';
import { chance, rPeakDetector } from '../../../engine/index.ts';

const found = (samples: ArrayLike<number>, rateHz: number): readonly number[] => {
  const detector = rPeakDetector(rateHz);
  return [...detector.push(samples), ...detector.end()];
};
const heart = simulateHeart({ seed: 3 }, 40).observed;
const ecg = syntheticEcg(heart, { seed: 3, rateHz: 130, noise: 0.05 });

describe('rPeakDetector', () => {
  it.each(
    Object.keys(DISTURBANCES).flatMap((signal) => [130, 500].map((rateHz) => [signal, rateHz] as const)),
  )(
    'finds at least 0.995 of the beats in ECG with %s at %i Hz, as little else, and intervals to 4 ms',
    (signal, rateHz) => {
      const score = rPeakScore(signal, { rateHz, people: 1, minutes: 4 });
      expect(score.sensitivity).toBeGreaterThanOrEqual(0.995);
      expect(score.precision).toBeGreaterThanOrEqual(0.995);
      expect(score.rrRmsMs).toBeLessThanOrEqual(4);
    },
  );

  it('tells the time of a peak between samples', () => {
    const samples = Float64Array.from({ length: 1300 }, (_, i) => {
      const since = ((i / 130 - 0.5031 + 0.5) % 1) - 0.5;
      return Math.exp(-((since / 0.012) ** 2) / 2);
    });
    const peaks = found(samples, 130);
    expect(peaks).toHaveLength(10);
    peaks.forEach((peak, i) => expect(peak).toBeCloseTo(i + 0.5031, 3));
  });

  it('gives the same however the samples are cut', () => {
    const whole = found(ecg, 130);
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 1, maxLength: 20 }), (sizes) => {
        const detector = rPeakDetector(130);
        const peaks: number[] = [];
        for (let at = 0, k = 0; at < ecg.length; k++) {
          const size = sizes[k % sizes.length]! + 1;
          peaks.push(...detector.push(ecg.subarray(at, at + size)));
          at += size;
        }
        expect([...peaks, ...detector.end()]).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  it('does not mind amplitude, offset or polarity', () => {
    const whole = found(ecg, 130);
    expect(
      found(
        ecg.map((one) => 800 * one - 12_000),
        130,
      ),
    ).toHaveLength(whole.length);
    found(
      ecg.map((one) => -one),
      130,
    ).forEach((peak, i) => expect(peak).toBeCloseTo(whole[i]!, 6));
  });

  it('learns anew where the beats have become ten times smaller', () => {
    const half = ecg.length >> 1;
    const peaks = found(
      ecg.map((one, i) => (i < half ? one : one / 10)),
      130,
    );
    const late = heart.filter(({ atS }) => atS > half / 130 + 0.5);
    expect(peaks.filter((peak) => peak > half / 130 + 0.5).length).toBeGreaterThanOrEqual(late.length - 6);
  });

  it('finds nothing in silence, in noise alone, and in a stretch without electrodes', () => {
    const random = chance(1);
    const noise = Float64Array.from({ length: 130 * 60 }, () => random() - 0.5);
    expect(found(new Float64Array(1300), 130)).toEqual([]);
    expect(found([], 130)).toEqual([]);
    expect(found(noise, 130).length).toBeLessThan(10);
    const lost = ecg.map((one, i) => (i > 1300 && i < 2600 ? 0 : one));
    expect(found(lost, 130).filter((peak) => peak > 10.2 && peak < 19.8)).toEqual([]);
  });

  it('refuses a rate that shows no QRS complex', () => {
    expect(() => rPeakDetector(50)).toThrow(RangeError);
  });
});
