/** Written by `attune fit`; see docs/estimates.md. Logits; per 1/min above rest, per unit of ln RMSSD above the baseline. */
export const COEFFICIENTS = {
  'state-space': { intercept: -0.5361, perBpm: 0.1761 },
  'heart-rate': { intercept: -0.2833, perBpm: 0.1476 },
  logistic: { intercept: -0.3133, weights: { heartRateBpm: 0.1709, lnRmssd: 0.7496 } },
} as const;
