import { trust, type BeatClass, type Trust } from '../artefacts/index.ts';
import { exceedsMs } from './exceeds.ts';
import { pairwise, type NnSeries } from './nn-series.ts';

/** A change from one interval to the next by more than this share exceeds what breathing causes. */
const LARGE_SHARE = 0.1;
/** In sinus rhythm most changes are smaller; in atrial fibrillation they are not. */
const LARGE_STEPS_MAX = 0.5;
const MIN_PAIRS = 20;

/**
 * Whether figures of a series may be given, judged by the classes of its intervals and by
 * whether the remaining ones are still irregular.
 * Source of the second: Buś 2023, doi:10.3390/jcm12020687 (pRR), with 10 % instead of 3.25 %.
 */
export function seriesVerdict(classes: readonly BeatClass[], series: NnSeries): Trust {
  const verdict = trust(classes);
  if (typeof verdict === 'object') return verdict;
  const large = pairwise(series, (nn, next) => (exceedsMs(next - nn, LARGE_SHARE * nn) ? 1 : 0));
  const share = large.reduce((count, one) => count + one, 0) / large.length;
  return large.length >= MIN_PAIRS && share > LARGE_STEPS_MAX ? { withheld: 'irregular-rhythm' } : verdict;
}
