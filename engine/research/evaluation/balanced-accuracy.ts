import { bySubject, type ScoredWindow } from './scored-window.ts';

type Scored = Pick<ScoredWindow, 'positive' | 'score'>;

/** The threshold above which scores count as positive, so that balanced accuracy is greatest. Not for one kind only. */
export function bestThreshold(windows: readonly Scored[]): number {
  const sorted = [...windows].sort((a, b) => a.score - b.score);
  const positives = windows.filter(({ positive }) => positive).length;
  const negatives = windows.length - positives;
  let [missed, rejected, best, threshold] = [0, 0, -1, -Infinity];
  sorted.forEach(({ positive, score }, i) => {
    if (positive) missed += 1;
    else rejected += 1;
    if (sorted[i + 1]?.score === score) return;
    const accuracy = ((positives - missed) / positives + rejected / negatives) / 2;
    if (accuracy > best) [best, threshold] = [accuracy, (score + (sorted[i + 1]?.score ?? score)) / 2];
  });
  return threshold;
}

/** Mean of the shares found among positives and among negatives; `undefined` unless there are both. */
export function balancedAccuracy(windows: readonly Scored[], threshold: number): number | undefined {
  const share = (kind: boolean) => {
    const ofKind = windows.filter(({ positive }) => positive === kind);
    return ofKind.length === 0
      ? undefined
      : ofKind.filter(({ score }) => score > threshold === kind).length / ofKind.length;
  };
  const [sensitivity, specificity] = [share(true), share(false)];
  return sensitivity === undefined || specificity === undefined ? undefined : (sensitivity + specificity) / 2;
}

/**
 * Balanced accuracy of each subject at the threshold that is best for all the others.
 * @returns by subject; without those who lack a kind of windows
 */
export function leaveOneSubjectOut(windows: readonly ScoredWindow[]): ReadonlyMap<string, number> {
  const result = new Map<string, number>();
  for (const [subject, own] of bySubject(windows)) {
    const others = windows.filter((window) => window.subject !== subject);
    const accuracy = balancedAccuracy(own, bestThreshold(others));
    if (accuracy !== undefined) result.set(subject, accuracy);
  }
  return result;
}
