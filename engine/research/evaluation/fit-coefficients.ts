import type { ArousalEstimator } from '../../arousal/arousal-estimator.ts';
import { logisticFeatures } from '../../arousal/logistic-estimator.ts';
import { aboveRest, type RestState } from '../../arousal/state-space-estimator.ts';
import { brier, expectedCalibrationError, reliability } from '../../maths/calibration.ts';
import { logisticPosterior, ridgePrior, type Observation } from '../../maths/logistic-fit.ts';
import { logistic } from '../../maths/logistic.ts';
import { bySubject } from './scored-window.ts';
import type { ObservedWindow } from './observe-windows.ts';

/** Notes what the default estimator weighs, before any weight: its `value` is 1/min above rest. */
export const probe: ArousalEstimator<RestState> = {
  id: 'above-rest',
  begin: undefined,
  step(before, moment, config) {
    const { restBpm, aboveBpm: value, se: sd } = aboveRest(before, moment, config);
    return { state: restBpm, guess: { value, sd, low: value - sd, high: value + sd, reasons: [] } };
  },
};

/** What each model weighs in a window; absent where the window lacks it. */
const MODELS: Readonly<Record<string, (window: ObservedWindow) => readonly number[] | undefined>> = {
  'state-space': ({ guesses }) => (guesses[probe.id] ? [guesses[probe.id]!.value] : undefined),
  'heart-rate': ({ moment }) =>
    moment?.window.meanHrBpm === undefined ? undefined : [moment.window.meanHrBpm - moment.rest.heartRateBpm],
  logistic: ({ moment }) => {
    const features = moment && logisticFeatures(moment);
    return features && [features.heartRateBpm, features.lnRmssd];
  },
};

/** Intercept first, then a coefficient for each feature. */
export type LogisticFit = readonly number[];

export interface FittedModel {
  readonly model: string;
  readonly fit: LogisticFit;
  readonly windows: number;
  /** Of probabilities that were given to each person by a fit on all the others. */
  readonly heldOut: { readonly brier: number; readonly calibrationError: number };
}

interface FitCase {
  readonly subject: string;
  readonly positive: boolean;
  readonly features: readonly number[];
}

/** Fits each model on the windows and holds it against people it was not fitted on. */
export function fittedModels(windows: readonly ObservedWindow[]): readonly FittedModel[] {
  return Object.entries(MODELS).map(([model, featuresOf]) => {
    const cases = windows.flatMap((window): FitCase[] => {
      const features = featuresOf(window);
      return features ? [{ subject: window.subject, positive: window.positive, features }] : [];
    });
    const heldOut = [...bySubject(cases)].flatMap(([subject, own]) => {
      const fit = fitted(cases.filter((one) => one.subject !== subject));
      return own.map(({ positive, features }) => ({ positive, probability: probability(fit, features) }));
    });
    return {
      model,
      fit: fitted(cases),
      windows: cases.length,
      heldOut: {
        brier: brier(heldOut)!,
        calibrationError: expectedCalibrationError(reliability(heldOut))!,
      },
    };
  });
}

/** @throws RangeError  no cases */
function fitted(cases: readonly FitCase[]): LogisticFit {
  if (cases.length === 0) throw new RangeError('cases must not be empty');
  const rows = cases.map(({ positive, features }): Observation => ({
    outcome: positive ? 1 : 0,
    x: Float64Array.of(1, ...features),
  }));
  return [...logisticPosterior(rows, ridgePrior(rows[0]!.x.length)).mean];
}

const probability = ([intercept = 0, ...weights]: LogisticFit, features: readonly number[]): number =>
  logistic(weights.reduce((sum, weight, i) => sum + weight * features[i]!, intercept));

/** The source text of `engine/config/arousal-coefficients.ts`. */
export function coefficientsSource(models: readonly FittedModel[]): string {
  const of = (id: string) =>
    models.find(({ model }) => model === id)!.fit.map((value) => String(Number(value.toFixed(4))));
  const [ours, rate, both] = [of('state-space'), of('heart-rate'), of('logistic')];
  return `/**
 * Written by \`attune fit\`; see docs/estimates.md. Logits; per 1/min above rest, per unit of ln RMSSD above the
 * baseline.
 */
export const COEFFICIENTS = {
  'state-space': { intercept: ${ours[0]}, perBpm: ${ours[1]} },
  'heart-rate': { intercept: ${rate[0]}, perBpm: ${rate[1]} },
  logistic: { intercept: ${both[0]}, weights: { heartRateBpm: ${both[1]}, lnRmssd: ${both[2]} } },
} as const;
`;
}
