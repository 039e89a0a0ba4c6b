import { cholesky, solveCholesky } from './cholesky.ts';
import { logistic, softplus } from './logistic.ts';

/** One observation: 1 or 0, its features (1 first, for the intercept), and a known part of the logit. */
export interface Observation {
  readonly outcome: 0 | 1;
  readonly x: Float64Array;
  readonly offset?: number;
}

/** An independent Gaussian for each coefficient; an infinite deviation says nothing of it. */
export interface GaussianPrior {
  readonly mean: Float64Array;
  readonly sd: Float64Array;
}

/**
 * A weak prior: flat for the intercept, and for the others just enough (`ridge` =
 * 1/variance) that separable data converge.
 * Source: Hastie, Tibshirani & Friedman 2009, doi:10.1007/978-0-387-84858-7, section 4.4.1
 */
export const ridgePrior = (size: number, ridge = 1e-3): GaussianPrior => ({
  mean: new Float64Array(size),
  sd: Float64Array.from({ length: size }, (_, i) => (i === 0 ? Infinity : 1 / Math.sqrt(ridge))),
});

/** A Gaussian over the coefficients. */
export interface LogisticPosterior {
  readonly mean: Float64Array;
  /** Rows of the covariance matrix. */
  readonly covariance: readonly Float64Array[];
}

const NEWTON_STEPS = 60;
/** Newton decrement below which one more full step is the last: convergence is quadratic there. */
const NEAR = 1e-8;

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Negative log posterior density of the coefficients, without its constant. Convex; its minimum is the mode. */
export function energy(beta: Float64Array, rows: readonly Observation[], prior: GaussianPrior): number {
  let sum = 0;
  for (let j = 0; j < beta.length; j++) sum += ((beta[j]! - prior.mean[j]!) / prior.sd[j]!) ** 2 / 2;
  for (const { outcome, x, offset = 0 } of rows) {
    const logit = dot(x, beta) + offset;
    sum += softplus(outcome === 1 ? -logit : logit);
  }
  return sum;
}

/** Gradient and Hessian of `energy`; only the Hessian's lower triangle is filled. */
export function energySlopes(beta: Float64Array, rows: readonly Observation[], prior: GaussianPrior) {
  const size = beta.length;
  const gradient = beta.map((value, j) => (value - prior.mean[j]!) / prior.sd[j]! ** 2);
  const hessian = Array.from({ length: size }, (_, j) => {
    const row = new Float64Array(size);
    row[j] = 1 / prior.sd[j]! ** 2;
    return row;
  });
  for (const { outcome, x, offset = 0 } of rows) {
    const p = logistic(dot(x, beta) + offset);
    const weight = p * (1 - p);
    for (let i = 0; i < size; i++) {
      gradient[i]! += (p - outcome) * x[i]!;
      const weighted = weight * x[i]!;
      const row = hessian[i]!;
      for (let j = 0; j <= i; j++) row[j]! += weighted * x[j]!;
    }
  }
  return { gradient, hessian };
}

/**
 * Bayesian logistic regression: the mode of the posterior by Newton's method with step halving, and the Gaussian there
 * whose precision is the curvature (Laplace's approximation). The prior keeps it finite for separable data and for
 * features that never change.
 *
 * @param rows  may be empty: the posterior is the prior then
 * @param start  where to begin; the mode does not depend on it (the energy is strictly convex)
 * Cost: O(rows · features²) a step, 3–6 steps. Source: Bishop 2006, "Pattern Recognition and Machine Learning", 4.5.
 */
export function logisticPosterior(
  rows: readonly Observation[],
  prior: GaussianPrior,
  start: Float64Array = prior.mean,
): LogisticPosterior {
  let beta = Float64Array.from(start);
  let height = energy(beta, rows, prior);
  for (let step = 0; step < NEWTON_STEPS; step++) {
    const { gradient, hessian } = energySlopes(beta, rows, prior);
    const move = solveCholesky(cholesky(hessian), gradient);
    const decrement = dot(gradient, move);
    const moved = (share: number) => beta.map((value, j) => value - share * move[j]!);
    const near = decrement < NEAR;
    let share = 1;
    while (!near && share > 1e-6 && energy(moved(share), rows, prior) > height - 0.1 * share * decrement)
      share /= 2;
    beta = moved(share);
    if (near) break;
    height = energy(beta, rows, prior);
  }
  const lower = cholesky(energySlopes(beta, rows, prior).hessian);
  const covariance = Array.from(beta, (_, j) => {
    const unit = new Float64Array(beta.length);
    unit[j] = 1;
    return solveCholesky(lower, unit);
  });
  return { mean: beta, covariance };
}
