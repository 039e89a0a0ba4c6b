/**
 * Lower triangle L with L·Lᵀ = `matrix`, rows of numbers.
 *
 * @param matrix  symmetric and positive definite; only its lower triangle is read
 * @throws RangeError  it is not positive definite (a caller's mistake)
 * Cost: O(n³/6). Source: Golub & Van Loan, "Matrix Computations", 4.2.
 */
export function cholesky(matrix: readonly Float64Array[]): Float64Array[] {
  const lower: Float64Array[] = [];
  matrix.forEach((row, i) => {
    const made = new Float64Array(matrix.length);
    lower.push(made);
    for (let j = 0; j <= i; j++) {
      const across = lower[j]!;
      let rest = row[j]!;
      for (let k = 0; k < j; k++) rest -= made[k]! * across[k]!;
      if (j < i) made[j] = rest / across[j]!;
      else if (rest > 0) made[i] = Math.sqrt(rest);
      else throw new RangeError(`matrix must be positive definite; pivot ${i} is ${rest}`);
    }
  });
  return lower;
}

/** x with L·Lᵀ·x = `right`. */
export function solveCholesky(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const x = Float64Array.from(right);
  const n = x.length;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}
