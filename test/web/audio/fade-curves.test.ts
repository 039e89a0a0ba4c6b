import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fadeCurves } from '../../../web/audio/fade-curves.ts';

const middle = (curve: readonly number[]): number => curve[(curve.length - 1) / 2]!;
const power = (curves: readonly (readonly number[])[], i: number): number =>
  curves.reduce((sum, curve) => sum + curve[i]! ** 2, 0);

describe('fadeCurves', () => {
  it('meets at −3 dB in the middle of an equal-power fade', () => {
    const [out, into] = fadeCurves('equal-power', [1, 0], 1);
    expect(middle(out!)).toBeCloseTo(Math.SQRT1_2, 12);
    expect(middle(into!)).toBeCloseTo(Math.SQRT1_2, 12);
  });

  it('meets at one half in the middle of a linear fade', () => {
    expect(fadeCurves('linear', [1, 0], 1).map(middle)).toEqual([0.5, 0.5]);
  });

  it('turns back from where it was: the deck that was leaving returns on the same arc', () => {
    const [back, leaving] = fadeCurves('equal-power', [0.6, 0.8], 0);
    expect(back![0]).toBe(0.6);
    expect(leaving![0]).toBe(0.8);
    expect(middle(back!) ** 2 + middle(leaving!) ** 2).toBeCloseTo(1, 12);
  });

  it('takes every deck out where there is nothing to fade to', () => {
    const curves = fadeCurves('equal-power', [0.8, 0.6], undefined);
    expect(curves.map((curve) => curve.at(-1))).toEqual([0, 0]);
  });

  it('holds a deck that is all there already, and takes the others out', () => {
    const [held, other] = fadeCurves('equal-power', [1, 0.5], 0);
    expect(new Set(held)).toEqual(new Set([1]));
    expect(other!.at(-1)).toBe(0);
    expect(middle(other!)).toBeCloseTo(0.5 * Math.SQRT1_2, 12);
  });

  const start = fc
    .record({
      angle: fc.double({ min: 0, max: 1.5, noNaN: true }),
      split: fc.double({ min: 0, max: 1.57, noNaN: true }),
    })
    .map(({ angle, split }) => [
      Math.cos(angle) * Math.cos(split),
      Math.cos(angle) * Math.sin(split),
      Math.sin(angle),
    ]);

  it('keeps the power of three unlike decks at 1 wherever it takes over', () => {
    fc.assert(
      fc.property(start, (from) => {
        const curves = fadeCurves('equal-power', from, 2);
        curves[0]!.forEach((_, i) => expect(power(curves, i)).toBeCloseTo(1, 9));
      }),
    );
  });

  it('begins at the gains of the moment, ends at exactly 1 and 0, and never leaves 0–1', () => {
    fc.assert(
      fc.property(start, fc.constantFrom('equal-power' as const, 'linear' as const), (from, shape) => {
        const curves = fadeCurves(shape, from, 2);
        expect(curves.map((curve) => curve[0])).toEqual(from);
        expect(curves.map((curve) => curve.at(-1))).toEqual([0, 0, 1]);
        expect(curves.flat().every((gain) => gain >= 0 && gain <= 1)).toBe(true);
      }),
    );
  });
});
