import type { SignalStep } from '../session/signal.ts';
import { CravingLearner } from './craving-learner.ts';

/**
 * Craving. Tier 0: the person's own latest rating and its age, nothing else. Body signals are weak evidence of
 * craving (Carter & Tiffany 1999, doi:10.1046/j.1360-0443.1999.9433273.x), so tier 1, which uses them, runs only
 * with the person's consent in the session's start: {@link CravingLearner}, `docs/craving.md`.
 */
export function cravingEstimation(): SignalStep {
  let learner: CravingLearner | undefined;
  return (signal, emit) => {
    emit(signal);
    const { type, atMs } = signal;
    if (type === 'session-started') {
      emit({ type: 'craving', author: 'engine', atMs, withheld: 'no-rating' });
      if (signal.craving) learner = new CravingLearner(signal, signal.craving);
    } else if (type === 'rating') {
      emit({ type: 'craving', author: 'engine', atMs, tier: 0, rating: signal.value, ratedAtMs: atMs });
    }
    learner?.take(signal, emit);
  };
}
