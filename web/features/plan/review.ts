import { dayFrom } from './calendar.ts';
import type { Plan } from './plan.ts';

/** Whether the day has come on which the plan is to be looked at again. */
export function isReviewDue({ reviewOn }: Plan, nowMs: number): boolean {
  const dayMs = reviewOn === undefined ? undefined : dayFrom(reviewOn);
  return dayMs !== undefined && dayMs <= nowMs;
}
