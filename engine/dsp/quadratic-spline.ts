import type { Piece, Points } from './points.ts';
import { solveTridiagonal, tridiagonal } from './tridiagonal.ts';

/**
 * The spline of degree 2 through the points whose knots lie midway between them; the first
 * and last of the midpoints are left out, so that points and coefficients are as many.
 * B-splines, so that the system stays tridiagonal.
 * Source: de Boor, "A Practical Guide to Splines", XIII; the knots as in SciPy's `make_interp_spline(k=2)`.
 */
export function quadraticSpline({ x, y }: Points): Piece {
  const n = x.length;
  const [start, end] = [x[0]!, x[n - 1]!];
  // Knots j = 0…n+2: the ends threefold, between them the midpoints.
  const knot = (j: number) => (j < 3 ? start : j >= n ? end : (x[j - 2]! + x[j - 1]!) / 2);

  /** The three B-splines that are not zero on [knot(m), knot(m+1)), at `t`: numbers m−2, m−1, m. */
  const basis = (m: number, t: number): readonly [number, number, number] => {
    const [k0, k1, k2, k3] = [knot(m - 1), knot(m), knot(m + 1), knot(m + 2)];
    const up = (t - k1) / (k2 - k1);
    const left = ((1 - up) * (k2 - t)) / (k2 - k0);
    const right = (up * (t - k1)) / (k3 - k1);
    return [left, 1 - left - right, right];
  };
  const spanOf = (i: number, t: number) => {
    const m = Math.min(Math.max(i + 2, 2), n - 1);
    return m > 2 && t < knot(m) ? m - 1 : m;
  };

  const system = tridiagonal(n);
  system.right.set(y);
  system.on[0] = system.on[n - 1] = 1;
  for (let i = 1; i < n - 1; i++) {
    const [below, on, above] = basis(i + 1, x[i]!);
    system.below[i] = below;
    system.on[i] = on;
    system.above[i] = above;
  }
  const weight = solveTridiagonal(system);
  return (i, t) => {
    const m = spanOf(i, t);
    const [a, b, c] = basis(m, t);
    return a * weight[m - 2]! + b * weight[m - 1]! + c * weight[m]!;
  };
}
