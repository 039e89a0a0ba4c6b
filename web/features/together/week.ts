import { language } from '../../kit/language.ts';

/** A day of the person's own calendar, as in "2026-11-27". */
export type Day = string;

const two = (value: number): string => String(value).padStart(2, '0');
const textOf = (date: Date): Day =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

/** Noon, so that no change of the clocks moves it to another day. */
const noonOf = (day: Day): Date => new Date(`${day}T12:00:00`);

export const dayAt = (atMs: number): Day => textOf(new Date(atMs));

export function dayAfter(day: Day, days: number): Day {
  const date = noonOf(day);
  date.setDate(date.getDate() + days);
  return textOf(date);
}

/** The seven days around `day`, from Monday on. */
export function weekOf(day: Day): readonly Day[] {
  const fromMonday = (noonOf(day).getDay() + 6) % 7;
  return Array.from({ length: 7 }, (_, i) => dayAfter(day, i - fromMonday));
}

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noonOf(text).getTime()) && textOf(noonOf(text)) === text;

/** "Friday, 27 November". */
export const dayText = (day: Day): string =>
  new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }).format(noonOf(day));

/** The month of a day: "2026-11". */
export const monthOf = (day: Day): string => day.slice(0, 7);

/** "November 2026". */
export const monthText = (month: string): string =>
  new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric' }).format(noonOf(`${month}-15`));
