import type { EngineConfig } from '../config/engine-config.ts';
import type { ArousalReason } from './events.ts';
import type { HrvMeasured } from '../hrv/events.ts';
import type { BaselineFigures } from './events.ts';
import type { HeartLevel } from './heart-level.ts';
import type { Proportion } from '../maths/logit-normal.ts';

/** The inputs of an estimator, at a step whose signal is good enough. */
export interface ArousalMoment {
  /** Since the last step. */
  readonly seconds: number;
  readonly level: HeartLevel;
  readonly window: HrvMeasured;
  readonly rest: BaselineFigures;
  readonly paced: boolean;
}

export interface ArousalGuess extends Proportion {
  readonly reasons: readonly ArousalReason[];
}

/**
 * One way of turning signals into arousal. `step` is pure: its state is passed in and returned. Whether there is an
 * estimate at all is decided before it is called, so that estimators are compared on the same windows.
 */
export interface ArousalEstimator<State = unknown> {
  readonly id: string;
  readonly begin: State;
  /** No guess: the moment lacks what this estimator needs. */
  step(
    state: State,
    moment: ArousalMoment,
    config: EngineConfig,
  ): { readonly state: State; readonly guess?: ArousalGuess };
}

export const rateReason = (aboveBpm: number): ArousalReason =>
  aboveBpm > 4
    ? 'heart-rate-above-baseline'
    : aboveBpm < -4
      ? 'heart-rate-below-baseline'
      : 'heart-rate-near-baseline';

export const pacedReason = (paced: boolean): readonly ArousalReason[] =>
  paced ? ['paced-breathing-variability-ignored'] : [];
