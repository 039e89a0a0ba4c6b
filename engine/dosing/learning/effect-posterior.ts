import { cholesky, solveCholesky } from '../../maths/cholesky.ts';
import { EFFECT } from './decision-features.ts';
import { effectPrior } from './effect-prior.ts';
import type { LearnedState } from './learned-state.ts';
import type { LearningSettings } from './learning-settings.ts';

/**
 * What is known of the effects β: normal, with mean and covariance in the order
 * of `names`. Points of the craving scale.
 */
export interface EffectPosterior {
  readonly names: readonly string[];
  readonly mean: readonly number[];
  readonly covariance: readonly (readonly number[])[];
}

/**
 * The posterior of the action-centred model with known noise: precision = prior + Gram/σ².
 * @throws RangeError  the state is not one that observations could have made
 * Cost: O(features³), once a session. Source: Bishop 2006, "Pattern Recognition and Machine Learning", 3.3.
 */
export function effectPosterior(state: LearnedState, settings: LearningSettings): EffectPosterior {
  const { features, gram, moment } = state;
  const noise = settings.noiseSd ** 2;
  const prior = features.map((name) =>
    name.startsWith(EFFECT)
      ? effectPrior(name.slice(EFFECT.length), settings)
      : { mean: 0, sd: settings.baseSd },
  );
  const precision = features.map((_, i) =>
    Float64Array.from(features, (__, j) => gram[i]![j]! / noise + (i === j ? 1 / prior[i]!.sd ** 2 : 0)),
  );
  const lower = cholesky(precision);
  const mean = solveCholesky(
    lower,
    Float64Array.from(moment, (value, i) => value / noise + prior[i]!.mean / prior[i]!.sd ** 2),
  );
  const effects = features.flatMap((name, i) => (name.startsWith(EFFECT) ? [i] : []));
  return {
    names: effects.map((i) => features[i]!.slice(EFFECT.length)),
    mean: effects.map((i) => mean[i]!),
    covariance: effects.map((i) => {
      const column = solveCholesky(
        lower,
        Float64Array.from(features, (_, j) => (i === j ? 1 : 0)),
      );
      return effects.map((j) => column[j]!);
    }),
  };
}
