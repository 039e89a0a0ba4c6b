import type { SessionStarted } from '../session/signal.ts';
import type { MusicModule } from '../music/module.ts';
import type { Chance } from '../maths/random.ts';

/** The input of a policy. */
export interface PolicyContext {
  /** Id of the module that sounds; absent: silence, or nothing yet. */
  readonly sounding: string | undefined;
  /** The arousal estimate, 0–1; absent: withheld. */
  readonly arousal: number | undefined;
  /** The person's last craving rating, 0–100; absent: none yet. */
  readonly craving: number | undefined;
  readonly phase: string;
}

export interface Pick {
  readonly chosen: MusicModule;
  /** One for each eligible module, in their order; sums to 1 but for rounding. */
  readonly probabilities: readonly number[];
}

/**
 * Picks one of the modules that the shield allows; it never sees the others. Pure
 * but for `next`, so that a seed replays it.
 */
export interface DosingPolicy {
  /** In the log of each decision: the name, and for a learned policy the hash of its state. */
  readonly name: string;
  /** @throws RangeError  `eligible` is empty (the shield's mistake) */
  pick(eligible: readonly MusicModule[], context: PolicyContext, next: Chance): Pick;
  /**
   * A probability for each of `MEETINGS`: where to meet the person. Asked before a
   * session. Absent: the policy does not choose it.
   */
  readonly meet?: (() => readonly number[] | undefined) | undefined;
}

/** The policies of a session, passed in by the pipeline: dosing knows no policy by name. */
export interface SessionPolicies {
  /** Takes over from a policy that failed or was switched off. */
  readonly rules: DosingPolicy;
  readonly leading: (start: SessionStarted) => DosingPolicy;
}
