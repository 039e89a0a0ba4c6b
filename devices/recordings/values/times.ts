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
  const bySpan = rrMs.slice(1).reduce((sum, rr) => sum + rr, 0) / (times.at(-1)! - times[0]!);
  for (const [ratio, near] of [
    [byStep, NEAR],
    [bySpan, NEAR_ON_AVERAGE],
  ] as const) {
    const unit = TIME_UNITS.find(({ ms }) => ratio / ms > 1 / near && ratio / ms < near);
    if (unit) return unit.ms;
  }
  return undefined;
}

const WALL = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?\s*(Z|[+-]\d\d:?\d\d)?$/;
const CLOCK = /^(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d{1,9}))?$/;

/**
 * A date and time, or a time of day, in ms; NaN for anything else. A time without a zone is taken as UTC, so only
 * differences mean something.
 */
export function wallClockMs(cell: string): number {
  const text = cell.trim();
  const [, date, time, fraction = '0', zone = 'Z'] = WALL.exec(text) ?? [];
  if (date !== undefined && time !== undefined)
    return Date.parse(`${date}T${time}${zone}`) + Number(`0.${fraction}`) * 1000;
  const [, h, m, s, part = '0'] = CLOCK.exec(text) ?? [];
  return h === undefined ? Number.NaN : ((+h * 60 + +m!) * 60 + +s!) * 1000 + Number(`0.${part}`) * 1000;
}

/** A wall-clock cell as ISO 8601, its zone kept as it was; `undefined` for a mere time of day. */
export function isoOf(cell: string): string | undefined {
  const text = cell.trim().replace(' ', 'T').replace(',', '.');
  return WALL.test(text) ? text : undefined;
}

/** A Unix time in s, ms, µs or ns as ISO 8601; `undefined` for what is none between 2000 and 2100. */
export function isoOfEpoch(value: number): string | undefined {
  const ms = TIME_UNITS.map((unit) => value * unit.ms).find((one) => one > 946_684_800_000 && one < 4.1e12);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}
