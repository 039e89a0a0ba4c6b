import { chance } from '../../maths/random.ts';
import { cravingGate } from '../../craving/craving-gate.ts';
import { isCraving } from '../../craving/craving-label.ts';
import { cravingForecast, learn, prepared } from '../../craving/craving-model.ts';
import { cravingSettings } from '../../craving/craving-settings.ts';
import {
  brier,
  expectedCalibrationError,
  reliability,
  wilson,
  type Outcome,
} from '../../maths/calibration.ts';
import { simulatedPerson, type PersonTraits } from './simulated-person.ts';
import { trackRecord } from '../../craving/track-record.ts';

/** Results for simulated people with the same traits. */
export interface CravingSimulation {
  readonly people: number;
  /** People to whom a forecast was shown at any of their answers. */
  readonly shown: number;
  /** Share, with its 95 % interval. */
  readonly shownShare: number;
  readonly shownInterval: readonly [number, number];
  /** Answers given when it was first shown, in the middle person; absent: nobody. */
  readonly medianLabels?: number;
  /** Of the forecasts shown to these people over new moments, pooled: calibration error and Brier scores. */
  readonly calibrationError?: number;
  readonly brier?: number;
  readonly baseRateBrier?: number;
}

/** New moments at which a shown model is tried. */
const TRIED = 50;

/** @param plan  `labels`: answers each person gives at most; `seed`: the same gives the same people */
export function simulateCraving(
  traits: PersonTraits,
  plan: { readonly people: number; readonly labels: number; readonly seed: number },
): CravingSimulation {
  const shownAt: number[] = [];
  const outcomes: Outcome[] = [];
  let baseRateError = 0;
  for (let person = 0; person < plan.people; person++) {
    const tried = onePerson(traits, plan.labels, plan.seed + person * 7919);
    if (tried === undefined) continue;
    shownAt.push(tried.shownAt);
    outcomes.push(...tried.outcomes);
    for (const { positive } of tried.outcomes) baseRateError += (tried.baseRate - Number(positive)) ** 2;
  }
  const shown = shownAt.length;
  const about = {
    people: plan.people,
    shown,
    shownShare: shown / plan.people,
    shownInterval: wilson(shown, plan.people),
  };
  if (shown === 0) return about;
  return {
    ...about,
    medianLabels: shownAt.sort((a, b) => a - b)[Math.floor(shown / 2)]!,
    calibrationError: expectedCalibrationError(reliability(outcomes, 10))!,
    brier: brier(outcomes)!,
    baseRateBrier: baseRateError / outcomes.length,
  };
}

/** Follows one person until a forecast is shown, then tries it; `undefined` if it never is. */
function onePerson(traits: PersonTraits, most: number, seed: number) {
  const settings = cravingSettings();
  const answer = simulatedPerson(traits, chance(seed));
  const ready = prepared(Array.from({ length: most }, answer), settings);
  const scored = trackRecord(ready);
  for (let count = 1; count <= most; count++) {
    if (cravingGate(scored.slice(0, count)).kind === 'withheld') continue;
    const model = learn(ready, { count, body: true });
    const outcomes = Array.from({ length: TRIED }, (): Outcome => {
      const label = answer();
      return {
        probability: cravingForecast(model, label).probability,
        positive: isCraving(label, settings.cravingRating),
      };
    });
    const baseRate = (ready.craving.slice(0, count).filter(Boolean).length + 0.5) / (count + 1);
    return { shownAt: count, outcomes, baseRate };
  }
  return undefined;
}
