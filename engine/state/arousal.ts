import type { EngineConfig } from '../config.ts';
import { round } from '../round.ts';
import type { ArousalReason, HrvMeasured, WithheldReason } from '../session/derived-events.ts';
import type { BaselineFigures } from '../session/input-events.ts';

/** One window's evidence of arousal on the logit scale. */
export interface ArousalEvidence {
  readonly logit: number;
  /** Standard error of `logit` from the window and the baseline, without the model's own error. */
  readonly se: number;
  readonly reasons: readonly ArousalReason[];
}

/**
 * How far a window stands from the person's own rest: `restLogit + w1·z(heart rate) − w2·z(ln RMSSD)`.
 *
 * RMSSD counts for nothing while breathing is paced: slow breathing raises it without any calm (and the other way
 * round). LF and HF power are never used. Spreads are floored, since a short quiet baseline looks steadier than a day.
 * @returns `undefined` if the window has no heart rate
 * Source: design judgement, weights in `config.ts`; robust z after Leys 2013, doi:10.1016/j.jesp.2013.03.013
 */
export function arousalEvidence(
  window: HrvMeasured,
  rest: BaselineFigures,
  { config, paced }: { readonly config: EngineConfig; readonly paced: boolean },
): ArousalEvidence | undefined {
  if (window.meanHrBpm === undefined) return undefined;
  const rateSpread = Math.max(rest.heartRateSpreadBpm, config.heartRateSpreadFloorBpm);
  const rateZ = (window.meanHrBpm - rest.heartRateBpm) / rateSpread;
  const variability = paced || !window.rmssdMs ? undefined : Math.log(window.rmssdMs);
  const variabilitySpread = Math.max(rest.lnRmssdSpread, config.lnRmssdSpreadFloor);
  const variabilityZ = variability === undefined ? 0 : (variability - rest.lnRmssd) / variabilitySpread;
  const windowsAtRest = Math.max(1, rest.seconds / config.windowS);
  const rateSe = Math.hypot(rateStandardError(window) / rateSpread, 1 / Math.sqrt(windowsAtRest));
  const logit = config.restLogit + config.heartRateWeight * rateZ - config.lnRmssdWeight * variabilityZ;
  return {
    logit: Math.max(-config.evidenceLogitMax, Math.min(config.evidenceLogitMax, logit)),
    se: config.heartRateWeight * rateSe,
    reasons: [
      rateReason(rateZ),
      ...variabilityReason(variabilityZ),
      ...(paced ? (['paced-breathing-variability-ignored'] as const) : []),
    ],
  };
}

/** Of the mean heart rate, 1/min. About one beat in five is independent of the last (respiratory arrhythmia). */
function rateStandardError({ meanHrBpm, sdnnMs, beats }: HrvMeasured): number {
  const meanNnMs = 60_000 / meanHrBpm!;
  return (meanHrBpm! * (sdnnMs ?? 50)) / meanNnMs / Math.sqrt(Math.max(1, beats / 5));
}

const rateReason = (z: number): ArousalReason =>
  z > 1 ? 'heart-rate-above-baseline' : z < -1 ? 'heart-rate-below-baseline' : 'heart-rate-near-baseline';

const variabilityReason = (z: number): readonly ArousalReason[] =>
  z > 1 ? ['variability-above-baseline'] : z < -1 ? ['variability-below-baseline'] : [];

/**
 * How far the signal behind a window can be trusted, 0–1: falls with uncovered time below 70 % and with the share
 * of beats not accepted, reaching 0 at `correctedMax`.
 */
export const signalQuality = (window: HrvMeasured, config: EngineConfig): number =>
  Math.min(1, window.coverage / 0.7) * Math.max(0, 1 - window.corrected / config.correctedMax);

/** Why a window gives no estimate; `undefined` if it gives one. */
export function whyWithheld(window: HrvMeasured, config: EngineConfig): WithheldReason | undefined {
  if (window.beats === 0) return 'no-beats';
  if (window.meanHrBpm === undefined) return 'too-few-beats';
  return signalQuality(window, config) < config.qualityMin ? 'poor-signal' : undefined;
}

/** A local level with drift: the arousal logit as it moves from second to second. */
export interface ArousalLevel {
  readonly logit: number;
  readonly variance: number;
}

/** Lets the level drift for `seconds`, then weighs in the evidence. Kalman filter of one dimension. */
export function follow(
  level: ArousalLevel | undefined,
  evidence: ArousalEvidence,
  { seconds, config }: { readonly seconds: number; readonly config: EngineConfig },
): ArousalLevel {
  const noise = evidence.se ** 2;
  if (level === undefined) return { logit: evidence.logit, variance: noise };
  const predicted = level.variance + config.arousalDriftLogit ** 2 * seconds;
  const gain = predicted / (predicted + noise);
  return { logit: level.logit + gain * (evidence.logit - level.logit), variance: (1 - gain) * predicted };
}

/** The level on the 0–1 scale with its standard deviation, the model's own error included (delta method). */
export function arousalOf(
  level: ArousalLevel,
  config: EngineConfig,
): { readonly value: number; readonly sd: number } {
  const value = 1 / (1 + Math.exp(-level.logit));
  const sd = value * (1 - value) * Math.sqrt(level.variance + config.modelLogitSd ** 2);
  return { value: round(value, 4), sd: round(sd, 4) };
}
