import { isQuiet } from '../../../engine/index.ts';
import type { Plan, Plannable } from './plan.ts';

/** One event of the calendar, each week. */
export interface Reminder {
  /** 0 Monday to 6 Sunday. */
  readonly days: readonly number[];
  readonly atMin: number;
  readonly minutes: number;
}

export interface Reminders {
  readonly reminders: readonly Reminder[];
  /** Lines of the plan that have days and no time. */
  readonly timeless: number;
  /** Lines whose time is in the quiet hours. */
  readonly quiet: number;
}

/** How long the calendar is told that something takes whose length nobody knows. */
const SOME_MINUTES = 30;

/** What a calendar can remind of. */
export function remindersOf({ planned, quiet }: Plan, plannables: readonly Plannable[]): Reminders {
  const lines = planned.filter(({ days }) => days.length > 0);
  const timed = lines.flatMap(({ activity, days, atMin }) => {
    const minutes = plannables.find(({ id }) => id === activity)?.minutes ?? SOME_MINUTES;
    return atMin === undefined ? [] : [{ days, atMin, minutes }];
  });
  const heard = timed.filter(
    ({ atMin }) => !quiet || !isQuiet(quiet, { atMs: atMin * 60_000, utcOffsetMin: 0 }),
  );
  return {
    reminders: heard,
    timeless: lines.length - timed.length,
    quiet: timed.length - heard.length,
  };
}
