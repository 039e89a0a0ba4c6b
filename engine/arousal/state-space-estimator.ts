import type { EngineConfig } from '../config/engine-config.ts';
import { pacedReason, rateReason, type ArousalEstimator, type ArousalMoment } from './arousal-estimator.ts';
import { logitNormal } from '../maths/logit-normal.ts';
import type { ArousalReason } from './events.ts';
import { runningRest } from './running-rest.ts';

/** The running estimate of rest, 1/min; `undefined`: none yet. */
export type RestState = number | undefined;

/** Rest this far below the baseline is given as a reason of the estimate, 1/min. */
const LOWER_BPM = 3;

/**
 * How far the level of heart rate stands above rest, with rest taken halfway between the baseline and the
 * running rest. Rest may lie anywhere between the two, so the standard deviation of a uniform
 * distribution over that range is part of the error.
 */
export function aboveRest(
  before: RestState,
  { seconds, level, rest }: Pick<ArousalMoment, 'seconds' | 'level' | 'rest'>,
  config: EngineConfig,
): { readonly restBpm: number; readonly aboveBpm: number; readonly se: number } {
  const restBpm = runningRest(before, { level, rest }, { seconds, config });
  const middle = config.restShare * restBpm + (1 - config.restShare) * rest.heartRateBpm;
  const windowsAtRest = Math.max(1, rest.seconds / config.windowS);
  const restSe = Math.max(1, rest.heartRateSpreadBpm) / Math.sqrt(windowsAtRest);
  const disagreement = (rest.heartRateBpm - restBpm) / Math.sqrt(12);
  return { restBpm, aboveBpm: level.bpm - middle, se: Math.hypot(level.se, restSe, disagreement) };
}

/**
 * The default estimator: {@link aboveRest} through a logistic curve. Two states: the level of heart rate
 * (`heart-level.ts`) and rest (`running-rest.ts`).
 *
 * Variability has no weight: fitted on the open recordings it made estimates of held-out people
 * worse, and slow breathing raises it without calming. It is used where it is reliable: in the error,
 * and to detect movement and irregular rhythm.
 */
export const stateSpaceEstimator: ArousalEstimator<RestState> = {
  id: 'state-space',
  begin: undefined,
  step(before, moment, config) {
    const { restBpm, aboveBpm, se } = aboveRest(before, moment, config);
    const logit = config.restLogit + config.heartRateWeight * aboveBpm;
    const bounded = Math.max(-config.evidenceLogitMax, Math.min(config.evidenceLogitMax, logit));
    const { value, sd, low, high } = logitNormal(bounded, config.heartRateWeight * se);
    const reasons: ArousalReason[] = [rateReason(aboveBpm)];
    if (restBpm < moment.rest.heartRateBpm - LOWER_BPM) reasons.push('rest-found-lower');
    reasons.push(...pacedReason(moment.paced));
    return { state: restBpm, guess: { value, sd, low, high, reasons } };
  },
};
