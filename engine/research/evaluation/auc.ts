import { mean } from '../../maths/statistics.ts';
import { bySubject, type ScoredWindow } from './scored-window.ts';

type Scored = Pick<ScoredWindow, 'positive' | 'score'>;

/**
 * Area under the ROC curve: how often a positive window scores above a negative one, ties counting half.
 * @returns 0–1; `undefined` unless there are both kinds
 * Cost: O(n log n). Source: Hanley & McNeil 1982, doi:10.1148/radiology.143.1.7063747
 */
export function auc(windows: readonly Scored[]): number | undefined {
  const sorted = [...windows].sort((a, b) => a.score - b.score);
  const positives = windows.filter(({ positive }) => positive).length;
  const negatives = windows.length - positives;
  if (positives === 0 || negatives === 0) return undefined;
  let ranks = 0;
  for (let from = 0; from < sorted.length;) {
    let to = from;
    let tied = 0;
    for (; to < sorted.length && sorted[to]!.score === sorted[from]!.score; to++)
      if (sorted[to]!.positive) tied += 1;
    ranks += (tied * (from + 1 + to)) / 2;
    from = to;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Mean of each subject's own AUC, over those who have both kinds of windows. */
export function aucPerSubject(windows: readonly ScoredWindow[]): number | undefined {
  const own = [...bySubject(windows).values()].flatMap((group) => auc(group) ?? []);
  return own.length === 0 ? undefined : mean(own);
}

/** Points of the ROC curve from (0, 0) to (1, 1), one for each distinct score, highest first. */
export function rocCurve(
  windows: readonly Scored[],
): readonly { readonly falsePositive: number; readonly truePositive: number }[] {
  const sorted = [...windows].sort((a, b) => b.score - a.score);
  const positives = windows.filter(({ positive }) => positive).length;
  const negatives = windows.length - positives;
  const points = [{ falsePositive: 0, truePositive: 0 }];
  let [hits, alarms] = [0, 0];
  sorted.forEach(({ positive, score }, i) => {
    if (positive) hits += 1;
    else alarms += 1;
    if (sorted[i + 1]?.score !== score)
      points.push({ falsePositive: alarms / negatives, truePositive: hits / positives });
  });
  return points;
}
