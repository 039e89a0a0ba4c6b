import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpolate, pointsNeeded, type Interpolation } from '../../../engine/dsp/interpolation.ts';

const KINDS: readonly Interpolation[] = ['linear', 'quadratic', 'cubic', 'pchip', 'local-cubic'];

const points = {
  x: Float64Array.of(0, 0.8, 1.7, 2.5, 3.6, 4.4),
  y: Float64Array.of(800, 850, 820, 790, 870, 860),
};
const between = Float64Array.of(0.3, 1.2, 2, 3.1, 4.2);

/** Points at rising, uneven times. */
const series = fc
  .array(
    fc.tuple(fc.double({ min: 0.3, max: 2, noNaN: true }), fc.double({ min: 300, max: 2000, noNaN: true })),
    {
      minLength: 4,
      maxLength: 40,
    },
  )
  .map((pairs) => {
    let at = 0;
    return { x: Float64Array.from(pairs, ([gap]) => (at += gap)), y: Float64Array.from(pairs, ([, y]) => y) };
  });

const polynomial = (degree: number) => (t: number) =>
  [700, 30, -8, 1.5].slice(0, degree + 1).reduce((sum, c, power) => sum + c * t ** power, 0);

describe('interpolate', () => {
  it.each<[Interpolation, readonly number[]]>([
    ['linear', [818.75, 836.6666667, 808.75, 833.6363636, 862.5]],
    ['quadratic', [828.3516103, 844.2748471, 803.8365268, 832.1115575, 870.6486355]],
    ['cubic', [830.6640629, 843.9889701, 802.4771129, 827.3176573, 878.2269582]],
    ['pchip', [828.4294577, 840.9795759, 806.3670071, 835.4395192, 865.78125]],
  ])('gives what SciPy 1.17 gives for %s', (kind, expected) => {
    const ours = interpolate(points, between, kind);
    expected.forEach((value, i) => expect(ours[i]).toBeCloseTo(value, 6));
  });

  it.each<[Interpolation, number]>([
    ['linear', 1],
    ['quadratic', 2],
    ['cubic', 3],
    ['pchip', 1],
    ['local-cubic', 1],
  ])('%s reproduces a polynomial of degree %i', (kind, degree) => {
    const exact = { x: points.x, y: points.x.map(polynomial(degree)) };
    interpolate(exact, between, kind).forEach((y, i) =>
      expect(y).toBeCloseTo(polynomial(degree)(between[i]!), 8),
    );
  });

  it('local-cubic reproduces a parabola away from the ends', () => {
    const exact = { x: points.x, y: points.x.map(polynomial(2)) };
    expect(interpolate(exact, Float64Array.of(2.1), 'local-cubic')[0]).toBeCloseTo(polynomial(2)(2.1), 9);
  });

  it.each(KINDS)('%s passes through every point and keeps the ends beyond them', (kind) => {
    fc.assert(
      fc.property(series, ({ x, y }) => {
        interpolate({ x, y }, x, kind).forEach((value, i) => expect(value).toBeCloseTo(y[i]!, 5));
        const outside = interpolate({ x, y }, Float64Array.of(x[0]! - 1, x[x.length - 1]! + 1), kind);
        expect([...outside]).toEqual([y[0], y[y.length - 1]]);
      }),
      { numRuns: 50 },
    );
  });

  it.each(KINDS)('%s of a constant series is that constant', (kind) => {
    const constant = { x: points.x, y: new Float64Array(6).fill(812) };
    interpolate(constant, between, kind).forEach((y) => expect(y).toBeCloseTo(812, 9));
  });

  it('pchip stays between its two points', () => {
    fc.assert(
      fc.property(series, fc.double({ min: 0, max: 1, noNaN: true }), ({ x, y }, share) => {
        const middles = x.slice(1).map((end, i) => x[i]! + share * (end - x[i]!));
        interpolate({ x, y }, middles, 'pchip').forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(Math.min(y[i]!, y[i + 1]!) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(y[i]!, y[i + 1]!) + 1e-9);
        });
      }),
    );
  });

  it.each(KINDS)('%s takes as few points as it says and no fewer', (kind) => {
    const first = (n: number) => ({ x: points.x.slice(0, n), y: points.y.slice(0, n) });
    const enough = interpolate(first(pointsNeeded(kind)), Float64Array.of(0.4), kind)[0];
    expect(enough).toBeGreaterThan(790);
    expect(enough).toBeLessThan(880);
    expect(() => interpolate(first(pointsNeeded(kind) - 1), between, kind)).toThrow(RangeError);
  });
});
