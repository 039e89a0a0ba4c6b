import { round } from '../maths/round.ts';
import { cravingGate, type CravingGate, type CravingWithheldReason } from './craving-gate.ts';
import type { CravingLabel, CravingMoment } from './craving-label.ts';
import {
  cravingForecast,
  learn,
  prepared,
  type CravingForecast,
  type CravingModel,
} from './craving-model.ts';
import type { CravingSettings } from './craving-settings.ts';
import { alarmExpectation, type AlarmExpectation } from './false-alarms.ts';
import { brier, expectedCalibrationError, reliability, type ReliabilityBin } from '../maths/calibration.ts';
import { outcomesOf, trackRecord } from './track-record.ts';

/** The evidence shown with every forecast, all out of sample. */
export interface CravingEvidence {
  readonly labels: number;
  readonly positives: number;
  readonly brier: number;
  readonly baseRateBrier: number;
  readonly reliability: readonly ReliabilityBin[];
  readonly calibrationError: number;
  readonly alarms: AlarmExpectation;
}

/** Everything derived from a person's labels, computed once when one is added or deleted. */
export interface CravingJudgement {
  readonly model: CravingModel;
  readonly gate: CravingGate;
  /** Absent: nothing has been scored yet. */
  readonly evidence?: CravingEvidence;
}

export type CravingEstimate =
  | ({ readonly kind: 'shown'; readonly evidence: CravingEvidence } & CravingForecast)
  | {
      readonly kind: 'withheld';
      readonly reason: CravingWithheldReason;
      /** Answers still to come, where that is the reason. */
      readonly missing?: number;
    };

const BINS = 5;

/** @param labels  in any order. Cost: two small fits a label */
export function judgeCraving(labels: readonly CravingLabel[], settings: CravingSettings): CravingJudgement {
  const ready = prepared(labels, settings);
  const scored = trackRecord(ready);
  const model = learn(ready, { count: ready.labels.length, body: true });
  const gate = cravingGate(scored);
  if (scored.length === 0) return { model, gate };
  const prompts = ready.labels.flatMap(({ propensity }, i) =>
    propensity === undefined ? [] : [{ craving: ready.craving[i]!, propensity }],
  );
  const bins = reliability(outcomesOf(scored), BINS);
  const evidence = {
    labels: scored.length,
    positives: scored.filter(({ craving }) => craving).length,
    brier: brier(outcomesOf(scored))!,
    baseRateBrier: brier(outcomesOf(scored, 'baseRate'))!,
    reliability: bins,
    calibrationError: expectedCalibrationError(bins)!,
    alarms: alarmExpectation(scored, prompts, settings),
  };
  return { model, gate, evidence };
}

/**
 * Craving at a moment, tier 1: a probability with its interval and its evidence, or why there is none. Without a
 * current body signal there is none, whatever was learnt.
 */
export function cravingEstimate(judgement: CravingJudgement, moment: CravingMoment): CravingEstimate {
  const { gate, evidence, model } = judgement;
  if (gate.kind === 'withheld')
    return {
      kind: 'withheld',
      reason: gate.reason,
      ...(gate.missing !== undefined && { missing: gate.missing }),
    };
  const silent =
    moment.arousal === undefined && moment.heartRateZ === undefined && moment.lnRmssdZ === undefined;
  if (silent || evidence === undefined) return { kind: 'withheld', reason: 'no-body-signal' };
  const { probability, interval80, interval95 } = cravingForecast(model, moment);
  const rounded = ([low, high]: readonly [number, number]) => [round(low, 3), round(high, 3)] as const;
  return {
    kind: 'shown',
    probability: round(probability, 3),
    interval80: rounded(interval80),
    interval95: rounded(interval95),
    evidence,
  };
}
