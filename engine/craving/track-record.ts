import type { Outcome } from '../maths/calibration.ts';
import { averagedProbability, learn, logitAt, type PreparedLabels } from './craving-model.ts';

/** A forecast that was made from the labels before this one, and what the person then said. */
export interface ScoredForecast {
  readonly atMs: number;
  readonly craving: boolean;
  readonly probability: number;
  /** The same model without the body's signals. */
  readonly withoutBody: number;
  /** Share of craving in the answers before, with half an answer each way. */
  readonly baseRate: number;
}

/**
 * The model's record: each answer is forecast from the labels before it, in order of time. Marks are learnt from
 * but not scored: moments without craving are never marked, so a forecast cannot fail on a mark.
 *
 * Source: prequential assessment, Dawid 1984, doi:10.2307/2981683. Cost: two fits a label.
 */
export function trackRecord(prepared: PreparedLabels): ScoredForecast[] {
  const scored: ScoredForecast[] = [];
  let found = 0;
  let start: Float64Array | undefined;
  let startWithout: Float64Array | undefined;
  prepared.labels.forEach((label, count) => {
    if (label.by === 'mark') return;
    const craving = prepared.craving[count]!;
    const model = learn(prepared, { count, body: true, start });
    const twin = learn(prepared, { count, body: false, start: startWithout });
    start = model.posterior.mean;
    startWithout = twin.posterior.mean;
    const full = logitAt(model, label);
    const without = logitAt(twin, label, false);
    scored.push({
      atMs: label.atMs,
      craving,
      probability: averagedProbability(full.mean, full.variance),
      withoutBody: averagedProbability(without.mean, without.variance),
      baseRate: (found + 0.5) / (scored.length + 1),
    });
    if (craving) found += 1;
  });
  return scored;
}

/** A forecast of those that were scored, with what came of it. */
export const outcomesOf = (
  scored: readonly ScoredForecast[],
  forecast: 'probability' | 'baseRate' = 'probability',
): readonly Outcome[] => scored.map((one) => ({ probability: one[forecast], positive: one.craving }));
