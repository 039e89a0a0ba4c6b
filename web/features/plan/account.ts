import { dayFrom } from './calendar.ts';
import { weeksOf } from './doings.ts';
import type { PlanStanding } from './plan-view-model.ts';
import { titles } from './words.ts';

/** The plan and what came of it, in words, as it may be shown to somebody else. */
export interface Account {
  readonly goals: readonly string[];
  /** Who wrote it, as the person says; absent: not said. */
  readonly by?: string;
  /** When it was looked at last, and the day of the next look; absent: none. */
  readonly reviewedAtMs?: number;
  readonly reviewMs?: number;
  /** The last weeks, this one first. */
  readonly weeks: readonly {
    readonly fromMs: number;
    readonly lines: readonly { readonly title: string; readonly done: number; readonly planned: number }[];
  }[];
}

/** What the target is stays with the person; slips do, too. */
export const accountOf = ({ plan, doings, nowMs }: PlanStanding): Account => ({
  goals: plan.goals,
  ...(plan.by !== undefined && { by: plan.by }),
  ...(plan.reviewedAtMs !== undefined && { reviewedAtMs: plan.reviewedAtMs }),
  ...reviewIn(plan.reviewOn),
  weeks: weeksOf(plan, doings, { nowMs, count: 6 }).map(({ fromMs, lines }) => ({
    fromMs,
    lines: lines.map(({ activity, done, planned }) => ({ title: titles[activity], done, planned })),
  })),
});

function reviewIn(day: string | undefined): { readonly reviewMs?: number } {
  const reviewMs = day === undefined ? undefined : dayFrom(day);
  return reviewMs === undefined ? {} : { reviewMs };
}
