import { brier } from '../maths/calibration.ts';
import { outcomesOf, type ScoredForecast } from './track-record.ts';

export type CravingWithheldReason =
  | 'too-few-labels'
  | 'too-few-positives'
  | 'not-better-than-base-rate'
  | 'body-not-found-to-help'
  | 'no-body-signal';

/** Whether a person may see a forecast of craving, or why not; `missing`: answers still needed. */
export type CravingGate =
  | { readonly kind: 'open'; readonly sinceLabel: number }
  | { readonly kind: 'withheld'; readonly reason: CravingWithheldReason; readonly missing?: number };

export const LABELS_NEEDED = 30;
export const POSITIVES_NEEDED = 8;
/**
 * The Brier score is compared over this many latest answers, so that the gate
 * closes again when the body stops predicting.
 */
const RECENT = 60;
const FIRST_SPAN = 60;
/** Standard errors required at 60 answers; see `evidenceNeeded`. */
const AT_SIXTY = 1.95;

/**
 * Standard errors by which the body must improve the forecasts for the gate to open at this many answers;
 * `undefined` between looks. It looks at 30, 40, 50 and 60, requiring 1.95·60/n (early looks ask for
 * more, after O'Brien & Fleming 1979, doi:10.2307/2530245), and then whenever a third more answers are
 * in, with half the error rate each time, beginning at 0.25 %. A person whose body carries no information
 * is shown a forecast with a probability of about 3 % up to 60 answers and of at most 0.5 % in all the
 * time after; `attune craving simulate` measures it.
 */
export function evidenceNeeded(answers: number): number | undefined {
  if (answers <= FIRST_SPAN)
    return answers >= LABELS_NEEDED && answers % 10 === 0 ? (AT_SIXTY * FIRST_SPAN) / answers : undefined;
  let look = FIRST_SPAN;
  for (let k = 0; look < answers; k++) {
    look = Math.ceil((look * 4) / 3);
    if (look === answers) return upperNormalQuantile(0.0025 / 2 ** k);
  }
  return undefined;
}

/**
 * z that a standard normal exceeds with probability `p`, 0 < p < 0.5, to 0.0005.
 * Source: Abramowitz & Stegun 1964, 26.2.23.
 */
function upperNormalQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  return (
    t -
    (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t ** 3)
  );
}

/**
 * The number of answers at which the body was first found to help, if ever. Where the body carries no information,
 * each term (forecast − forecast without body)·(outcome − forecast without body) has mean zero given all that came
 * before it, so their sum over its standard error is about standard normal at any look. It is half the gain in
 * Brier score, without the part that only measures how extreme the forecast was.
 */
export function bodyHelpsSince(scored: readonly ScoredForecast[]): number | undefined {
  let gain = 0;
  let variance = 0;
  for (const [i, { craving, probability, withoutBody }] of scored.entries()) {
    const bold = probability - withoutBody;
    gain += bold * (Number(craving) - withoutBody);
    variance += bold ** 2 * withoutBody * (1 - withoutBody);
    const needed = evidenceNeeded(i + 1);
    if (needed !== undefined && variance > 0 && gain >= needed * Math.sqrt(variance)) return i + 1;
  }
  return undefined;
}

/**
 * Opens when there are 30 answers, 8 of them craving, the forecasts made beforehand beat the running base rate in
 * Brier score over the latest answers, and the body is what improves them.
 */
export function cravingGate(scored: readonly ScoredForecast[]): CravingGate {
  const withheld = (reason: CravingWithheldReason, missing?: number): CravingGate => ({
    kind: 'withheld',
    reason,
    ...(missing !== undefined && { missing }),
  });
  const positives = scored.filter(({ craving }) => craving).length;
  if (scored.length < LABELS_NEEDED) return withheld('too-few-labels', LABELS_NEEDED - scored.length);
  if (positives < POSITIVES_NEEDED) return withheld('too-few-positives', POSITIVES_NEEDED - positives);
  const recent = scored.slice(-RECENT);
  if (brier(outcomesOf(recent))! >= brier(outcomesOf(recent, 'baseRate'))!)
    return withheld('not-better-than-base-rate');
  const sinceLabel = bodyHelpsSince(scored);
  return sinceLabel === undefined ? withheld('body-not-found-to-help') : { kind: 'open', sinceLabel };
}
