import { fault, type Result } from '../../../engine/index.ts';
import { beatLabel, labelsIn, type BeatLabel } from '../values/beat-labels.ts';
import { cellsOf, dialectOf, valueOf, type Cell, type Dialect } from '../values/cells.ts';
import { marksMissing } from '../values/missing-beats.ts';
import { msPerTimeUnit, readTimes } from '../values/times.ts';
import { median, unitOfRr } from '../values/units.ts';
import { badFile, badLine, shown, type BadRecording } from '../recording.ts';
import type { ParsedRecording, ReadOptions, RowParser } from '../parser.ts';
import type { TextFormat } from '../format.ts';
import { beatsRead } from './beat-times.ts';
import { intervalsRead, unitOfRows } from './rr-intervals.ts';
import { isIndex, placeByTimes } from './table-times.ts';

/** Number of rows needed to see which column is which. */
const MIN_ROWS = 3;
/** Columns beyond three are a table, which needs a header. */
const MAX_CELLS = 3;
const SEAM = 0.25;
const MOST = 0.6;

/**
 * Two or three columns without a header: a time or a row's number, an RR interval, and perhaps a label of the beat, as
 * Kubios, Polar Flow, HRVAS, `ann2rr` and others read or write them.
 */
function rrPairsParser(first: string, line: number, { rateHz }: ReadOptions): RowParser | BadRecording {
  const dialect = dialectOf(first);
  const columns: Cell[][] = cellsIn(first, dialect).map(() => []);
  const lines: number[] = [];
  return {
    get count() {
      return lines.length;
    },
    row(text, at) {
      const cells = cellsIn(text, dialect);
      const numbers = cells.filter((cell) => typeof cell === 'number').length;
      // Programs may label the unusual beats alone.
      const isLonger =
        cells.length === columns.length + 1 && isLabel(cells.at(-1)!) && cells.length <= MAX_CELLS;
      if (isLonger) columns.push(lines.map(() => ''));
      const isShorter = cells.length === columns.length - 1 && columns.at(-1)!.every((cell) => isLabel(cell));
      if (isShorter) cells.push('');
      if (cells.length !== columns.length || (numbers === 0 && !cells.every(isKnown)))
        return badLine(
          'not-a-number',
          at,
          `${shown(text)} is not a time and an RR interval; remove that line`,
        );
      lines.push(at);
      cells.forEach((cell, i) => columns[i]!.push(cell));
      return undefined;
    },
    finish: () =>
      lines.length < MIN_ROWS
        ? fault(badFile('unknown-format', `too few rows to tell times from RR intervals; ${ADD_HEADER}`))
        : columnsRead(columns, lines, rateHz),
  };
}

const ADD_HEADER = 'add the header t_s,rr_ms';

function cellsIn(line: string, dialect: Dialect): Cell[] {
  const cells = cellsOf(line, dialect.separator) ?? [];
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  // A separator at the end of each line makes no column, a blank cell of two does.
  return cells.slice(0, Math.max(last + 1, Math.min(2, cells.length))).map((cell) => valueOf(cell, dialect));
}

const isKnown = (cell: Cell): boolean =>
  typeof cell === 'number' || marksMissing(cell) || beatLabel(cell) !== undefined || isTime(cell);
const isLabel = (cell: Cell): boolean =>
  typeof cell === 'string' && (cell === '' || beatLabel(cell) !== undefined);
const isTime = (cell: Cell): boolean => typeof cell === 'string' && /\d:\d\d/.test(cell);

interface Numbers {
  readonly at: number;
  readonly values: readonly number[];
}

/** Which column is what shows from their cells. */
function columnsRead(
  columns: readonly (readonly Cell[])[],
  lines: readonly number[],
  rateHz: number | undefined,
): Result<ParsedRecording, BadRecording> {
  const clock = columns.findIndex((cells) => isTime(cells[0]!) || isTime(cells[1]!));
  const isText = (cells: readonly Cell[]) =>
    cells.filter((cell) => typeof cell === 'string').length > cells.length / 2;
  const label = columns.findLastIndex(
    (cells, i) => i !== clock && isText(cells) && labelsIn(cells) !== undefined,
  );
  const labels = label < 0 ? undefined : labelsIn(columns[label]!);
  const strange = columns.some(
    (cells, i) => i !== clock && i !== label && isText(cells) && labelsIn(cells) === undefined,
  );
  if (strange) return fault(UNCLEAR);
  const numbers = columns.flatMap((cells, at): Numbers[] =>
    at === clock || isText(cells) ? [] : [{ at, values: cells.map(asInterval) }],
  );
  const [first, second] = numbers;
  const about = { columns, lines, labels, rateHz };
  if (first && second && clock < 0) return twoRead(first, second, about);
  if (first && clock >= 0) return timedRead(first, columns[clock]!, about);
  if (first) return oneRead(first, about);
  const read = clock < 0 ? undefined : readTimes(columns[clock]!);
  return read && labels
    ? beatsRead({ what: 'labelled beats', ...read, times: read.values, lines, labels })
    : fault(UNCLEAR);
}

/** Two columns of whole numbers with a comma between; `undefined` where these are decimals. */
export function pairsRead(
  pairs: readonly (readonly [number, number])[],
  lines: readonly number[],
  rateHz: number | undefined,
): Result<ParsedRecording, BadRecording> | undefined {
  if (pairs.length < MIN_ROWS) return undefined;
  const [left, right] = [pairs.map(([one]) => one), pairs.map(([, one]) => one)];
  const areColumns =
    (isIndex(left) && areOfOneSize(right)) ||
    areTimesOf(left, right) ||
    areRatesOf(right, left) ||
    areRatesOf(left, right) ||
    areAlike(left, right);
  return areColumns ? columnsRead([left, right], lines, rateHz) : undefined;
}

/** The least and the greatest; of a day there are too many for `Math.min`. */
const extremes = (values: readonly number[]): readonly number[] =>
  values.length === 0
    ? []
    : values.reduce(([low, high], one) => [Math.min(low!, one), Math.max(high!, one)], [Infinity, -Infinity]);

/** Beside a row's number, values of one size are a column; the decimals of a number are of any size. */
function areOfOneSize(values: readonly number[]): boolean {
  const there = withMarks(values).filter((value) => !Number.isNaN(value));
  const [least = 0, most = 0] = extremes(there);
  return least > 0 && most <= 3 * least;
}

const asInterval = (cell: Cell): number => (typeof cell === 'number' ? cell : Number.NaN);
const withMarks = (values: readonly number[]): readonly number[] =>
  values.map((value) => (marksMissing(String(value)) ? Number.NaN : value));

interface About {
  readonly columns: readonly (readonly Cell[])[];
  readonly lines: readonly number[];
  readonly labels: readonly (BeatLabel | undefined)[] | undefined;
  readonly rateHz: number | undefined;
}

function twoRead(first: Numbers, second: Numbers, about: About): Result<ParsedRecording, BadRecording> {
  const { lines, labels, rateHz } = about;
  const rows = { format: 'rr-csv', lines, labels, rateHz } as const;
  const what = 'RR intervals without a header';
  for (const [a, b] of [
    [first, second],
    [second, first],
  ] as const) {
    const rr = withMarks(b.values);
    if (isIndex(a.values) && !isIndex(b.values)) {
      // The numbers of rows say nothing; what is beside them are intervals, or times of labelled beats.
      return labels && rises(b.values) ? oneRead(b, about) : intervalsRead({ ...rows, what, values: rr });
    }
    if (areTimesOf(a.values, rr)) return timedRead(b, a.values, about);
  }
  const rated = [first, second].find((_, i) =>
    areRatesOf([second, first][i]!.values, [first, second][i]!.values),
  );
  if (rated) return intervalsRead({ ...rows, what, values: withMarks(rated.values) });
  if (areAlike(first.values, second.values)) {
    const same = first.values.filter((value, i) => value === second.values[i]).length > lines.length / 2;
    const both = first.values.flatMap((value, i) => [value, second.values[i]!]);
    const twice = lines.flatMap((line) => [line, line]);
    if (same) return intervalsRead({ ...rows, what, values: withMarks(first.values) });
    return intervalsRead({ ...rows, what, values: withMarks(both), lines: twice, labels: undefined });
  }
  const unit = unitOfRows({ values: withMarks(second.values), lines, rateHz });
  return fault('code' in unit && rises(first.values) ? unit : UNCLEAR);
}

/** A column of numbers beside labels alone: intervals, or times if they rise. */
function oneRead(
  { values }: Numbers,
  { lines, labels, rateHz }: About,
): Result<ParsedRecording, BadRecording> {
  if (rises(values))
    return beatsRead({
      what: 'times of labelled beats',
      times: values,
      kind: 'number',
      lines,
      labels,
      rateHz,
    });
  return intervalsRead({
    format: 'rr-csv',
    what: 'labelled RR intervals',
    values: withMarks(values),
    lines,
    labels,
    rateHz,
  });
}

function timedRead(
  { values }: Numbers,
  times: readonly Cell[],
  { lines, labels, rateHz }: About,
): Result<ParsedRecording, BadRecording> {
  const samples =
    !unitOfRr(withMarks(values).filter((value) => !Number.isNaN(value))) && rateHz !== undefined;
  const read = readTimes(times);
  // ECG tools write the sample beside the time: the time is enough.
  if (read && labels && rises(values) && rises(read.values))
    return beatsRead({ what: 'times of labelled beats', ...read, times: read.values, lines, labels });
  return intervalsRead(
    {
      format: 'rr-csv',
      what: 'times and RR intervals without a header',
      values: withMarks(values),
      lines,
      labels,
      rateHz,
    },
    (rrMs) =>
      placeByTimes({
        rrMs,
        lines,
        names: ['first'],
        others: [{ at: 0, cells: times }],
        named: [{ at: 0, ...(samples && { inSamples: true }) }],
        rateHz,
        own: false,
      }),
  );
}

/** Numbers that rise nearly all along. */
const rises = (values: readonly number[]): boolean =>
  values.filter((value, i) => i > 0 && value <= values[i - 1]!).length <= 0.05 * values.length;

/** Whether the first can be the times of the second: neighbours are an interval apart, or the whole is as long. */
function areTimesOf(times: readonly number[], rr: readonly number[]): boolean {
  const there = rr.filter((value) => !Number.isNaN(value));
  const unit = unitOfRr(there) ?? { ms: 1 };
  const fitting = (ms: number) =>
    times.filter((time, i) => {
      const step = (time - times[i - 1]!) * ms;
      return (
        i > 0 && [rr[i]!, rr[i - 1]!].some((one) => Math.abs(step - one * unit.ms) <= SEAM * one * unit.ms)
      );
    }).length;
  const falls = times.filter((time, i) => i > 0 && time < times[i - 1]!).length;
  if (falls > 0.05 * times.length && falls < 0.95 * (times.length - 1)) return false;
  const ms = msPerTimeUnit(
    falls === 0 ? times : times.toReversed(),
    there.map((value) => value * unit.ms),
  );
  return (
    ms !== undefined &&
    (fitting(ms) >= MOST * (times.length - 1) || (falls === 0 && !Number.isInteger(times[1])))
  );
}

/** Two columns of the same kind: several intervals a line, or intervals and what became of them. */
function areAlike(a: readonly number[], b: readonly number[]): boolean {
  const [left, right] = [unitOfRr(withMarks(a)), unitOfRr(withMarks(b))];
  return (
    left !== undefined &&
    left === right &&
    !rises(a) &&
    Math.abs(median(a) / median(b) - 1) < 0.2 &&
    (extremes(b)[0] ?? 0) > median(b) / 3
  );
}

/** Heart rates beside their intervals. */
function areRatesOf(rates: readonly number[], rr: readonly number[]): boolean {
  const unit = unitOfRr(withMarks(rr).filter((value) => !Number.isNaN(value)));
  if (!unit) return false;
  const off = rates.map((rate, i) => Math.abs((rate * rr[i]! * unit.ms) / 60_000 - 1));
  return median(off) < 0.15;
}

const UNCLEAR = badFile(
  'unknown-format',
  `what its columns are does not show, since there is no header, nor a time that fits RR intervals; ${ADD_HEADER}`,
);

/** Numbers, and perhaps times or labels; a label alone in front begins no row. */
function tells(line: string): boolean {
  const dialect = dialectOf(line);
  const cells = cellsIn(line, dialect);
  if (cells.length < 2 || cells.length > MAX_CELLS || !cells.every(isKnown)) return false;
  const labels = cells.filter((cell) => typeof cell === 'string' && !isTime(cell)).length;
  const last = cells.at(-1)!;
  const lastIsLabel = typeof last === 'string' && !isTime(last);
  if (cells.length === MAX_CELLS && labels === 0 && !cells.some(isTime)) return false;
  return typeof cells[0] === 'number' || isTime(cells[0]!) || (lastIsLabel && cells.length === MAX_CELLS);
}

export const RR_PAIRS: TextFormat = {
  id: 'rr-pairs',
  kind: 'text',
  tells,
  hasHeader: false,
  open: rrPairsParser,
  layouts: [
    {
      name: 'two or three columns without a header (Polar Flow, HRVAS, `ann2rr`)',
      format: 'rr-csv',
      recognisedBy: 'a number or time, then a number, a label of a beat (`N`, `V`, `A` …) or both',
      gives: 'time and RR, if they agree with each other; RR and label; times of beats and label',
      unit: 'both by the values; `--rate`',
      times: 'as written',
      tested: 'virtual',
    },
  ],
};
