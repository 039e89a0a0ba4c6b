import type { Derived, Input } from '../session/signal.ts';
import type { CravingWithheldReason } from './craving-gate.ts';
import type { CravingLabel } from './craving-label.ts';
import type { AskedPrompt, PromptQuestion } from './craving-prompt.ts';
import type { CravingRecord } from './craving-record.ts';
import type { QuietHours } from './local-time.ts';

declare module '../session/signal.ts' {
  interface Signals {
    readonly rating: Rated;
    readonly mark: Marked;
    readonly 'prompt-answer': PromptAnswered;
    readonly craving: CravingReported;
    readonly 'craving-label': CravingLabelled;
    readonly 'craving-forecast': CravingForecastTold;
    readonly 'craving-prompt': CravingPrompted;
  }
  interface SessionStarted {
    /** Present only with the person's consent; absent: craving stays what the person says. */
    readonly craving?: CravingLearning;
  }
}

/** The input of craving, tier 1, at the start of a session. */
export interface CravingLearning {
  readonly record: CravingRecord;
  /** Local time minus UTC in minutes as the session begins. A change of the clock within a session goes unnoticed. */
  readonly utcOffsetMin: number;
  /** Absent: this session never asks by itself. */
  readonly prompts?: {
    readonly quiet: QuietHours;
    /** Prompts of the last two days at least. */
    readonly asked: readonly AskedPrompt[];
  };
}

/** The person's own rating on a 0–100 scale: the reference for every statement about craving. */
export interface Rated extends Input<'rating', 'person'> {
  readonly scale: 'craving';
  readonly value: number;
  readonly moment: 'before' | 'during' | 'after';
}

/** "I notice it now." */
export interface Marked extends Input<'mark', 'person' | 'clinician'> {
  readonly what: 'craving';
}

/** An answer to a prompt: a rating 0–100, a named feeling, or none. */
export type PromptReply = number | 'craving' | 'stress' | 'movement' | 'something-else' | 'dismissed';

export interface PromptAnswered extends Input<'prompt-answer', 'person'> {
  readonly said: PromptReply;
}

/** Tier 0: the person's own last rating and how old it is; nothing is inferred from the body. */
export type CravingReported = CravingRated | CravingUnrated;

export interface CravingRated extends Derived<'craving'> {
  readonly tier: 0;
  /** 0–100, the person's own. */
  readonly rating: number;
  readonly ratedAtMs: number;
}

export interface CravingUnrated extends Derived<'craving'> {
  readonly withheld: 'no-rating';
}

/** Tier 1, with consent only: what the person said, with the moment it refers to. The shell stores it. */
export interface CravingLabelled extends Derived<'craving-label'> {
  readonly label: CravingLabel;
}

/** Tier 1, with consent only: at most one a minute, and only where it differs from the one before. */
export type CravingForecastTold = CravingForecastGiven | CravingForecastWithheld;

export interface CravingForecastGiven extends Derived<'craving-forecast'> {
  /** That the person would call this moment craving if asked, 0–1. */
  readonly probability: number;
  readonly interval80: readonly [number, number];
  readonly interval95: readonly [number, number];
  readonly evidence: CravingForecastRecord;
}

export interface CravingForecastWithheld extends Derived<'craving-forecast'> {
  readonly withheld: CravingWithheldReason;
  /** Answers still to come, where that is the reason. */
  readonly missing?: number;
  /** Absent: nothing has been answered yet. */
  readonly evidence?: CravingForecastRecord;
}

/** The track record of the forecasts so far, out of sample. */
export interface CravingForecastRecord {
  readonly labels: number;
  readonly positives: number;
  readonly brier: number;
  readonly baseRateBrier: number;
  readonly falseAlarmsPerDay: number;
}

/** Tier 1, with consent only: the person is asked. `propensity` is the probability of that before the draw, 0–1. */
export interface CravingPrompted extends Derived<'craving-prompt'> {
  readonly question: PromptQuestion;
  readonly reason: 'random' | 'uncertain';
  readonly propensity: number;
}
