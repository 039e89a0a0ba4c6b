interface RidgeSolution {
  readonly ridge: number;
  /** Takes the coefficients. */
  readonly out: Float64Array;
}

/**
 * Coefficients of a ridge regression from its normal equations (products row by row, symmetric), by LDLᵀ.
 * `ridge` above 0 makes them solvable. Cost: O(n³) for n coefficients; nothing is kept.
 */
export function solveRidge(
  products: Float64Array,
  targets: Float64Array,
  { ridge, out }: RidgeSolution,
): void {
  const n = out.length;
  const lower: number[] = [];
  const diagonal: number[] = [];
  const forward: number[] = [];
  for (let i = 0; i < n; i++) {
    let rest = targets[i]!;
    for (let k = 0; k <= i; k++) {
      let value = products[i * n + k]! + (i === k ? ridge : 0);
      for (let q = 0; q < k; q++) value -= lower[i * n + q]! * lower[k * n + q]! * diagonal[q]!;
      if (i === k) diagonal[i] = value;
      else {
        lower[i * n + k] = value / diagonal[k]!;
        rest -= lower[i * n + k]! * forward[k]!;
      }
    }
    forward[i] = rest;
  }
  for (let i = n - 1; i >= 0; i--) {
    let value = forward[i]! / diagonal[i]!;
    for (let q = i + 1; q < n; q++) value -= lower[q * n + i]! * out[q]!;
    out[i] = value;
  }
}
