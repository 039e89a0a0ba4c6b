import { cubicSlopes, localSlopes, pchipSlopes } from './hermite-slopes.ts';
import type { Piece, Points } from './points.ts';
import { quadraticSpline } from './quadratic-spline.ts';

/**
 * How a series at uneven times is interpolated.
 * - linear: straight lines; damps fast breathing
 * - quadratic: spline of degree 2, knots midway (SciPy's `interp1d(kind='quadratic')`)
 * - cubic: spline of degree 3, not-a-knot ends (SciPy's `interp1d(kind='cubic')`, `CubicSpline`)
 * - pchip: cubic that never overshoots (SciPy's `PchipInterpolator`)
 * - local-cubic: cubic whose slope at a point is that of the parabola through it and
 *   its two neighbours; needs one point ahead
 */
export type Interpolation = 'linear' | 'quadratic' | 'cubic' | 'pchip' | 'local-cubic';

/** Fewest points that an interpolation needs. */
export const pointsNeeded = (kind: Interpolation): number =>
  ({ linear: 2, quadratic: 3, cubic: 4, pchip: 3, 'local-cubic': 3 })[kind];

/**
 * The series at each of `at`, rising; beyond either end the end value is kept.
 * @throws RangeError fewer points than `pointsNeeded(kind)`
 * Cost: O(points + at).
 */
export function interpolate({ x, y }: Points, at: Float64Array, kind: Interpolation): Float64Array {
  if (x.length < pointsNeeded(kind)) {
    throw new RangeError(`${kind} interpolation needs ${pointsNeeded(kind)} points, not ${x.length}`);
  }
  const between = piece(kind)({ x, y });
  const last = x.length - 1;
  const out = new Float64Array(at.length);
  let i = 0;
  for (let k = 0; k < at.length; k++) {
    const t = at[k]!;
    while (i < last - 1 && t >= x[i + 1]!) i++;
    out[k] = t <= x[0]! ? y[0]! : t >= x[last]! ? y[last]! : between(i, t);
  }
  return out;
}

function piece(kind: Interpolation): (points: Points) => Piece {
  switch (kind) {
    case 'linear':
      return ({ x, y }) =>
        (i, t) =>
          y[i]! + ((y[i + 1]! - y[i]!) * (t - x[i]!)) / (x[i + 1]! - x[i]!);
    case 'quadratic':
      return quadraticSpline;
    case 'cubic':
      return (points) => hermite(points, cubicSlopes(points));
    case 'pchip':
      return (points) => hermite(points, pchipSlopes(points));
    case 'local-cubic':
      return (points) => hermite(points, localSlopes(points));
  }
}

const hermite =
  ({ x, y }: Points, slopes: Float64Array): Piece =>
  (i, t) => {
    const width = x[i + 1]! - x[i]!;
    const u = (t - x[i]!) / width;
    const v = 1 - u;
    return (
      y[i]! * v * v * (1 + 2 * u) +
      y[i + 1]! * u * u * (1 + 2 * v) +
      width * u * v * (slopes[i]! * v - slopes[i + 1]! * u)
    );
  };
