import { language } from './language.ts';

/** The language as the person's own country writes it, where the browser says which: British or American English. */
const locale =
  (globalThis as { navigator?: Navigator }).navigator?.languages.find(
    (one) => one.toLowerCase().split('-')[0] === language,
  ) ?? language;

/** A number as this language writes it, with exactly `decimals` of them. */
export const numberText = (value: number, decimals = 0): string =>
  new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);

/** The form that `count` asks for, the number in place of `#`: of `{ one: '# day', other: '# days' }` "2 days". */
export const countText = (count: number, forms: { readonly one: string; readonly other: string }): string =>
  forms[new Intl.PluralRules(locale).select(count) === 'one' ? 'one' : 'other'].replace(
    '#',
    numberText(count),
  );

/** A day and a time as this language writes them: "26 Nov 2026, 23:40". */
export const momentText = (atMs: number): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);

/** A day: "26 Nov 2026". */
export const dayText = (atMs: number): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(atMs);

/** A time of the day: "23:40". */
export const timeText = (atMs: number): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(atMs);
