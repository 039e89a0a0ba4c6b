import type { CravingLabel, CravingMoment } from './craving-label.ts';
import type { GaussianPrior } from '../maths/logistic-fit.ts';

const BODY = ['arousal', 'heartRateZ', 'lnRmssdZ'] as const;
type BodySignal = (typeof BODY)[number];

/** The person's own middle and spread of each body signal, and the context tags that have come up often enough. */
export interface FeatureFrame {
  readonly body: Readonly<Record<BodySignal, { readonly mean: number; readonly sd: number }>>;
  readonly tags: readonly string[];
}

/** The starting frame, with the weight of `STARTS_WORTH` labels. Judgement: usual middles and spreads. */
const STARTS: FeatureFrame['body'] = {
  arousal: { mean: 0.4, sd: 0.15 },
  heartRateZ: { mean: 0.5, sd: 1 },
  lnRmssdZ: { mean: 0, sd: 1 },
};
const STARTS_WORTH = 5;
/** A tag seen less often has no coefficient of its own. Judgement. */
const TAG_USES = 3;

/** @param labels  any number; with none the frame is the starting one */
export function featureFrame(labels: readonly CravingLabel[]): FeatureFrame {
  const uses = new Map<string, number>();
  for (const { tags } of labels) for (const tag of new Set(tags)) uses.set(tag, (uses.get(tag) ?? 0) + 1);
  const spread = (signal: BodySignal) => {
    const start = STARTS[signal];
    const values = labels.map((label) => label[signal]).filter((value) => value !== undefined);
    const weight = STARTS_WORTH + values.length;
    const mean = values.reduce((sum, value) => sum + value, STARTS_WORTH * start.mean) / weight;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, STARTS_WORTH * start.sd ** 2);
    return { mean, sd: Math.sqrt(squares / weight) };
  };
  return {
    body: {
      arousal: spread('arousal'),
      heartRateZ: spread('heartRateZ'),
      lnRmssdZ: spread('lnRmssdZ'),
    },
    tags: [...uses].flatMap(([tag, count]) => (count >= TAG_USES ? [tag] : [])).sort(),
  };
}

/** Features of a moment; `missing` lists the columns set to the person's mean because the value is unknown. */
export interface FeatureRow {
  readonly x: Float64Array;
  readonly missing: readonly number[];
}

/** Number of columns before the tags: the intercept, four of time and rating, three of the body. */
const FIXED = 8;
const FIRST_BODY = 5;

/**
 * Columns: 1, sine and cosine of the hour, last rating, time since it, the body's three, a column for each tag of
 * the frame. A missing body signal is 0, the person's mean; a missing rating is 0, the scale's middle.
 *
 * @param previous the latest label before the moment that holds a rating
 */
export function featureRow(
  moment: CravingMoment,
  previous: CravingLabel | undefined,
  frame: FeatureFrame,
): FeatureRow {
  const x = new Float64Array(FIXED + frame.tags.length);
  const missing: number[] = [];
  const angle = ((moment.atMs / 60_000 + moment.utcOffsetMin) / 1440) * 2 * Math.PI;
  x[0] = 1;
  x[1] = Math.sin(angle);
  x[2] = Math.cos(angle);
  if (previous && typeof previous.said === 'number') {
    const hours = (moment.atMs - previous.atMs) / 3_600_000;
    x[3] = (previous.said - 50) / 25;
    x[4] = Math.log((1 + Math.min(hours, 48)) / (1 + USUAL_HOURS));
  }
  BODY.forEach((signal, i) => {
    const value = moment[signal];
    const { mean, sd } = frame.body[signal];
    if (value === undefined) missing.push(FIRST_BODY + i);
    else x[FIRST_BODY + i] = Math.max(-MAX_Z, Math.min(MAX_Z, (value - mean) / sd));
  });
  frame.tags.forEach((tag, i) => (x[FIXED + i] = moment.tags.includes(tag) ? 1 : 0));
  return { x, missing };
}

/** Hours since the last rating at which that column is 0. Judgement. */
const USUAL_HOURS = 6;
/** Body signals are limited to this many standard deviations. Judgement. */
const MAX_Z = 4;

/** The same row without the body's columns, for the forecast without a strap. */
export const withoutBody = (x: Float64Array): Float64Array =>
  x.filter((_, i) => i < FIRST_BODY || i >= FIXED);

/**
 * A standardised difference d between two normal groups is a logistic coefficient of d for each standard deviation.
 * Over 41 cue-reactivity studies heart rate told craving from neutral with d = 0.26 and sweat, the purer sign of
 * arousal, with d = 0.40 (Carter & Tiffany 1999, doi:10.1046/j.1360-0443.1999.9433273.x). Variability may go either
 * way with craving (Garland 2012, Ralevski 2019): its prior has no sign.
 */
const BODY_PRIOR = { mean: [0.4, 0.26, 0], sd: [0.25, 0.25, 0.25] };
/** Judgement: odds from 1:20 to 20:1 are all plausible at first. */
const INTERCEPT_SD = 1.5;
/** Judgement: wide, so that the body gets no credit for what the time or the last rating explains. */
const TIME_AND_RATING_SD = 0.6;
/** Judgement: a tag usually shifts the odds by less than half a unit. */
const TAG_SD = 0.25;

/** The prior over the columns of `featureRow`. */
export function featurePrior(frame: FeatureFrame): GaussianPrior {
  const size = FIXED + frame.tags.length;
  const mean = new Float64Array(size);
  const sd = new Float64Array(size).fill(TAG_SD, FIXED).fill(TIME_AND_RATING_SD, 1, FIRST_BODY);
  sd[0] = INTERCEPT_SD;
  mean.set(BODY_PRIOR.mean, FIRST_BODY);
  sd.set(BODY_PRIOR.sd, FIRST_BODY);
  return { mean, sd };
}
