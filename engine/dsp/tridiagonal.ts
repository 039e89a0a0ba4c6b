/** A tridiagonal system, row i: below[i]·x[i−1] + on[i]·x[i] + above[i]·x[i+1] = right[i]. */
export interface Tridiagonal {
  readonly below: Float64Array;
  readonly on: Float64Array;
  readonly above: Float64Array;
  readonly right: Float64Array;
}

export const tridiagonal = (size: number): Tridiagonal => ({
  below: new Float64Array(size),
  on: new Float64Array(size),
  above: new Float64Array(size),
  right: new Float64Array(size),
});

/**
 * Solves it without pivoting, which is stable for the spline systems it is used for (diagonally dominant or totally
 * positive). The system is overwritten. Cost: O(n). Source: Golub & Van Loan, "Matrix Computations", 4.3.
 */
export function solveTridiagonal({ below, on, above, right }: Tridiagonal): Float64Array {
  const n = on.length;
  for (let i = 1; i < n; i++) {
    const factor = below[i]! / on[i - 1]!;
    on[i]! -= factor * above[i - 1]!;
    right[i]! -= factor * right[i - 1]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    if (i < n - 1) right[i]! -= above[i]! * right[i + 1]!;
    right[i]! /= on[i]!;
  }
  return right;
}
