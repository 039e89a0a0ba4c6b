import type { SignalStep } from '../session/signal.ts';

/**
 * Craving, tier 0: the person's own latest rating and its age, nothing else. Body signals are weak evidence of
 * craving (Carter & Tiffany 1999, doi:10.1046/j.1360-0443.1999.9433273.x), so none is turned into a figure here.
 */
export function cravingEstimation(): SignalStep {
  return (signal, emit) => {
    emit(signal);
    const head = { type: 'craving', author: 'engine', atMs: signal.atMs } as const;
    if (signal.type === 'session-started') emit({ ...head, withheld: 'no-rating' });
    if (signal.type === 'rating') emit({ ...head, tier: 0, rating: signal.value, ratedAtMs: signal.atMs });
  };
}
