import type { EngineConfig } from '../config/engine-config.ts';
import { pacedReason, rateReason, type ArousalEstimator, type ArousalMoment } from './arousal-estimator.ts';
import { logitNormal } from '../maths/logit-normal.ts';
import type { ArousalReason } from './events.ts';
import { runningRest } from './running-rest.ts';

/** Rest as this session has shown it, 1/min; `undefined`: nothing seen yet. */
export type RestState = number | undefined;

/** Below the baseline by this much, rest is said to have been found lower. */
const LOWER_BPM = 3;

/**
 * How far the level of heart rate stands above rest, halfway between the baseline and rest as the
 * session has shown it. Rest may lie anywhere between the two: their distance, as that of a
 * uniform distribution, is part of the error.
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
 * Variability has no weight: fitted on the open recordings it made held-out people worse, and slow breathing raises it
 * without any calm. It counts where it can be trusted: in the error, for movement and for rhythm.
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
