import type { Rung } from '../../music/ladder.ts';

/**
 * What dosing does in a phase; the rules are in `dose-controller.ts`.
 *
 * - `settle`     plays on and waits for an estimate
 * - `match`      comes within one rung of the estimate
 * - `step-down`  leads to the goal as the estimate falls, `step-up` as the heart allows
 * - `hold`, `reflect`  keep what sounds
 * - `activity`   the person does something; music accompanies it at the rung `at`
 * - `silence`    nothing plays
 * - `exposure`   an excerpt of a trigger track that a clinician has unlocked
 */
export const PHASE_KINDS = [
  'settle',
  'match',
  'step-down',
  'step-up',
  'hold',
  'reflect',
  'activity',
  'silence',
  'exposure',
] as const;

export type PhaseKind = (typeof PHASE_KINDS)[number];

export interface Phase {
  readonly id: string;
  readonly kind: PhaseKind;
  /** For the person, in plain words. */
  readonly goal: string;
  readonly minS: number;
  readonly maxS: number;
  /** Where the music of an `activity` is led. */
  readonly at?: Rung;
  /** Pace of the breathing guide. */
  readonly breathsPerMinute?: number;
  /** Which of the unlocked tracks an `exposure` plays, from 0; the mildest first. */
  readonly excerpt?: number;
}

/** What the person is offered instead of more music. */
export const OFFERS = ['breath', 'stop'] as const;
export type Offer = (typeof OFFERS)[number];

export interface ProtocolLimits {
  /** The whole takes no longer. */
  readonly totalS: number;
  /** The course leads no livelier; a press may. Absent: the top of the ladder. */
  readonly liveliest?: Rung;
  /** Heart rate at rest above which dosing stops, where lower than the person's and the engine's. */
  readonly heartRateCeilingBpm?: number;
}

export interface ProtocolRules {
  /** After so many steps in a row at which the estimate rose, music rests and `offers` are made. */
  readonly failedSteps: number;
  readonly offers: readonly Offer[];
  /** Needs a clinician's unlocking. */
  readonly locked: boolean;
  /** For a crisis: the daily minutes do not apply, the sound dose still does. */
  readonly urgent: boolean;
  /** High or rising craving is what it is for, so that ratings alone do not end it. Absent: they do. */
  readonly craving?: 'expected';
  /** A rise of craving says nothing of the music that played: watching it rise is the exercise. Absent: it may. */
  readonly quarantine?: 'off';
}

export interface ProtocolTexts {
  /** For whom and what for. */
  readonly purpose: string;
  /** What to know before. */
  readonly before?: string;
  readonly after?: string;
}

/** A course of music as data: where it starts, where it leads, how fast, and within which limits. */
export interface Protocol {
  /** Version of this form, not of the protocol. */
  readonly schema: 1;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Where music begins when nothing is known of the body. */
  readonly start: Rung;
  readonly goal: Rung;
  /** Seconds from one step to the next. */
  readonly stepS: number;
  readonly phases: readonly Phase[];
  readonly limits: ProtocolLimits;
  readonly rules: ProtocolRules;
  readonly texts: ProtocolTexts;
}
