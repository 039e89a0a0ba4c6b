import type { EngineConfig } from '../config/engine-config.ts';
import type { HrvMeasured } from '../hrv/events.ts';
import type { BaselineFigures } from './events.ts';
import type { HeartLevel } from './heart-level.ts';

/** Tags for sitting or lying: then movement is not what raises heart rate. */
export const STILL_TAGS: readonly string[] = ['sitting', 'lying'];

/** A sustained rise counts as over after half this many seconds without one. */
const FORGOTTEN_S = 60;
/** Seconds subtracted for each second without a rise. */
const FALL = 2;

export interface RiseMoment {
  readonly level: HeartLevel;
  readonly window: HrvMeasured;
  readonly rest: BaselineFigures;
}

/**
 * Whether heart rate has stood `sustainedRiseBpm` above rest for `sustainedS`, with RMSSD below
 * `sustainedRmssdShare` of that at rest. Light exercise looks like that, and so does lasting great excitement:
 * heart rate alone cannot distinguish them, but the person or an accelerometer can.
 * @returns a step: takes the evidence at it (`undefined`: none) and returns whether the rise is sustained; never
 *   true without a baseline of RMSSD.
 * Source: RMSSD is halved even by light exercise (Michael 2017, doi:10.3389/fphys.2017.00301); limits: judgement.
 */
export function sustainedRise(config: EngineConfig): (moment: RiseMoment | undefined) => boolean {
  const seconds = config.stepMs / 1000;
  let lastedS = 0;
  return (moment) => {
    const raised = moment !== undefined && isRaised(moment, config);
    lastedS = raised
      ? Math.min(lastedS + seconds, config.sustainedS + FORGOTTEN_S)
      : Math.max(0, lastedS - FALL * seconds);
    return lastedS >= config.sustainedS;
  };
}

function isRaised({ level, window, rest }: RiseMoment, config: EngineConfig): boolean {
  if (rest.lnRmssd === undefined || window.rmssdMs === undefined) return false;
  if (level.fastBpm - rest.heartRateBpm <= config.sustainedRiseBpm) return false;
  return window.rmssdMs < config.sustainedRmssdShare * Math.exp(rest.lnRmssd);
}
