import type { EngineConfig } from '../config/engine-config.ts';
import { round } from '../maths/round.ts';
import type { ArousalEstimated, WithheldReason } from './events.ts';
import type { SignalStep } from '../session/signal.ts';
import type { ArousalEstimator } from './arousal-estimator.ts';
import { AROUSAL_ESTIMATORS } from './arousal-estimators.ts';
import { ArousalEvidence } from './arousal-evidence.ts';
import { signalQuality } from './signal-quality.ts';

/**
 * Gives an arousal estimate at each step, or says why not. The evidence decides whether there is one, the estimator
 * what it is. Costs O(1) a step.
 */
export function arousalEstimation(
  config: EngineConfig,
  estimator: ArousalEstimator = AROUSAL_ESTIMATORS[0],
): SignalStep {
  const seconds = config.stepMs / 1000;
  const evidence = new ArousalEvidence(config);
  let state = estimator.begin;
  let begun = false;

  const estimate = (atMs: number): ArousalEstimated => {
    const withheld = (why: WithheldReason) =>
      ({ type: 'arousal', author: 'engine', atMs, withheld: why }) as const;
    const moment = evidence.step(atMs);
    if ('withheld' in moment) return withheld(moment.withheld);
    const { level, window, rest, paced, confounded } = moment;
    const next = estimator.step(state, { seconds, level, window, rest, paced }, config);
    state = next.state;
    if (next.guess === undefined) return withheld('too-few-beats');
    const { value, sd, low, high, reasons } = next.guess;
    return {
      type: 'arousal',
      author: 'engine',
      atMs,
      value: round(value, 4),
      sd: round(sd, 4),
      low: round(low, 4),
      high: round(high, 4),
      quality: round(signalQuality(window, level, config), 4),
      reasons: [
        ...reasons,
        ...(window.heartRateOnly ? (['heart-rate-only'] as const) : []),
        ...(confounded ? (['moved-by-something-else'] as const) : []),
      ],
    };
  };

  return (signal, emit) => {
    const { type } = signal;
    if (type === 'step') {
      if (begun) emit(estimate(signal.atMs));
    } else {
      evidence.notice(signal);
      // A new baseline means a new rest: what was learned relative to the old one is discarded.
      if (type === 'baseline') state = estimator.begin;
      else if (type === 'packet' || type === 'intervals') begun = true;
    }
    emit(signal);
  };
}
