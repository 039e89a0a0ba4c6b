/** Storage for a lower triangle of `size` rows. */
export const triangle = (size: number): Float64Array[] =>
  Array.from({ length: size }, () => new Float64Array(size));

/**
 * Lower triangle L with L·Lᵀ = `matrix`, rows of numbers. With {@link solveCholesky} it is the one dense solver here.
 *
 * @param matrix  symmetric and positive definite; only its lower triangle is read
 * @param lower  takes the result; for callers that solve once a beat
 * @throws RangeError  it is not positive definite (a caller's mistake)
 * Cost: O(n³/6). Source: Golub & Van Loan, "Matrix Computations", 4.2.
 */
export function cholesky(
  matrix: readonly Float64Array[],
  lower: Float64Array[] = triangle(matrix.length),
): Float64Array[] {
  for (let i = 0; i < matrix.length; i++) {
    const row = matrix[i]!;
    const made = lower[i]!;
    for (let j = 0; j <= i; j++) {
      const across = lower[j]!;
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= made[k]! * across[k]!;
      if (j < i) made[j] = rest / across[j]!;
      else if (rest > 0) made[i] = Math.sqrt(rest);
      else throw new RangeError(`matrix must be positive definite; pivot ${i} is ${rest}`);
    }
  }
  return lower;
}

/**
 * x with L·Lᵀ·x = `right`.
 * @param x  takes the result
 */
export function solveCholesky(
  lower: readonly Float64Array[],
  right: Float64Array,
  x: Float64Array = new Float64Array(right.length),
): Float64Array {
  const n = right.length;
  for (let i = 0; i < n; i++) {
    const row = lower[i]!;
    let rest = right[i]!;
    for (let k = 0; k < i; k++) rest -= row[k]! * x[k]!;
    x[i] = rest / row[i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let rest = x[i]!;
    for (let k = i + 1; k < n; k++) rest -= lower[k]![i]! * x[k]!;
    x[i] = rest / lower[i]![i]!;
  }
  return x;
}
