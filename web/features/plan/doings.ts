import type { StoredSession } from '../../storage/outbox-database.ts';
import { daysBetween, weekStart } from './calendar.ts';
import type { DayCount, Plan, Plannable, PlannableId, PlanRow, Slip } from './plan.ts';

/** Something of the plan that was done, some time. */
export interface Doing {
  readonly activity: PlannableId;
  readonly atMs: number;
}

/** A session counts from so long on, ms, however it ended: to stop early is fine, to press twice is nothing. */
const LEAST_MS = 3 * 60_000;

/** What was done: sessions by themselves, the rest as the person said. In no order. */
export function doingsOf(
  sessions: readonly StoredSession[],
  rows: readonly PlanRow[],
  plannables: readonly Plannable[],
): readonly Doing[] {
  const seen = sessions.flatMap(({ protocol, startedAtMs, lastAtMs, ended, deleted }) => {
    const lasted = ended === 'finished' || lastAtMs - startedAtMs >= LEAST_MS;
    if (deleted || ended === undefined || !lasted) return [];
    const done = plannables.find(({ protocols }) => protocols?.includes(protocol));
    return done ? [{ activity: done.id, atMs: startedAtMs }] : [];
  });
  return [
    ...seen,
    ...rows.flatMap((row) => (row.kind === 'done' ? [{ activity: row.activity, atMs: row.atMs }] : [])),
  ];
}

/** The days of the week of `atMs`, 0 Monday to 6 Sunday, on which something was done; two times a day are one. */
export const doneDays = (
  doings: readonly Doing[],
  activity: PlannableId,
  atMs: number,
): ReadonlySet<number> =>
  new Set(
    doings
      .filter((one) => one.activity === activity)
      .map((one) => daysBetween(weekStart(atMs), one.atMs))
      .filter((day) => day >= 0 && day < 7),
  );

/** What was done of one line of the plan in one week. */
export interface WeekLine {
  readonly activity: PlannableId;
  readonly done: number;
  readonly planned: number;
}

export interface Week {
  readonly fromMs: number;
  readonly lines: readonly WeekLine[];
}

/** The last `count` weeks by today's plan, this one first. Weeks before anything was done are left out. */
export function weeksOf(
  { planned }: Pick<Plan, 'planned'>,
  doings: readonly Doing[],
  { nowMs, count }: { readonly nowMs: number; readonly count: number },
): readonly Week[] {
  const of = doings.filter(({ activity }) => planned.some((line) => line.activity === activity));
  const firstMs = Math.min(nowMs, ...of.map(({ atMs }) => atMs));
  return Array.from({ length: count }, (_, back) => weekStart(nowMs, -back))
    .filter((fromMs) => fromMs >= weekStart(firstMs))
    .map((fromMs) => ({
      fromMs,
      lines: planned.map(({ activity, days }) => ({
        activity,
        done: doneDays(of, activity, fromMs).size,
        planned: days.length,
      })),
    }));
}

/** @returns `undefined`: the person has not asked for it */
export function dayCount({ countFromMs }: Plan, slips: readonly Slip[], nowMs: number): DayCount | undefined {
  if (countFromMs === undefined) return undefined;
  const days = Math.max(1, daysBetween(countFromMs, nowMs) + 1);
  const within = slips
    .map(({ atMs }) => daysBetween(countFromMs, atMs))
    .filter((day) => day >= 0 && day < days);
  return { days, slipDays: new Set(within).size };
}
