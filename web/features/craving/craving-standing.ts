import {
  cravingSettings,
  isCraving,
  judgeCraving,
  LABELS_NEEDED,
  POSITIVES_NEEDED,
  type CravingJudgement,
  type CravingLabel,
} from '../../../engine/index.ts';

/** How far it is: answers that count and cravings among them, of those that are needed at least. */
export interface CravingCounts {
  readonly answers: number;
  readonly answersNeeded: number;
  readonly cravings: number;
  readonly cravingsNeeded: number;
}

/** Marks teach but do not count: nobody marks the moments without craving. */
export function cravingCounts(labels: readonly CravingLabel[]): CravingCounts {
  const answers = labels.filter(({ by }) => by !== 'mark');
  const { cravingRating } = cravingSettings();
  return {
    answers: answers.length,
    answersNeeded: LABELS_NEEDED,
    cravings: answers.filter((label) => isCraving(label, cravingRating)).length,
    cravingsNeeded: POSITIVES_NEEDED,
  };
}

/**
 * Whether the forecast may be shown and how it did. Costs two small fits a label: a tenth of a second for a hundred.
 */
export const cravingStanding = (labels: readonly CravingLabel[]): CravingJudgement =>
  judgeCraving(labels, cravingSettings());
