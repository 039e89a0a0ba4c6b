import type { SignalStep } from '../session/signal.ts';
import { CravingLearner } from './craving-learner.ts';

/**
 * Craving. Tier 0: the person's own latest rating and its age, nothing else. Body signals are weak evidence of craving
 * (Carter & Tiffany 1999, doi:10.1046/j.1360-0443.1999.9433273.x), so tier 1, which looks at them, runs only where the
 * session says that the person wants it: {@link CravingLearner}, `docs/craving.md`.
 */
export function cravingEstimation(): SignalStep {
  let learner: CravingLearner | undefined;
  return (signal, emit) => {
    emit(signal);
    const head = { type: 'craving', author: 'engine', atMs: signal.atMs } as const;
    if (signal.type === 'session-started') {
      emit({ ...head, withheld: 'no-rating' });
      if (signal.craving) learner = new CravingLearner(signal, signal.craving);
    }
    if (signal.type === 'rating') emit({ ...head, tier: 0, rating: signal.value, ratedAtMs: signal.atMs });
    learner?.take(signal, emit);
  };
}
