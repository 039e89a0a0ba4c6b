import type { Behavior } from '../../kit/behavior.ts';
import type { Unread } from '../../storage/vault/index.ts';

/** What other features say for the page for a therapist; the app hands it over. */
export interface ReportSources {
  readonly account$: Behavior<PlanAccount | Unread>;
  readonly rest$: Behavior<RestAccount | undefined>;
  readonly scores$: Behavior<readonly ScoreLine[] | Unread>;
  /** What may move heart or mood for reasons of its own, in words. */
  readonly context$: Behavior<readonly string[]>;
}

export interface PlanAccount {
  readonly goals: readonly string[];
  /** Who wrote it, as the person says; absent: not said. */
  readonly by?: string;
  /** When it was looked at last, and the day of the next look; absent: none. */
  readonly reviewedAtMs?: number;
  readonly reviewMs?: number;
  /** This week first. */
  readonly weeks: readonly {
    readonly fromMs: number;
    readonly lines: readonly { readonly title: string; readonly done: number; readonly planned: number }[];
  }[];
}

/** Median of the resting heart rate over the sessions of the last 60 days, beats a minute. */
export interface RestAccount {
  readonly bpm: number;
  readonly sessions: number;
}

/** One questionnaire, filled in once. */
export interface ScoreLine {
  readonly title: string;
  readonly atMs: number;
  readonly score: number;
  readonly most: number;
}
