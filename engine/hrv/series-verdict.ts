import { trust, type BeatClass, type Trust } from '../artefacts/index.ts';
import { pairwise, type NnSeries } from './nn-series.ts';

/** A change from one interval to the next by more than this share exceeds what breathing causes. */
const LARGE_SHARE = 0.1;
/** No sinus rhythm makes most of its steps so large; atrial fibrillation does. */
const LARGE_STEPS_MAX = 0.5;
const MIN_PAIRS = 20;

/**
 * Whether figures of a series can be given: by what became of the intervals it was made of, and by whether what is left
 * of them still is without order.
 * Source of the second: Buś 2023, doi:10.3390/jcm12020687 (pRR), with 10 % in the place of 3.25 %.
 */
export function seriesVerdict(classes: readonly BeatClass[], series: NnSeries): Trust {
  const verdict = trust(classes);
  if (typeof verdict === 'object') return verdict;
  const large = pairwise(series, (nn, next) => (Math.abs(next - nn) > LARGE_SHARE * nn ? 1 : 0));
  const share = large.reduce((count, one) => count + one, 0) / large.length;
  return large.length >= MIN_PAIRS && share > LARGE_STEPS_MAX ? { withheld: 'irregular-rhythm' } : verdict;
}
