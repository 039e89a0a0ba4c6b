/** One case of a logistic regression. */
export interface LogisticCase {
  readonly features: readonly number[];
  readonly positive: boolean;
  readonly weight: number;
}

/** Intercept first, then a coefficient for each feature. */
export type LogisticFit = readonly number[];

/**
 * Weighted logistic regression by Newton's method, with a small ridge on the coefficients, not on the intercept, so that
 * separable cases end.
 * @throws RangeError  no cases
 * Source: Hastie, Tibshirani & Friedman 2009, doi:10.1007/978-0-387-84858-7, section 4.4.1
 */
export function fitLogistic(cases: readonly LogisticCase[], ridge = 1e-3): LogisticFit {
  if (cases.length === 0) throw new RangeError('cases must not be empty');
  const size = cases[0]!.features.length + 1;
  let fit: number[] = new Array<number>(size).fill(0);
  for (let round = 0; round < 50; round++) {
    const gradient = fit.map((value, i) => (i === 0 ? 0 : -ridge * value));
    const curvature = fit.map((_, i) => fit.map((__, k) => (i === k && i > 0 ? ridge : 0)));
    for (const one of cases) accumulate(one, fit, { gradient, curvature });
    const step = solved(curvature, gradient);
    fit = fit.map((value, i) => value + step[i]!);
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  return fit;
}

function accumulate(
  { features, positive, weight }: LogisticCase,
  fit: LogisticFit,
  { gradient, curvature }: { readonly gradient: number[]; readonly curvature: number[][] },
): void {
  const x = [1, ...features];
  const p = 1 / (1 + Math.exp(-x.reduce((sum, value, i) => sum + value * fit[i]!, 0)));
  x.forEach((xi, i) => {
    gradient[i]! += weight * ((positive ? 1 : 0) - p) * xi;
    x.forEach((xk, k) => (curvature[i]![k]! += weight * p * (1 - p) * xi * xk));
  });
}

/** Gaussian elimination with pivoting, for a few unknowns. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const n = rows.length;
  for (let column = 0; column < n; column++) {
    const pivot = rows.slice(column).sort((a, b) => Math.abs(b[column]!) - Math.abs(a[column]!))[0]!;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (let below = column + 1; below < n; below++) {
      const share = rows[below]![column]! / pivot[column]!;
      for (let k = column; k <= n; k++) rows[below]![k]! -= share * pivot[k]!;
    }
  }
  const result = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    const known = rows[i]!.slice(i + 1, n).reduce((sum, value, k) => sum + value * result[i + 1 + k]!, 0);
    result[i] = (rows[i]![n]! - known) / rows[i]![i]!;
  }
  return result;
}
