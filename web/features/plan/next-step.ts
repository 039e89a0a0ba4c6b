import type { NextStep } from '../../session/feature.ts';
import { daysBetween, minuteOfDay, weekdayOf } from './calendar.ts';
import type { NextPlanned } from './next-planned.ts';
import type { Plannable } from './plan.ts';
import { next as words, nextLine, titleAt, titles, weekdayText } from './words.ts';

/** What Today says of what is next by the plan. */
export function stepOf(
  next: NextPlanned | undefined,
  plannables: readonly Plannable[],
  nowMs: number,
): NextStep | undefined {
  if (next?.kind === 'now') {
    const { activity, atMin, days } = next.planned;
    const { to, minutes } = plannables.find(({ id }) => id === activity) ?? { to: '/plan' };
    return {
      title: titleAt(activity, atMin ?? minuteOfDay(nowMs)),
      line: nextLine(minutes, next.nth, days.length),
      begin: words.begin,
      to,
    };
  }
  return next && { title: words.rest, line: restLine(next, nowMs), begin: words.anyway, to: '/start' };
}

function restLine({ next }: NextPlanned & { kind: 'rest' }, nowMs: number): string {
  if (!next) return words.restAlone;
  const day =
    daysBetween(nowMs, next.onMs) === 1 ? words.tomorrow : words.on(weekdayText(weekdayOf(next.onMs)));
  return words.restLine(titles[next.activity], day);
}
