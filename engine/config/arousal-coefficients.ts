/**
 * Written by `attune fit`; see docs/estimates.md. Logits; per 1/min above rest, per unit of ln RMSSD above the
 * baseline.
 */
export const COEFFICIENTS = {
  'state-space': { intercept: -0.5697, perBpm: 0.1874 },
  'heart-rate': { intercept: -0.1442, perBpm: 0.1332 },
  logistic: { intercept: -0.1684, weights: { heartRateBpm: 0.1428, lnRmssd: 0.179 } },
} as const;
