import { sessionPolicies } from '../../dosing/policies/session-policies.ts';
import type { EngineConfig } from '../../config/engine-config.ts';
import { dosing } from '../../dosing/dosing.ts';
import type { DosingPolicy } from '../../dosing/policy.ts';
import type { Cue } from '../../music/crossfade-plan.ts';
import { normal, type Chance } from '../../maths/random.ts';
import { round } from '../../maths/round.ts';
import type { ArousalEstimated, WithheldReason } from '../../arousal/events.ts';
import type { HrvMeasured } from '../../hrv/events.ts';
import type { SessionEvent } from '../../session/signal.ts';
import type { Signal } from '../../session/signal.ts';
import { logistic } from '../../maths/logistic.ts';
import { AROUSAL_BPM } from './virtual-person.ts';
import type { Player, StrapView } from './player.ts';

/** Seconds from a heart to its first estimate. */
const FIRST_S = 10;
/** Seconds from one estimate to the next; the whole path gives one a second. */
const EVERY_S = 5;
/** How the estimate lags behind the heart and errs, as measured on whole paths: `attune simulate fidelity`. */
const LAG_S = 30;
const ERROR_BPM = 1.2;
const ERROR_S = 60;
const QUALITY = 0.9;

/** What the estimate is made of besides the heart itself. */
export interface SimulatedEstimate {
  readonly next: Chance;
  /** The synthetic heart's rate at an arousal of 0, 1/min. */
  readonly restingBpm: number;
  /** Where the known baseline lies above that, 1/min. */
  readonly restBpm: number;
}

/**
 * The engine's dosing with the estimate fed in at its boundary: no beats, no spectrum, a hundred times faster. The
 * estimate is the estimator's own curve over a heart that lags and errs as the whole path does.
 */
export function boundaryPlayer(
  config: EngineConfig,
  policy: DosingPolicy,
  estimateOptions: SimulatedEstimate,
): Player {
  const dose = dosing(config, sessionPolicies(config, policy));
  const log: SessionEvent[] = [];
  let sounding: Cue | undefined;
  const emit = (signal: Signal) => {
    if (signal.type === 'crossfade') sounding = signal.plan.to;
    if ('author' in signal) log.push({ seq: log.length, ...signal });
  };
  const estimate = estimating(config, estimateOptions);
  return {
    get sounding() {
      return sounding;
    },
    log,
    hear: (event) => dose(event, emit),
    second(atMs, strap) {
      const seen = estimate(atMs, strap);
      if (seen) dose(seen, emit);
      if (seen && strap.seen)
        dose(window(atMs, estimateOptions.restingBpm + AROUSAL_BPM * strap.arousal), emit);
      dose({ type: 'step', atMs }, emit);
    },
  };
}

/** The estimate of a second, or nothing where the engine would still wait for a first beat. */
function estimating(
  config: EngineConfig,
  { next, restBpm }: SimulatedEstimate,
): (atMs: number, strap: StrapView) => ArousalEstimated | undefined {
  const [slow, kept] = [1 - Math.exp(-1 / LAG_S), Math.exp(-EVERY_S / ERROR_S)];
  const fresh = Math.sqrt(1 - kept ** 2) * ERROR_BPM;
  let level: number | undefined;
  let error = ERROR_BPM * normal(next);
  let seenS = 0;
  return (atMs, { arousal, moving, stillS, seen }) => {
    seenS = seen ? seenS + 1 : 0;
    if (seen)
      level = level === undefined ? AROUSAL_BPM * arousal : level + slow * (AROUSAL_BPM * arousal - level);
    if (atMs % (EVERY_S * 1000) !== 0) return undefined;
    error = kept * error + fresh * normal(next);
    if (level === undefined) return undefined;
    if (!seen) return withheld(atMs, 'no-contact');
    if (seenS < FIRST_S) return withheld(atMs, 'too-few-beats');
    if (moving || stillS < config.recoveryS) return withheld(atMs, 'moving');
    const logit = config.restLogit + config.heartRateWeight * (level + error - restBpm);
    const bounded = Math.max(-config.evidenceLogitMax, Math.min(config.evidenceLogitMax, logit));
    return given(atMs, bounded, config.heartRateWeight * ERROR_BPM);
  };
}

/** What dosing needs of a window: heart rate, for its ceilings. */
const window = (atMs: number, meanHrBpm: number): HrvMeasured => ({
  type: 'hrv',
  author: 'engine',
  atMs,
  windowS: EVERY_S,
  beats: 0,
  coverage: 1,
  corrected: 0,
  meanHrBpm: round(meanHrBpm, 1),
});

const withheld = (atMs: number, reason: WithheldReason): ArousalEstimated => ({
  type: 'arousal',
  author: 'engine',
  atMs,
  withheld: reason,
});

const given = (atMs: number, logit: number, sd: number): ArousalEstimated => ({
  type: 'arousal',
  author: 'engine',
  atMs,
  value: round(logistic(logit), 4),
  sd: round((logistic(logit + sd) - logistic(logit - sd)) / 2, 4),
  low: round(logistic(logit - 1.28 * sd), 4),
  high: round(logistic(logit + 1.28 * sd), 4),
  quality: QUALITY,
  reasons: [],
});
