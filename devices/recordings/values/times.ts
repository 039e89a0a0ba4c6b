import { sum } from '../../../engine/index.ts';
import type { Cell } from './cells.ts';
import { median } from './units.ts';

/** What a column of numeric times may be counted in. */
const TIME_UNITS = [
  { name: 's', ms: 1000 },
  { name: 'ms', ms: 1 },
  { name: 'µs', ms: 1e-3 },
  { name: 'ns', ms: 1e-6 },
] as const;

/** Units are a thousand apart; rows may be samples of a tachogram and far closer than beats, which is seen later. */
const NEAR = 10;
/** Over the whole, holes count, so that a wrong unit may come near, too. */
const NEAR_ON_AVERAGE = 3;

/**
 * Milliseconds in one unit of `times`: the unit in which neighbours are about an RR interval apart or, where several
 * share a time, the whole is as long as its intervals; `undefined` where none comes near. Holes are
 * rare enough to leave the middle step alone.
 */
export function msPerTimeUnit(times: readonly number[], rrMs: readonly number[]): number | undefined {
  const steps = times.slice(1).map((time, i) => time - times[i]!);
  const byStep = median(rrMs) / median(steps.filter((one) => one > 0));
  const bySpan = sum(rrMs.slice(1)) / (times.at(-1)! - times[0]!);
  for (const [ratio, near] of [
    [byStep, NEAR],
    [bySpan, NEAR_ON_AVERAGE],
  ] as const) {
    const unit = TIME_UNITS.find(({ ms }) => ratio / ms > 1 / near && ratio / ms < near);
    if (unit) return unit.ms;
  }
  return undefined;
}

const FRACTION = String.raw`(?:[.,:](\d{1,9}))?`;
const HALF = String.raw`(?:\s*([ap])\.?m\.?)?`;
const ZONE = String.raw`(?:\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?))?`;
const CLOCK = new RegExp(String.raw`^(\d{1,2}):(\d\d):(\d\d)${FRACTION}${HALF}$`, 'i');
/** Minutes and seconds since the start, as `rdann` prints them, or days before a time, as pandas does. */
const MINUTES = /^(\d{1,3}):(\d\d)[.,](\d{1,9})$/;
const DAYS = /^(\d+) days?,?\s+(.*)$/i;
const WALL = new RegExp(
  String.raw`^(.+?)(?:[T\s]|,\s)\s*(\d{1,2}:\d\d(?::\d\d)?${FRACTION})${HALF}${ZONE}$`,
  'i',
);
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/;
const WITH_NAME = /^(\d{1,2})[-. ]+([A-Za-zä]{3})[a-zä]*\.?[-. ]+(\d{4})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const GERMAN_MONTHS: Readonly<Record<string, string>> = { mär: 'mar', mai: 'may', okt: 'oct', dez: 'dec' };
const DAY_MS = 86_400_000;

/** Which number of a date as `03/05/2024` is the month. */
type MonthAt = 'first' | 'second';

const fractionMs = (digits = '0'): number => Number(`0.${digits}`) * 1000;

function clockMs(text: string): number {
  const [, h, m, s, part, half] = CLOCK.exec(text) ?? [];
  if (h === undefined) return Number.NaN;
  const hours = half === undefined ? Number(h) : (Number(h) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return ((hours * 60 + Number(m)) * 60 + Number(s)) * 1000 + fractionMs(part);
}

/** A time of day, or one since the start as a clock shows it, ms; NaN for anything else. */
function elapsedMs(text: string): number {
  const [, days, rest] = DAYS.exec(text) ?? [];
  if (days !== undefined && rest !== undefined) return Number(days) * DAY_MS + clockMs(rest);
  const [, m, s, part] = MINUTES.exec(text) ?? [];
  return m === undefined ? clockMs(text) : (Number(m) * 60 + Number(s)) * 1000 + fractionMs(part);
}

function dateMs(text: string, monthAt: MonthAt): number {
  const [, y, , m, d] = YEAR_FIRST.exec(text) ?? [];
  if (y !== undefined) return Date.UTC(Number(y), Number(m) - 1, Number(d));
  const [, a, , b, year] = YEAR_LAST.exec(text) ?? [];
  if (a !== undefined) {
    const [month, day] = monthAt === 'first' ? [a, b] : [b, a];
    return Date.UTC(Number(year!.length === 2 ? `20${year}` : year), Number(month) - 1, Number(day));
  }
  const [, day, name = '', named] = WITH_NAME.exec(text) ?? [];
  const short = name.toLowerCase();
  const month = MONTHS.indexOf(GERMAN_MONTHS[short] ?? short);
  return month < 0 ? Number.NaN : Date.UTC(Number(named), month, Number(day));
}

function wallMs(text: string, monthAt: MonthAt): number {
  const [, date = '', time = '', , half = '', zone = 'Z'] = WALL.exec(text) ?? [];
  const seconds = /^\d+:\d+(?:$|[.,])/.test(time) ? time.replace(/^(\d+:\d+)/, '$1:00') : time;
  const [, sign, h = '0', m = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  const offsetMs = (Number(h) * 60 + Number(m)) * 60_000 * (sign === '-' ? -1 : 1);
  return dateMs(date.trim(), monthAt) + clockMs(half === '' ? seconds : `${seconds} ${half}m`) - offsetMs;
}

/**
 * A date and time, or a time of day, in ms; NaN for anything else. A time without a zone is taken as UTC, so only
 * differences mean something.
 */
export function wallClockMs(cell: string, monthAt: MonthAt = 'second'): number {
  const text = cell.trim();
  const elapsed = elapsedMs(text);
  return Number.isNaN(elapsed) ? wallMs(text, monthAt) : elapsed;
}

/** What a column of times says. */
export interface ReadTimes {
  /** For numbers in the unit of the file, else ms; NaN where a cell could not be read. */
  readonly values: readonly number[];
  /** - `number`: counted from somewhere, in a unit that is to be found out
   *  - `day`: a time of day, which begins anew at midnight
   *  - `date`: a date and time without a zone, so that summer time may move it
   *  - `instant`: with its zone */
  readonly kind: 'number' | 'day' | 'date' | 'instant';
  readonly startedAt?: string;
}

/** The times in a column; `undefined` where a tenth of its cells or more are none. */
export function readTimes(cells: readonly Cell[]): ReadTimes | undefined {
  const texts = cells.filter((cell) => typeof cell === 'string' && cell !== '');
  const few = cells.length * 0.1;
  if (texts.length <= few) {
    const values = cells.map((cell) => (typeof cell === 'number' ? cell : Number.NaN));
    const unread = values.filter((value) => Number.isNaN(value)).length;
    const iso = isoOfEpoch(values.find((value) => !Number.isNaN(value)) ?? 0);
    return unread <= few && unread < cells.length ? { values, kind: 'number', ...startedAt(iso) } : undefined;
  }
  const monthAt = monthOf(texts as readonly string[]);
  const values = cells.map((cell) => (typeof cell === 'string' ? wallClockMs(cell, monthAt.at) : Number.NaN));
  if (values.filter((value) => Number.isNaN(value)).length > few) return undefined;
  const first = cells.find((cell, i) => typeof cell === 'string' && !Number.isNaN(values[i]!)) as string;
  if (!Number.isNaN(elapsedMs(first.trim()))) return { values, kind: 'day' };
  const zoned = WALL.exec(first.trim())?.[6] !== undefined;
  const iso =
    isoOf(first) ?? (monthAt.sure ? new Date(wallClockMs(first, monthAt.at)).toISOString() : undefined);
  const local = zoned || isoOf(first) !== undefined ? iso : iso?.replace(/(?:\.000)?Z$/, '');
  return { values, kind: zoned ? 'instant' : 'date', ...startedAt(local) };
}

const startedAt = (iso: string | undefined) => (iso === undefined ? {} : { startedAt: iso });

/** The month's place: where one number is above 12 the other is it; else as the separator or an AM/PM lets expect. */
function monthOf(texts: readonly string[]): { readonly at: MonthAt; readonly sure: boolean } {
  for (const text of texts) {
    const [, a, separator, b] = YEAR_LAST.exec(text.trim().split(/[T\s,]/)[0]!) ?? [];
    if (a === undefined) return { at: 'second', sure: true };
    if (Number(a) > 12) return { at: 'second', sure: true };
    if (Number(b) > 12) return { at: 'first', sure: true };
    if (separator === '.') return { at: 'second', sure: true };
    if (/[ap]\.?m\.?$/i.test(text.trim())) return { at: 'first', sure: true };
  }
  return { at: 'second', sure: false };
}

/** Cells of dates alone. */
export const areDates = (cells: readonly Cell[]): boolean =>
  cells.length > 0 && cells.every((cell) => typeof cell === 'string' && !Number.isNaN(dateMs(cell, 'first')));

const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?$/;

/** A wall-clock cell as ISO 8601, its zone kept as it was; `undefined` for a mere time of day. */
export function isoOf(cell: string): string | undefined {
  const text = cell
    .trim()
    .replace(/^(\S+)\s+/, '$1T')
    .replace(/\s+/, '')
    .replace(',', '.');
  return ISO.test(text) ? text : undefined;
}

/** A Unix time in s, ms, µs or ns as ISO 8601; `undefined` for what is none between 2000 and 2100. */
export function isoOfEpoch(value: number): string | undefined {
  const ms = TIME_UNITS.map((unit) => value * unit.ms).find((one) => one > 946_684_800_000 && one < 4.1e12);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}
