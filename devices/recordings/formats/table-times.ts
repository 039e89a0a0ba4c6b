import { LAST_MS } from '../recording.ts';
import type { Cell } from '../values/cells.ts';
import { placeRows, placeUntimed, type PlacedRows } from '../values/place-rows.ts';
import { areCoarse } from '../values/straighten-clock.ts';
import { areDates, msPerTimeUnit, readTimes, type ReadTimes } from '../values/times.ts';
import { median } from '../values/units.ts';
import type { NamedColumn } from './table-columns.ts';

/** The intervals of a table, and what may tell their times. */
export interface UnplacedRows {
  /** NaN where a beat is marked as missing. */
  readonly rrMs: readonly number[];
  readonly lines: readonly number[];
  readonly names: readonly string[];
  /** Columns other than intervals and labels, a cell for each interval. */
  readonly others: readonly { readonly at: number; readonly cells: readonly Cell[] }[];
  /** Columns that are named as times, in order of trust. */
  readonly named: readonly NamedColumn[];
  readonly rateHz: number | undefined;
  /** Attune's own table: its times are ends, and are kept. */
  readonly own: boolean;
}

interface Candidate {
  readonly read: ReadTimes;
  readonly unitMs: number;
  readonly coarse: boolean;
}

export interface PlacedTable extends PlacedRows {
  readonly startedAt?: string | undefined;
}

/**
 * Places the intervals of a table by the first column of times that fits them, the finest first. Which columns are
 * times is told by their names, and of others by their cells: dates, clock times, or numbers that rise by the very
 * intervals. A column that looks like times and could not be used is named in a warning.
 */
export function placeByTimes(rows: UnplacedRows): PlacedTable {
  const { rrMs, lines, own } = rows;
  const candidates = candidatesOf(rows);
  for (const { read, unitMs } of candidates.toSorted((a, b) => Number(a.coarse) - Number(b.coarse))) {
    const placed = placeRows({ rrMs, lines, times: read.values, unitMs, kind: read.kind, exact: own });
    if (!placed) continue;
    const isTurned = placed.rows.some((row, i) => i > 0 && row < placed.rows[i - 1]!);
    const startedAt = candidates.map((one) => one.read.startedAt).find((iso) => iso !== undefined);
    return { ...placed, startedAt: isTurned ? undefined : startedAt };
  }
  const untold = rows.others.filter(
    ({ at, cells }) => looksLikeTime(cells) || rows.named.some((one) => one.at === at),
  );
  const names = untold.map(({ at }) => `"${rows.names[at] ?? ''}"`).join(', ');
  const which = untold.length > 1 ? `the columns ${names} were` : `the column ${names} was`;
  const warning = `${which} not understood as times of these intervals, so holes cannot be seen`;
  const placed = placeUntimed(rrMs);
  return untold.length === 0 ? placed : { ...placed, warnings: [warning, ...placed.warnings] };
}

function candidatesOf(rows: UnplacedRows): readonly Candidate[] {
  const typicalMs = median(rows.rrMs.filter((rr) => !Number.isNaN(rr)));
  const lengths = rows.rrMs.map((rr) => (Number.isNaN(rr) ? typicalMs : rr));
  const cellsAt = (at: number) => rows.others.find((one) => one.at === at)?.cells;
  const named = rows.named.flatMap((column) => {
    const cells = cellsAt(column.at);
    return cells ? (candidate(cells, lengths, { ...column, rateHz: rows.rateHz, named: true }) ?? []) : [];
  });
  const others = rows.others
    .filter(({ at }) => !rows.named.some((one) => one.at === at))
    .flatMap(({ at, cells }) => candidate(cells, lengths, { at, rateHz: rows.rateHz, named: false }) ?? []);
  return [...dateAndTime(rows, lengths), ...named, ...others];
}

/** A column of dates and one of times of day make one of both. */
function dateAndTime({ others }: UnplacedRows, lengths: readonly number[]): readonly Candidate[] {
  const dates = others.find(({ cells }) => areDates(cells));
  const clocks = others.find(({ cells }) => readTimes(cells)?.kind === 'day');
  if (!dates || !clocks) return [];
  const cells = clocks.cells.map((clock, i) => `${dates.cells[i]!} ${clock}`);
  return candidate(cells, lengths, { at: clocks.at, rateHz: undefined, named: true }) ?? [];
}

function candidate(
  cells: readonly Cell[],
  lengths: readonly number[],
  about: NamedColumn & { readonly rateHz: number | undefined; readonly named: boolean },
): [Candidate] | undefined {
  const read = readTimes(cells);
  if (!read || areDates(cells)) return undefined;
  const isNumber = read.kind === 'number';
  const unitMs = isNumber ? unitOf(read.values, lengths, about) : 1;
  if (unitMs === undefined) return undefined;
  const timesMs = read.values.map((value) => value * unitMs);
  if (timesMs.some((ms) => Math.abs(ms) > LAST_MS)) return undefined;
  if (!about.named && isNumber && !riseByIntervals(read.values, lengths, unitMs)) return undefined;
  return [{ read, unitMs, coarse: areCoarse(timesMs, lengths) }];
}

function unitOf(
  values: readonly number[],
  lengths: readonly number[],
  {
    unit,
    rateHz,
    named,
    inSamples,
  }: NamedColumn & { readonly rateHz: number | undefined; readonly named: boolean },
): number | undefined {
  if (unit) return unit.ms;
  const there = values.filter((value) => !Number.isNaN(value));
  const guessed = there.length < 3 || inSamples === true ? undefined : msPerTimeUnit(there, lengths);
  if (guessed !== undefined && (named || areSteps(values, lengths, guessed))) return guessed;
  if (rateHz !== undefined && (named || inSamples === true)) return 1000 / rateHz;
  return unitOfSteps(values, lengths);
}

/** Ticks of any length, where nearly every step is as many of them as its interval is long. */
function unitOfSteps(values: readonly number[], lengths: readonly number[]): number | undefined {
  const ratios = values.flatMap((value, i) => {
    const step = i === 0 ? 0 : value - values[i - 1]!;
    return step > 0 ? [lengths[i]! / step] : [];
  });
  const ms = median(ratios);
  const steps = values.slice(1).map((value, i) => value - values[i]!);
  // Equal steps fit any steady heart: numbers of rows, or of samples.
  const equal = steps.filter((step) => step === steps[0]).length > steps.length / 2;
  return ratios.length >= 10 && !equal && areSteps(values, lengths, ms) ? ms : undefined;
}

/** Share of steps that must be as long as their intervals. */
const FITTING = 0.8;
/** Share of an interval by which a step may differ from it. */
const SEAM = 0.25;

/** Whether numbers under a name that says nothing are times after all. Numbers of rows are not. */
const riseByIntervals = (values: readonly number[], rrMs: readonly number[], ms: number): boolean =>
  values.length >= 10 && !isIndex(values) && areSteps(values, rrMs, ms);

/** Whether nearly all steps are as long as the interval that ends there, or that began. */
function areSteps(values: readonly number[], rrMs: readonly number[], ms: number): boolean {
  const timesMs = values.map((value) => value * ms);
  const fits = (share: (i: number) => number) =>
    timesMs.filter((time, i) => i > 0 && Math.abs(time - timesMs[i - 1]! - share(i)) <= SEAM * share(i))
      .length;
  const best = Math.max(
    fits((i) => rrMs[i]!),
    fits((i) => rrMs[i - 1]!),
  );
  return best >= FITTING * (timesMs.length - 1);
}

/** Numbers that count the rows: each is one more than the one before, but for rows that were taken out. */
export function isIndex(values: readonly Cell[]): boolean {
  const steps = values.slice(1).map((value, i) => Number(value) - Number(values[i]));
  const ones = steps.filter((step) => step === 1).length;
  return (
    steps.length > 0 &&
    ones >= FITTING * steps.length &&
    steps.every((step) => Number.isInteger(step) && step > 0)
  );
}

/** Cells like a clock time, or numbers like dates since 1970 that rise. */
function looksLikeTime(cells: readonly Cell[]): boolean {
  const few = cells.slice(0, 50);
  const clocks = few.filter((cell) => typeof cell === 'string' && /\d:\d\d/.test(cell)).length;
  if (clocks > few.length / 2) return true;
  return few.every(
    (cell, i) => typeof cell === 'number' && cell > 1e9 && (i === 0 || cell >= Number(few[i - 1])),
  );
}
