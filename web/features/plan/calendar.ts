import type { Weekday } from './plan.ts';

/** Midnight, by the clock on the wall, of the day that is `days` after that of `atMs`. */
export function dayStart(atMs: number, days = 0): number {
  const date = new Date(atMs);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
}

export const weekdayOf = (atMs: number): Weekday => ((new Date(atMs).getDay() + 6) % 7) as Weekday;

/** Midnight of the Monday of that week, or of one `weeks` later. */
export const weekStart = (atMs: number, weeks = 0): number => dayStart(atMs, 7 * weeks - weekdayOf(atMs));

/** Minutes since midnight by the clock on the wall. */
export const minuteOfDay = (atMs: number): number => {
  const date = new Date(atMs);
  return 60 * date.getHours() + date.getMinutes();
};

/** Days of the calendar from one moment's to another's; a day on which the clock is changed is one day, too. */
export const daysBetween = (fromMs: number, toMs: number): number =>
  Math.round((dayStart(toMs) - dayStart(fromMs)) / 86_400_000);

/** As a file or a field writes a day: "2026-11-27". */
export const isoDay = (atMs: number): string => {
  const date = new Date(atMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** Midnight of a day written as "2026-12-24"; `undefined`: there is no such day. */
export function dayFrom(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  const atMs = new Date(Number(year), Number(month) - 1, Number(day)).getTime();
  return !Number.isNaN(atMs) && isoDay(atMs) === text ? atMs : undefined;
}
