import type { Points } from './points.ts';
import { solveTridiagonal, tridiagonal } from './tridiagonal.ts';

/**
 * Slopes at the points that make a piecewise cubic a not-a-knot spline. Source: de
 * Boor, "A Practical Guide to Splines", IV.
 */
export function cubicSlopes({ x, y }: Points): Float64Array {
  const n = x.length;
  const { width, secant } = pieces({ x, y });
  const system = tridiagonal(n);
  const { below, on, above, right } = system;
  for (let i = 1; i < n - 1; i++) {
    below[i] = width[i]!;
    on[i] = 2 * (width[i - 1]! + width[i]!);
    above[i] = width[i - 1]!;
    right[i] = 3 * (width[i]! * secant[i - 1]! + width[i - 1]! * secant[i]!);
  }
  // The third derivative runs on across the second point, and across the last but one.
  const end = (near: number, next: number) => {
    const d = width[near]! + width[next]!;
    const [h0, h1] = [width[near]!, width[next]!];
    return { on: h1, neighbour: d, right: ((h0 + 2 * d) * h1 * secant[near]! + h0 * h0 * secant[next]!) / d };
  };
  const first = end(0, 1);
  [on[0], above[0], right[0]] = [first.on, first.neighbour, first.right];
  const last = end(n - 2, n - 3);
  [on[n - 1], below[n - 1], right[n - 1]] = [last.on, last.neighbour, last.right];
  return solveTridiagonal(system);
}

/**
 * Slopes that keep a piecewise cubic monotone where the points are. Source:
 * Fritsch & Butland 1984, doi:10.1137/0905021
 */
export function pchipSlopes({ x, y }: Points): Float64Array {
  const n = x.length;
  const { width, secant } = pieces({ x, y });
  const slopes = new Float64Array(n);
  for (let i = 1; i < n - 1; i++) {
    const [before, after] = [secant[i - 1]!, secant[i]!];
    if (before * after <= 0) continue;
    const w1 = 2 * width[i]! + width[i - 1]!;
    const w2 = width[i]! + 2 * width[i - 1]!;
    slopes[i] = (w1 + w2) / (w1 / before + w2 / after);
  }
  const end = (near: number, next: number) => {
    const [h0, h1, s0, s1] = [width[near]!, width[next]!, secant[near]!, secant[next]!];
    const slope = ((2 * h0 + h1) * s0 - h0 * s1) / (h0 + h1);
    if (slope * s0 <= 0) return 0;
    return s0 * s1 <= 0 && Math.abs(slope) > 3 * Math.abs(s0) ? 3 * s0 : slope;
  };
  slopes[0] = end(0, 1);
  slopes[n - 1] = end(n - 2, n - 3);
  return slopes;
}

/** Slope at each point of the parabola through it and its neighbours; at the ends, of the end's own piece. */
export function localSlopes({ x, y }: Points): Float64Array {
  const { width, secant } = pieces({ x, y });
  return x.map((_, i) => {
    if (i === 0) return secant[0]!;
    if (i === x.length - 1) return secant[i - 1]!;
    return (secant[i - 1]! * width[i]! + secant[i]! * width[i - 1]!) / (width[i - 1]! + width[i]!);
  });
}

function pieces({ x, y }: Points) {
  const width = new Float64Array(x.length - 1);
  const secant = new Float64Array(x.length - 1);
  for (let i = 0; i < width.length; i++) {
    width[i] = x[i + 1]! - x[i]!;
    secant[i] = (y[i + 1]! - y[i]!) / width[i]!;
  }
  return { width, secant };
}
