import { logistic } from './logistic.ts';

/**
 * Nodes and weights of Gauss–Hermite quadrature for the standard normal.
 * Source: Abramowitz & Stegun 25.4.46, n = 7.
 */
const NODES = [0, 1.1544053947, 2.3667594107, 3.7504397178] as const;
const WEIGHTS = [0.4571428571, 0.2401231786, 0.030757124, 0.0005482689] as const;
/** The 90th percentile of the standard normal. */
const Z_90 = 1.2815515655;

export interface Proportion {
  readonly value: number;
  readonly sd: number;
  /** The 10th and 90th percentile. */
  readonly low: number;
  readonly high: number;
}

/**
 * Median, standard deviation and the 80 % interval of σ(X), X normal. The deviation is by quadrature, so that it
 * holds where the curve bends: near 0 and 1 the delta method is overconfident.
 */
export function logitNormal(mean: number, sd: number): Proportion {
  let [first, second] = [0, 0];
  for (let i = 0; i < NODES.length; i++) {
    const p = logistic(mean + NODES[i]! * sd);
    // The weight of the node at 0 is shared between its two sides, which are one.
    const q = logistic(mean - NODES[i]! * sd);
    const weight = i === 0 ? WEIGHTS[0] / 2 : WEIGHTS[i]!;
    first += weight * (p + q);
    second += weight * (p * p + q * q);
  }
  return {
    value: logistic(mean),
    sd: Math.sqrt(Math.max(0, second - first ** 2)),
    low: logistic(mean - Z_90 * sd),
    high: logistic(mean + Z_90 * sd),
  };
}
