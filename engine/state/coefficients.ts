/** Written by `attune fit`; see docs/estimates.md. Logits; per 1/min above rest, per unit of ln RMSSD above the baseline. */
export const COEFFICIENTS = {
  'state-space': { intercept: -0.4997, perBpm: 0.1901 },
  'heart-rate': { intercept: -0.103, perBpm: 0.1301 },
  logistic: { intercept: -0.1794, weights: { heartRateBpm: 0.1861, lnRmssd: 0.2105 } },
} as const;
