import { describe, expect, it } from 'vitest';
import { chance, normal } from '../../../engine/index.ts';
import { steadiness } from '../../../engine/rhythm/index.ts';

/** Taps with intervals of 0.5 s that vary as given. */
const tapsOf = (count: number, vary: (i: number) => number): number[] => {
  let at = 3;
  return Array.from({ length: count }, (_, i) => (at += 0.5 + vary(i)));
};

describe('steadiness', () => {
  it('is the standard deviation of the intervals, by hand', () => {
    const found = steadiness(tapsOf(12, (i) => (i % 2 === 0 ? 0.01 : -0.01)));
    if ('withheld' in found) throw new Error('withheld');
    expect(found.n).toBe(11);
    expect(found.intervalS).toBeCloseTo(0.5 - 0.01 / 11, 9);
    expect(found.spreadS).toBeGreaterThan(0.0099);
    expect(found.spreadS).toBeLessThan(0.0115);
    expect(found.quickening).toBeUndefined();
  });

  it('is withheld below nine intervals', () => {
    expect(steadiness(tapsOf(9, () => 0))).toEqual({ withheld: 'too-few-taps', n: 8, needed: 9 });
    expect(steadiness([])).toMatchObject({ withheld: 'too-few-taps', n: 0 });
  });

  it('is the same wherever the taps lie in time', () => {
    const next = chance(1);
    const taps = tapsOf(30, () => 0.02 * normal(next));
    const [here, there] = [steadiness(taps), steadiness(taps.map((at) => at + 1000))];
    if ('withheld' in here || 'withheld' in there) throw new Error('withheld');
    expect(there.spreadS).toBeCloseTo(here.spreadS, 9);
  });

  it('takes slow quickening for what it is, not for unsteadiness', () => {
    const next = chance(2);
    const found = steadiness(tapsOf(60, (i) => -0.001 * i + 0.003 * normal(next)));
    if ('withheld' in found) throw new Error('withheld');
    expect(found.spreadS).toBeLessThan(0.006);
    expect(found.quickening).toBeGreaterThan(0.1);
  });

  it('leaves out pauses and halves intervals over a beat left free', () => {
    const taps = tapsOf(20, () => 0).filter((_, i) => i !== 7);
    const later = taps.map((at, i) => (i < 14 ? at : at + 4.3));
    const found = steadiness(later);
    if ('withheld' in found) throw new Error('withheld');
    expect(found.spreadS).toBeLessThan(1e-9);
    expect(found.n).toBe(17);
  });

  it('tells a spread that has halved', () => {
    const next = chance(4);
    const found = steadiness(tapsOf(60, (i) => (i < 30 ? 0.04 : 0.01) * normal(next)));
    if ('withheld' in found) throw new Error('withheld');
    expect(found.spreadTrend).toBeLessThan(0.6);
  });
});
