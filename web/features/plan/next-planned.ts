import { isQuiet } from '../../../engine/index.ts';
import { dayStart, minuteOfDay, weekdayOf } from './calendar.ts';
import { doneDays, type Doing } from './doings.ts';
import type { Plan, PlannableId, Planned } from './plan.ts';

/** What the plan has for now. */
export type NextPlanned =
  | {
      readonly kind: 'now';
      readonly planned: Planned;
      /** It would be the `nth` time this week, of as many as there are days. */
      readonly nth: number;
    }
  /** All of today's is done, or today has none. Absent: nothing is planned on any day. */
  | { readonly kind: 'rest'; readonly next?: { readonly activity: PlannableId; readonly onMs: number } };

/** Something without a time of its own comes after what is within so many minutes of now, and before the rest. */
const ANY_TIME_MIN = 180;

/**
 * What is next by the plan: of what belongs to today, and of what was planned on an earlier day of this week and not
 * done yet, the one whose time is nearest. What is missed by Sunday is gone: a new week begins without a debt.
 *
 * @returns `undefined`: nothing is planned, or these are quiet hours
 */
export function nextPlanned(plan: Plan, doings: readonly Doing[], nowMs: number): NextPlanned | undefined {
  const { planned, quiet } = plan;
  if (planned.every(({ days }) => days.length === 0)) return undefined;
  const utcOffsetMin = -new Date(nowMs).getTimezoneOffset();
  if (quiet && isQuiet(quiet, { atMs: nowMs, utcOffsetMin })) return undefined;
  const today = weekdayOf(nowMs);
  const minute = minuteOfDay(nowMs);
  const away = ({ atMin }: Planned): number =>
    atMin === undefined ? ANY_TIME_MIN : Math.abs(atMin - minute);
  const [first] = planned
    .map((line) => ({ line, done: doneDays(doings, line.activity, nowMs) }))
    .filter(({ line: { days }, done }) => {
      const before = days.filter((day) => day < today).length;
      return !done.has(today) && done.size < days.length && (days.includes(today) || before > done.size);
    })
    .sort((a, b) => away(a.line) - away(b.line));
  if (first) return { kind: 'now', planned: first.line, nth: first.done.size + 1 };
  return { kind: 'rest', ...nextDay(planned, nowMs) };
}

/** The first line of the plan on the first day after today that has one. */
function nextDay(planned: readonly Planned[], nowMs: number): Omit<NextPlanned & { kind: 'rest' }, 'kind'> {
  for (let ahead = 1; ahead <= 7; ahead++) {
    const onMs = dayStart(nowMs, ahead);
    const line = planned
      .filter(({ days }) => days.includes(weekdayOf(onMs)))
      .sort((a, b) => (a.atMin ?? 720) - (b.atMin ?? 720))[0];
    if (line) return { next: { activity: line.activity, onMs } };
  }
  return {};
}
