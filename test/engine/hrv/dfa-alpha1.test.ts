import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DFA_NEUROKIT, DFA_PENG, dfaAlpha1 } from '../../../engine/hrv/dfa-alpha1.ts';
import { nnSeries } from '../../../engine/hrv/nn-series.ts';

/** White intervals from a small congruential generator: the same in every run. */
function noise(length: number): number[] {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return 800 + 40 * (state / 2147483647 - 0.5);
  });
}

describe('dfaAlpha1', () => {
  it('of intervals that alternate is ½·log(1.2)/log(1.25) over windows of 4 and 5 beats', () => {
    // The profile is a 0 a 0 …: around its line a window of 4 keeps 0.2·a² on average, one of 5 keeps 0.24·a².
    const alternating = nnSeries(Array.from({ length: 40 }, (_, i) => 800 + (i % 2 === 0 ? 10 : -10)));
    const alpha = dfaAlpha1(alternating, { ...DFA_PENG, beats: [4, 5] });
    expect(alpha).toBeCloseTo((0.5 * Math.log(1.2)) / Math.log(1.25), 9);
  });

  it.each([DFA_PENG, DFA_NEUROKIT])(
    'is near 0.5 for white intervals and a whole one more for their sum',
    (options) => {
      const white = noise(3000);
      let sum = 0;
      const walk = white.map((nn) => 5000 + (sum += nn - 800));
      // Short windows read a little off the limit of long ones.
      const found = [white, walk].map((nn) => dfaAlpha1(nnSeries(nn), options)!);
      expect(found[0]! - 0.5).toBeGreaterThan(0);
      expect(found[0]! - 0.5).toBeLessThan(0.15);
      expect(Math.abs(found[1]! - 1.5)).toBeLessThan(0.1);
    },
  );

  it('does not see scale or shift', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.integer({ min: 0, max: 500 }),
        (scale, shift) => {
          const plain = dfaAlpha1(nnSeries(noise(200)))!;
          expect(dfaAlpha1(nnSeries(noise(200).map((nn) => scale * nn + shift)))).toBeCloseTo(plain, 6);
        },
      ),
    );
  });

  it.each([
    ['31 beats, one short of two of the longest windows', noise(31)],
    ['no beats', []],
    ['a constant series', new Array<number>(100).fill(800)],
  ])('is absent for %s', (_, nn) => {
    expect(dfaAlpha1(nnSeries(nn))).toBeUndefined();
  });

  it('counts every whole window, the last as well', () => {
    const options = { ...DFA_PENG, beats: [4, 5] } as const;
    const plain = noise(40);
    const late = plain.map((nn, i) => (i === 37 ? nn + 60 : i === 38 ? nn - 60 : nn));
    expect(dfaAlpha1(nnSeries(late), options)).not.toBeCloseTo(dfaAlpha1(nnSeries(plain), options)!, 2);
  });

  it('reads the longest segment only', () => {
    const nn = noise(140);
    const series = { ...nnSeries(nn), segment: Int32Array.from(nn, (_, i) => (i < 100 ? 0 : 1)) };
    expect(dfaAlpha1(series)).toBe(dfaAlpha1(nnSeries(nn.slice(0, 100))));
  });
});
