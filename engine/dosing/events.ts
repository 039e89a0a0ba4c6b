import type { CrossfadePlan } from '../music/crossfade-plan.ts';
import type { Family, Level } from '../music/module.ts';
import type { Derived, Input } from '../session/signal.ts';
import type { Profile } from './profile.ts';
import type { Offer, Protocol } from './protocols/protocol.ts';

declare module '../session/signal.ts' {
  interface Signals {
    readonly press: Pressed;
    readonly 'learning-stopped': LearningStopped;
    readonly phase: PhaseBegun;
    readonly decision: DoseDecision;
    readonly crossfade: CrossfadePlanned;
    readonly halt: DosingHalted;
  }
  interface SessionStarted {
    readonly protocol: string;
    readonly protocolVersion: number;
    /** `hashOf` the protocol. */
    readonly protocolHash?: string;
    /** The protocol itself, where it is not one that ships with Attune: a log replays without other files. */
    readonly protocolDocument?: Protocol;
    readonly profile: Profile;
    /** A sham arm: doses of another session instead of responses to this one's heart. */
    readonly yoked?: readonly YokedDose[];
  }
}

/** What sounded from a time on, in seconds from the session's start. */
export interface YokedDose {
  readonly atS: number;
  readonly module: string;
  readonly family: Family;
  readonly level: Level;
}

export type Button = 'calmer' | 'livelier' | 'too-much' | 'skip' | 'stop' | 'resume';

export interface Pressed extends Input<'press', 'person' | 'clinician'> {
  readonly button: Button;
  /** A clinician may ask for a level outright: calming with `calmer`, activating with `livelier`. */
  readonly level?: Level;
  /** Why, in a clinician's words. */
  readonly why?: string;
}

/** The kill switch: from here on the rules pick, not what was learned. */
export type LearningStopped = Input<'learning-stopped', 'person' | 'clinician'>;

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
  /** Heart rate, last craving rating and module at the time of the decision; absent: none. */
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
  /** Whether the policy was asked; `false`: the current module was kept, or there was no choice. */
  readonly drawn: boolean;
  /** The shield allowed nothing that was asked for; this is what remained. */
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
