import {
  featureFrame,
  featurePrior,
  featureRow,
  withoutBody,
  type FeatureFrame,
} from './craving-features.ts';
import { inTime, isCraving, type CravingLabel, type CravingMoment } from './craving-label.ts';
import type { CravingSettings } from './craving-settings.ts';
import { logistic } from '../maths/logistic.ts';
import { dot, logisticPosterior, type LogisticPosterior, type Observation } from '../maths/logistic-fit.ts';

/** What was learnt from a person's labels; small, and refitted whenever one is added or deleted. */
export interface CravingModel {
  readonly frame: FeatureFrame;
  readonly posterior: LogisticPosterior;
  /** The latest rating, for the moments after it. */
  readonly lastRated?: CravingLabel;
}

export interface CravingForecast {
  /** Probability that the person would call this moment craving if asked, averaged over the posterior. */
  readonly probability: number;
  /** Where the probability itself lies, with 80 % and 95 % posterior probability. */
  readonly interval80: readonly [number, number];
  readonly interval95: readonly [number, number];
}

/** Labels in order of time, prepared once for many models. */
export interface PreparedLabels {
  readonly labels: readonly CravingLabel[];
  readonly craving: readonly boolean[];
  /** For each label, and for what comes after the last: the latest label with a rating before it. */
  readonly ratedBefore: readonly (CravingLabel | undefined)[];
}

export function prepared(labels: readonly CravingLabel[], settings: CravingSettings): PreparedLabels {
  const ordered = inTime(labels);
  const ratedBefore: (CravingLabel | undefined)[] = [undefined];
  for (const label of ordered) ratedBefore.push(typeof label.said === 'number' ? label : ratedBefore.at(-1));
  return {
    labels: ordered,
    craving: ordered.map((label) => isCraving(label, settings.cravingRating)),
    ratedBefore,
  };
}

/**
 * Learns from the first `count` labels.
 *
 * Marks are made only during craving, which would make it look more frequent than it is; sampling by outcome
 * moves a logistic model's intercept and nothing else (Prentice & Pyke 1979, doi:10.1093/biomet/66.3.403),
 * so the known excess goes into the offset.
 *
 * @param body false: the body's signals are left out altogether
 */
export function learn(
  { labels, craving, ratedBefore }: PreparedLabels,
  {
    count,
    body,
    start,
  }: { readonly count: number; readonly body: boolean; readonly start?: Float64Array | undefined },
): CravingModel {
  const seen = labels.slice(0, count);
  const frame = featureFrame(seen);
  const marks = seen.filter(({ by }) => by === 'mark').length;
  const found = craving.slice(0, count).filter(Boolean).length - marks;
  const offset = Math.log((found + 0.5 + marks) / (found + 0.5));
  const rows = seen.map((label, i): Observation => {
    const { x } = featureRow(label, ratedBefore[i], frame);
    return { outcome: craving[i] ? 1 : 0, x: body ? x : withoutBody(x), offset };
  });
  const full = featurePrior(frame);
  const prior = body ? full : { mean: withoutBody(full.mean), sd: withoutBody(full.sd) };
  const from = start?.length === prior.mean.length ? start : prior.mean;
  const lastRated = ratedBefore[count];
  return { frame, posterior: logisticPosterior(rows, prior, from), ...(lastRated && { lastRated }) };
}

/** Learns from all labels, in any order. */
export function cravingModel(labels: readonly CravingLabel[], settings: CravingSettings): CravingModel {
  return learn(prepared(labels, settings), { count: Infinity, body: true });
}

/**
 * The logit's mean and variance at a moment. A missing signal may lie anywhere in the person's usual range, which
 * widens the variance by its coefficient's mean square.
 */
export function logitAt(model: CravingModel, moment: CravingMoment, body = true) {
  const { mean, covariance } = model.posterior;
  const row = featureRow(moment, model.lastRated, model.frame);
  const x = body ? row.x : withoutBody(row.x);
  let variance = 0;
  covariance.forEach((across, i) => (variance += x[i]! * dot(across, x)));
  if (body) for (const j of row.missing) variance += mean[j]! ** 2 + covariance[j]![j]!;
  return { mean: dot(x, mean), variance };
}

/**
 * σ averaged over a normal logit, by the probit approximation.
 * Source: MacKay 1992, doi:10.1162/neco.1992.4.5.720; error below 0.02 for any mean and a standard deviation up to 3.
 */
export const averagedProbability = (mean: number, variance: number): number =>
  logistic(mean / Math.sqrt(1 + (Math.PI * variance) / 8));

/** The model's forecast for a moment. Whether it may be shown is decided by the gate. */
export function cravingForecast(model: CravingModel, moment: CravingMoment): CravingForecast {
  const { mean, variance } = logitAt(model, moment);
  const within = (z: number) =>
    [logistic(mean - z * Math.sqrt(variance)), logistic(mean + z * Math.sqrt(variance))] as const;
  return {
    probability: averagedProbability(mean, variance),
    interval80: within(1.2816),
    interval95: within(1.96),
  };
}
