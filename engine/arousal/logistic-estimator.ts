import type { ArousalReason } from './events.ts';
import { pacedReason, rateReason, type ArousalEstimator, type ArousalMoment } from './arousal-estimator.ts';
import { logitNormal } from '../maths/logit-normal.ts';

/** Features of the logistic model, each as its difference from the baseline. */
export const LOGISTIC_FEATURES = ['heartRateBpm', 'lnRmssd'] as const;
export type LogisticFeature = (typeof LOGISTIC_FEATURES)[number];

/** Coefficients as written by `attune fit`. */
export interface LogisticCoefficients {
  readonly intercept: number;
  /** Logit per unit of the feature's difference from the baseline. */
  readonly weights: Readonly<Record<LogisticFeature, number>>;
}

/**
 * The features of a moment; absent where the window has too few beats.
 * Variability is ignored under paced breathing.
 */
export function logisticFeatures({
  window,
  rest,
  paced,
}: Pick<ArousalMoment, 'window' | 'rest' | 'paced'>): Readonly<Record<LogisticFeature, number>> | undefined {
  if (window.meanHrBpm === undefined || !window.rmssdMs || rest.lnRmssd === undefined) return undefined;
  return {
    heartRateBpm: window.meanHrBpm - rest.heartRateBpm,
    lnRmssd: paced ? 0 : Math.log(window.rmssdMs) - rest.lnRmssd,
  };
}

/** A logistic model over the window's figures with the given coefficients, for comparison in research. */
export const logisticEstimator = ({
  intercept,
  weights,
}: LogisticCoefficients): ArousalEstimator<undefined> => ({
  id: 'logistic',
  begin: undefined,
  step(state, moment) {
    const features = logisticFeatures(moment);
    if (features === undefined) return { state };
    const logit = LOGISTIC_FEATURES.reduce((sum, name) => sum + weights[name] * features[name], intercept);
    return {
      state,
      guess: {
        ...logitNormal(logit, Math.abs(weights.heartRateBpm) * moment.level.se),
        reasons: [
          rateReason(features.heartRateBpm),
          ...variabilityReason(features.lnRmssd),
          ...pacedReason(moment.paced),
        ],
      },
    };
  },
});

/** Names variability as a reason where ln RMSSD is more than 0.25 from rest: windows at rest differ by less. */
const variabilityReason = (difference: number): readonly ArousalReason[] =>
  difference > 0.25
    ? ['variability-above-baseline']
    : difference < -0.25
      ? ['variability-below-baseline']
      : [];
