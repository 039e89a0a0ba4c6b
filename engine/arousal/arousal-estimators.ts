import type { ArousalEstimator } from './arousal-estimator.ts';
import { COEFFICIENTS } from '../config/arousal-coefficients.ts';
import { heartRateEstimator } from './heart-rate-estimator.ts';
import { logisticEstimator } from './logistic-estimator.ts';
import { stateSpaceEstimator } from './state-space-estimator.ts';

/** The available estimators; sessions use the first. */
export const AROUSAL_ESTIMATORS: readonly [ArousalEstimator, ...ArousalEstimator[]] = [
  stateSpaceEstimator,
  heartRateEstimator,
  logisticEstimator(COEFFICIENTS.logistic),
];

/** @returns `undefined` if there is none of that name */
export const arousalEstimatorOf = (id: string): ArousalEstimator | undefined =>
  AROUSAL_ESTIMATORS.find((one) => one.id === id);
