import { weeksOf } from './doings.ts';
import type { PlanStanding } from './plan-view-model.ts';
import { titles } from './words.ts';

/** The plan and what came of it, in words, as it may be shown to somebody else. */
export interface Account {
  readonly goals: readonly string[];
  /** The last weeks, this one first. */
  readonly weeks: readonly {
    readonly fromMs: number;
    readonly lines: readonly { readonly title: string; readonly done: number; readonly planned: number }[];
  }[];
}

/** What the target is stays with the person; slips do, too. */
export const accountOf = ({ plan, doings, nowMs }: PlanStanding): Account => ({
  goals: plan.goals,
  weeks: weeksOf(plan, doings, { nowMs, count: 6 }).map(({ fromMs, lines }) => ({
    fromMs,
    lines: lines.map(({ activity, done, planned }) => ({ title: titles[activity], done, planned })),
  })),
});
