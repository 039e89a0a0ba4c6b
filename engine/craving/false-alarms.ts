import type { CravingSettings } from './craving-settings.ts';
import type { ScoredForecast } from './track-record.ts';

/** What an alarm at each forecast at or above a threshold would mean in a day of this person. */
export interface AlarmExpectation {
  readonly threshold: number;
  readonly sensitivity: number;
  readonly specificity: number;
  /** Share of moments that are craving, and where the figure is from. */
  readonly baseRate: number;
  readonly baseRateFrom: 'prompts' | 'answers';
  readonly falseAlarmsPerDay: number;
  /** Share of alarms that are craving: the positive predictive value. */
  readonly alarmsThatAreCraving: number;
}

/** An answer to a prompt and how likely that prompt was. */
export interface PromptedAnswer {
  readonly craving: boolean;
  readonly propensity: number;
}

/** Prompts needed for a base rate. Judgement. */
const PROMPTS_NEEDED = 15;

/**
 * A day's false alarms at a base rate.
 *
 * @returns false alarms a day, and the share of alarms that are craving (`undefined` when there are no alarms)
 */
export function alarmsInADay(test: {
  readonly sensitivity: number;
  readonly specificity: number;
  readonly baseRate: number;
  readonly windowsPerDay: number;
}): { readonly falseAlarmsPerDay: number; readonly alarmsThatAreCraving: number | undefined } {
  const trueAlarms = test.baseRate * test.sensitivity;
  const falseAlarms = (1 - test.baseRate) * (1 - test.specificity);
  const alarms = trueAlarms + falseAlarms;
  return {
    falseAlarmsPerDay: test.windowsPerDay * falseAlarms,
    alarmsThatAreCraving: alarms > 0 ? trueAlarms / alarms : undefined,
  };
}

/**
 * Share of moments that are craving: from the answers to prompts, each weighted by how unlikely its prompt was (Horvitz
 * & Thompson 1952, doi:10.2307/2280784), or from all answers while there are fewer than 15.
 */
export function baseRateOf(
  prompts: readonly PromptedAnswer[],
  scored: readonly ScoredForecast[],
): Pick<AlarmExpectation, 'baseRate' | 'baseRateFrom'> {
  const share = (answers: readonly { readonly craving: boolean; readonly weight: number }[]) => {
    const weights = answers.reduce((sum, { weight }) => sum + weight, 0);
    return answers.reduce((sum, one) => sum + (one.craving ? one.weight : 0), 0) / weights;
  };
  if (prompts.length < PROMPTS_NEEDED)
    return {
      baseRate: share(scored.map(({ craving }) => ({ craving, weight: 1 }))),
      baseRateFrom: 'answers',
    };
  return {
    baseRate: share(prompts.map(({ craving, propensity }) => ({ craving, weight: 1 / propensity }))),
    baseRateFrom: 'prompts',
  };
}

/** @param scored  at least one; sensitivity and specificity are shares with half an answer each way */
export function alarmExpectation(
  scored: readonly ScoredForecast[],
  prompts: readonly PromptedAnswer[],
  settings: CravingSettings,
): AlarmExpectation {
  const threshold = settings.alarmProbability;
  const share = (craving: boolean, alarm: boolean) => {
    const those = scored.filter((one) => one.craving === craving);
    return (those.filter((one) => one.probability >= threshold === alarm).length + 0.5) / (those.length + 1);
  };
  const sensitivity = share(true, true);
  const specificity = share(false, false);
  const base = baseRateOf(prompts, scored);
  const day = alarmsInADay({
    sensitivity,
    specificity,
    baseRate: base.baseRate,
    windowsPerDay: settings.windowsPerDay,
  });
  return {
    threshold,
    sensitivity,
    specificity,
    ...base,
    falseAlarmsPerDay: day.falseAlarmsPerDay,
    alarmsThatAreCraving: day.alarmsThatAreCraving ?? 0,
  };
}
