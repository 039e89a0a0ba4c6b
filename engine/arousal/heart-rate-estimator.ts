import { pacedReason, rateReason, type ArousalEstimator } from './arousal-estimator.ts';
import { COEFFICIENTS } from '../config/arousal-coefficients.ts';
import { logitNormal } from '../maths/logit-normal.ts';

/** The reference estimator: mean heart rate of the window against the baseline. Stateless. */
export const heartRateEstimator: ArousalEstimator<undefined> = {
  id: 'heart-rate',
  begin: undefined,
  step(state, { window, rest, level, paced }) {
    if (window.meanHrBpm === undefined) return { state };
    const { intercept, perBpm } = COEFFICIENTS['heart-rate'];
    const above = window.meanHrBpm - rest.heartRateBpm;
    const reasons = [rateReason(above), ...pacedReason(paced)];
    return { state, guess: { ...logitNormal(intercept + perBpm * above, perBpm * level.se), reasons } };
  },
};
