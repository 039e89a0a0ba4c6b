import type { Points } from '../dsp/points.ts';
import { cholesky, solveCholesky, triangle } from '../maths/cholesky.ts';

/** x in seconds, rising, at any distances. */
export type Wave = Points;

export interface HarmonicFit {
  /** Of the sine at the frequency, in the unit of y. */
  readonly amplitude: number;
  /** Variance of each of its two components (cosine, sine) by the noise beside the frequency. */
  readonly noise: number;
}

/** Where noise is looked for, in widths of a spectral line of this span (1/T) from the frequency. */
const BESIDE = [-3, -2.25, -1.5, 1.5, 2.25, 3];
const LEAST_LINES = 0.9;

/**
 * Least squares of a sine with its first overtone on a line that bends (constant, slope, curve), for samples at any
 * distances. The noise is what the residual has beside the frequency, so that the heart's own slow rhythms count as
 * noise and not only the white part of it.
 *
 * @param hz  of the sine, well above 1/span
 * @throws RangeError  fewer samples than unknowns (a caller's mistake)
 * Cost: O(samples).
 */
export function harmonicFit({ x, y }: Wave, hz: number): HarmonicFit {
  const span = x[x.length - 1]! - x[0]!;
  const trend = (t: number): number[] => [1, (2 * t) / span - 1, ((2 * t) / span - 1) ** 2];
  const wave = (t: number, of: number): number[] => [
    Math.cos(2 * Math.PI * of * t),
    Math.sin(2 * Math.PI * of * t),
  ];
  const rows = Array.from(x, (t) => [...wave(t, hz), ...wave(t, 2 * hz), ...trend(t - x[0]!)]);
  const found = leastSquares(rows, y);
  const residual = y.map((value, i) => value - rows[i]!.reduce((sum, v, k) => sum + v * found[k]!, 0));
  // Of a short span some lie so slow that they are a trend and no wave.
  const frequencies = BESIDE.map((lines) => hz + lines / span).filter((one) => one > LEAST_LINES / span);
  const beside = frequencies.map((one) => {
    const [c, s] = leastSquares(
      Array.from(x, (t) => [...wave(t, one), 1]),
      residual,
    );
    return (c! ** 2 + s! ** 2) / 2;
  });
  return {
    amplitude: Math.hypot(found[0]!, found[1]!),
    noise: beside.reduce((sum, v) => sum + v, 0) / beside.length,
  };
}

function leastSquares(rows: readonly (readonly number[])[], y: Float64Array): Float64Array {
  const size = rows[0]?.length ?? 0;
  const normal = triangle(size);
  const right = new Float64Array(size);
  rows.forEach((row, n) => {
    for (let i = 0; i < size; i++) {
      right[i] = right[i]! + row[i]! * y[n]!;
      for (let j = 0; j <= i; j++) normal[i]![j] = normal[i]![j]! + row[i]! * row[j]!;
    }
  });
  return solveCholesky(cholesky(normal), right);
}
