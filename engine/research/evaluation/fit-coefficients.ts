import {
  aboveRest,
  bySubject,
  expectedCalibrationError,
  brier,
  fitLogistic,
  logistic,
  logisticFeatures,
  type ArousalEstimator,
  type LogisticFit,
  type RestState,
  type ScoredWindow,
} from '../../index.ts';
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

export interface FittedModel {
  readonly model: string;
  /** Intercept first. */
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
      return own.map((one): ScoredWindow => ({ ...one, score: probability(fit, one.features) }));
    });
    return {
      model,
      fit: fitted(cases),
      windows: cases.length,
      heldOut: { brier: brier(heldOut), calibrationError: expectedCalibrationError(heldOut) },
    };
  });
}

const fitted = (cases: readonly FitCase[]): LogisticFit =>
  fitLogistic(cases.map((one) => ({ ...one, weight: 1 })));

const probability = ([intercept = 0, ...weights]: LogisticFit, features: readonly number[]): number =>
  logistic(weights.reduce((sum, weight, i) => sum + weight * features[i]!, intercept));

/** The source text of `engine/state/coefficients.ts`. */
export function coefficientsSource(models: readonly FittedModel[]): string {
  const of = (id: string) =>
    models.find(({ model }) => model === id)!.fit.map((value) => String(Number(value.toFixed(4))));
  const [ours, rate, both] = [of('state-space'), of('heart-rate'), of('logistic')];
  return `/** Written by \`attune fit\`; see docs/estimates.md. Logits; per 1/min above rest, per unit of ln RMSSD above the baseline. */
export const COEFFICIENTS = {
  'state-space': { intercept: ${ours[0]}, perBpm: ${ours[1]} },
  'heart-rate': { intercept: ${rate[0]}, perBpm: ${rate[1]} },
  logistic: { intercept: ${both[0]}, weights: { heartRateBpm: ${both[1]}, lnRmssd: ${both[2]} } },
} as const;
`;
}
