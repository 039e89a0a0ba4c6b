import { MEMORY, type IntervalModel } from './interval-model.ts';

/**
 * The belief about the latest four intervals, latest first: their means and, where some were not observed (a missed
 * or misplaced beat), their covariance by rows. Never mutated.
 */
export interface Belief {
  readonly mean: readonly number[];
  /** Absent when every interval is known exactly. */
  readonly covariance?: readonly number[];
}

/**
 * Prior with only a typical interval known: standard deviation of the level,
 * as a share of it; differences are small.
 */
const LEVEL_SHARE = 0.15;
/** Below this total variance the intervals count as known, ms². */
const KNOWN_MS2 = 1e-3;

export function firstBelief(typicalMs: number): Belief {
  return {
    mean: new Array<number>(MEMORY).fill(typicalMs),
    covariance: new Array<number>(MEMORY * MEMORY).fill((LEVEL_SHARE * typicalMs) ** 2),
  };
}

/** The belief predicted one heart beat ahead. */
export function predicted({ mean, covariance }: Belief, model: IntervalModel): Belief {
  const { weights } = model;
  let expected = 0;
  for (let i = 0; i < MEMORY; i++) expected += weights[i]! * mean[i]!;
  const next = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  let variance = model.scaleMs() ** 2;
  if (covariance) {
    for (let i = 0; i < MEMORY; i++) {
      let cross = 0;
      for (let k = 0; k < MEMORY; k++) cross += weights[k]! * covariance[i * MEMORY + k]!;
      variance += weights[i]! * cross;
      if (i === MEMORY - 1) break;
      next[i + 1] = cross;
      next[(i + 1) * MEMORY] = cross;
      for (let k = 0; k < MEMORY - 1; k++) next[(i + 1) * MEMORY + k + 1] = covariance[i * MEMORY + k]!;
    }
  }
  next[0] = variance;
  return { mean: [expected, mean[0]!, mean[1]!, mean[2]!], covariance: next };
}

/** Difference of a sum from its prediction, ms, and the variance of that, ms². */
export interface Innovation {
  readonly error: number;
  readonly variance: number;
}

/** The innovation when the latest `count` intervals sum to `sumMs`. */
export function innovation({ mean, covariance }: Belief, count: number, sumMs: number): Innovation {
  let error = sumMs;
  let variance = 0;
  for (let i = 0; i < count; i++) {
    error -= mean[i]!;
    if (covariance) for (let k = 0; k < count; k++) variance += covariance[i * MEMORY + k]!;
  }
  return { error, variance };
}

/**
 * The belief once the sum of the latest `count` intervals is known exactly:
 * Kalman's update without measurement noise.
 */
export function updated(belief: Belief, count: number, { error, variance }: Innovation): Belief {
  const { mean, covariance } = belief;
  if (!covariance || !(variance > 0)) return belief;
  const gain = [0, 0, 0, 0];
  for (let i = 0; i < MEMORY; i++)
    for (let k = 0; k < count; k++) gain[i] = gain[i]! + covariance[i * MEMORY + k]! / variance;
  const nextMean = [0, 0, 0, 0];
  for (let i = 0; i < MEMORY; i++) nextMean[i] = mean[i]! + gain[i]! * error;
  let total = 0;
  for (let i = 0; i < MEMORY; i++) total += covariance[i * MEMORY + i]! - gain[i]! * gain[i]! * variance;
  if (total < KNOWN_MS2) return { mean: nextMean };
  const next = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let i = 0; i < MEMORY; i++)
    for (let k = 0; k < MEMORY; k++)
      next[i * MEMORY + k] = covariance[i * MEMORY + k]! - gain[i]! * gain[k]! * variance;
  return { mean: nextMean, covariance: next };
}
