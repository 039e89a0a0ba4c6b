/**
 * What has been learned of one person, as sums: small, readable, and nothing in it says when or what anybody felt. To
 * forget it, delete it.
 */
export interface LearnedState {
  readonly kind: 'attune-learned-policy';
  readonly version: 1;
  /** Sessions that were looked at, whether or not they taught anything. */
  readonly sessions: number;
  /** Stretches between two ratings that were learned from. */
  readonly observations: number;
  readonly features: readonly string[];
  /** Σ x·xᵀ, a row a feature. */
  readonly gram: readonly (readonly number[])[];
  /** Σ x·reward. */
  readonly moment: readonly number[];
  /** Over everything above. */
  readonly hash: string;
}
