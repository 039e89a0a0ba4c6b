import type { BeatClass } from '../artefacts/beat-class.ts';
import type { CravingWithheldReason } from '../craving/craving-gate.ts';
import type { CravingLabel } from '../craving/craving-label.ts';
import type { PromptQuestion } from '../craving/craving-prompt.ts';
import type { CrossfadePlan } from '../music/crossfade-plan.ts';
import type { Offer } from '../dosing/protocols/protocol.ts';
import type { Family, Level } from '../music/module.ts';
import type { BaselineFigures } from './input-events.ts';

/** Everything the engine concludes, as it is logged. Reproduced exactly by replaying the inputs. */
export type DerivedEvent =
  | GapFound
  | BeatJudged
  | HrvMeasured
  | BaselineFound
  | ArousalEstimated
  | CravingEstimated
  | CravingLabelled
  | CravingForecastTold
  | CravingPrompted
  | PhaseBegun
  | DoseDecision
  | CrossfadePlanned
  | DosingHalted;

interface Derived<Type extends string> {
  readonly type: Type;
  readonly atMs: number;
  readonly author: 'engine';
}

/** Beats are missing between two times; nothing is interpolated across it. */
export interface GapFound extends Derived<'gap'> {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * A beat is taken for an artefact, or no longer: told about two beats after it, revised up to five beats after it. Beats
 * without such an event are normal.
 */
export interface BeatJudged extends Derived<'beat-class'> {
  /** When the interval that it is about ended. */
  readonly beatAtMs: number;
  readonly rrMs: number;
  readonly class: BeatClass;
  /** Whether that is the last word. */
  readonly final: boolean;
}

/** Figures over the window that ends at `atMs`, less the beats that are not judged yet. A figure that cannot be given is absent. */
export interface HrvMeasured extends Derived<'hrv'> {
  readonly windowS: number;
  readonly beats: number;
  /** Share of the window covered by intervals that were seen whole, 0–1. */
  readonly coverage: number;
  /** The device sends no intervals: the mean is that of the rates it showed, and coverage the share of seconds with one. */
  readonly heartRateOnly?: true;
  /** Share of the window's beats that are not normal, 0–1. */
  readonly corrected: number;
  /** Set where that share is high: figures that rest on each single beat carry a flag, or are withheld with this reason. */
  readonly verdict?: 'flagged' | 'too-many-artefacts' | 'irregular-rhythm';
  /** The mean of what the strap itself showed in the window, 1/min. */
  readonly strapHrBpm?: number;
  readonly meanHrBpm?: number;
  readonly rmssdMs?: number;
  readonly sdnnMs?: number;
  readonly spectrum?: { readonly windowS: number; readonly lfMs2: number; readonly hfMs2: number };
}

export interface BaselineFound extends Derived<'baseline'> {
  readonly figures: BaselineFigures;
  /** `usual`: this person's rest of earlier sessions, until this session's own is found. */
  readonly how: 'quiet-start' | 'given' | 'usual';
}

export type WithheldReason =
  | 'no-beats'
  | 'too-few-beats'
  | 'poor-signal'
  | 'no-contact'
  | 'no-baseline'
  | 'moving'
  | 'perhaps-moving'
  | 'irregular-rhythm'
  | 'ended';

/** A plain sentence's worth of why the estimate is where it is. */
export type ArousalReason =
  | 'heart-rate-above-baseline'
  | 'heart-rate-near-baseline'
  | 'heart-rate-below-baseline'
  | 'rest-found-lower'
  | 'variability-below-baseline'
  | 'variability-above-baseline'
  | 'paced-breathing-variability-ignored'
  | 'heart-rate-only';

export type ArousalEstimated = ArousalGiven | EstimateWithheld<'arousal'>;

export interface ArousalGiven extends Derived<'arousal'> {
  /**
   * 0–1: how likely people in the recordings it was fitted on were under stress with a heart that far above their own
   * rest. About 0.25 at rest, 1 far above it.
   */
  readonly value: number;
  /** Standard deviation of `value`. */
  readonly sd: number;
  /** The 80 % interval of the state behind `value`. */
  readonly low: number;
  readonly high: number;
  /** 0–1: how far the signal behind it can be trusted. */
  readonly quality: number;
  readonly reasons: readonly ArousalReason[];
}

/** Tier 0: the person's own last rating and how old it is; nothing is inferred from the body. */
export type CravingEstimated = CravingRated | EstimateWithheld<'craving'>;

export interface CravingRated extends Derived<'craving'> {
  readonly tier: 0;
  /** 0–100, the person's own. */
  readonly rating: number;
  readonly ratedAtMs: number;
}

/** Tier 1, with consent only: what the person said, with the moment it was said of. The shell keeps it. */
export interface CravingLabelled extends Derived<'craving-label'> {
  readonly label: CravingLabel;
}

/** Tier 1, with consent only: at most one a minute, and only where it says something else than the one before. */
export type CravingForecastTold = CravingForecastGiven | CravingForecastWithheld;

export interface CravingForecastGiven extends Derived<'craving-forecast'> {
  /** That the person would call this moment craving if asked, 0–1. */
  readonly probability: number;
  readonly interval80: readonly [number, number];
  readonly interval95: readonly [number, number];
  readonly evidence: CravingEvidenceTold;
}

export interface CravingForecastWithheld extends Derived<'craving-forecast'> {
  readonly withheld: CravingWithheldReason;
  /** Answers still to come, where that is the reason. */
  readonly missing?: number;
  /** Absent: nothing has been answered yet. */
  readonly evidence?: CravingEvidenceTold;
}

/** How the forecasts did so far, out of sample. */
export interface CravingEvidenceTold {
  readonly labels: number;
  readonly positives: number;
  readonly brier: number;
  readonly baseRateBrier: number;
  readonly falseAlarmsPerDay: number;
}

/** Tier 1, with consent only: the person is asked. `propensity` is how likely that was, 0–1, before the draw. */
export interface CravingPrompted extends Derived<'craving-prompt'> {
  readonly question: PromptQuestion;
  readonly reason: 'random' | 'uncertain';
  readonly propensity: number;
}

export interface EstimateWithheld<Type extends string> extends Derived<Type> {
  readonly withheld: Type extends 'craving' ? 'no-rating' : WithheldReason;
}

export interface PhaseBegun extends Derived<'phase'> {
  readonly phase: string;
  readonly goal: string;
  /** When it ends at the latest. */
  readonly endsAtMs: number;
  /** The pace that the phase asks the breathing guide for; the shell sets it. */
  readonly breathsPerMinute?: number;
}

/** Why a module was chosen now. The screens turn each code into a sentence. */
export type DoseReason =
  | 'settling'
  | 'matching-estimate'
  | 'matching-by-default'
  | 'stepping-down-estimate-fell'
  | 'stepping-down-by-time'
  | 'stepping-up'
  | 'stepping-up-by-time'
  | 'stepping-back-near-ceiling'
  | 'holding-estimate-rising'
  | 'holding-near-ceiling'
  | 'holding-no-heart-rate'
  | 'holding-body-ahead'
  | 'silence-after-two-failed-steps'
  | 'another-estimate-stayed'
  | 'yoked'
  | 'holding-goal-reached'
  | 'holding-before-next-step'
  | 'holding-choice-by-hand'
  | 'after-silence'
  | 'reflecting'
  | 'accompanying'
  | 'leading-to-activity'
  | 'quiet-by-plan'
  | 'exposure-excerpt'
  | 'set-aside'
  | 'sound-limit'
  | 'daily-limit'
  | 'asked-calmer'
  | 'asked-livelier'
  | 'asked-skip'
  | 'asked-resume'
  | 'asked-level'
  | 'too-much';

/** Why a policy was set aside for the rest of the session. */
export type PolicyAnomaly = 'threw' | 'chose-outside' | 'bad-probabilities';

/** What plays next and everything that led to it. */
export interface DoseDecision extends Derived<'decision'> {
  readonly module: string;
  readonly family: Family;
  readonly level: Level;
  readonly reason: DoseReason;
  readonly phase: string;
  /** Level that the protocol aims at now (its trajectory), for target against achieved. */
  readonly targetLevel: Level;
  /** The same on the ladder, 0 the quietest: where the course would be had each step succeeded. */
  readonly targetRung: number;
  /** The estimate's place on the ladder; absent: withheld. */
  readonly achievedRung?: number;
  /** The arousal the decision saw; absent: withheld, so the time-based ladder ran. */
  readonly arousal?: number;
  /** Heart rate, last craving rating and module as the decision found them; absent: none. */
  readonly heartRateBpm?: number;
  readonly craving?: number;
  readonly sounding?: string;
  /** Ids the shield allowed, in catalogue order. */
  readonly eligible: readonly string[];
  /** Why each of the others was not. */
  readonly excluded: Readonly<Record<string, ExclusionReason>>;
  /** Probability of each eligible id under the policy, in the order of `eligible`; sums to 1. */
  readonly probabilities: readonly number[];
  readonly policy: string;
  /** The policy was asked; `false`: what sounds was kept, or there was nothing to choose between. */
  readonly drawn: boolean;
  /** The shield allowed nothing of what was asked for, and this is what remained. */
  readonly denied?: true;
  readonly anomaly?: PolicyAnomaly;
  readonly offers?: readonly Offer[];
}

/** The weightiest comes first where several apply; the shield's rules are in `docs/dosing.md`. */
export type ExclusionReason =
  | 'trigger'
  | 'trigger-artist'
  | 'trigger-genre'
  | 'trigger-year'
  | 'exposure-after-distress'
  | 'quarantined'
  | 'unjudged-in-early-recovery'
  | 'locked-by-clinician'
  | 'sound-dose'
  | 'daily-minutes'
  | 'heart-rate-ceiling'
  | 'after-distress'
  | 'no-heart-rate'
  | 'other-family'
  | 'other-level'
  | 'just-heard';

export interface CrossfadePlanned extends Derived<'crossfade'> {
  readonly plan: CrossfadePlan;
}

/** Dosing has stopped and stays stopped until the person resumes. */
export interface DosingHalted extends Derived<'halt'> {
  readonly cause: 'stop-pressed' | 'distress' | 'heart-rate-ceiling' | 'locked' | 'session-over';
}
