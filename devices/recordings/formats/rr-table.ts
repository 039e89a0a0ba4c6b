import { fault, type Result } from '../../../engine/index.ts';
import { labelsIn } from '../values/beat-labels.ts';
import type { Cell } from '../values/cells.ts';
import { blanksBefore } from '../values/missing-beats.ts';
import { readTimes } from '../values/times.ts';
import { badFile, badLine, noBeats, shown, type BadRecording } from '../recording.ts';
import type { ParsedRecording, ReadOptions, RowParser } from '../parser.ts';
import type { TextFormat } from '../format.ts';
import { beatsRead } from './beat-times.ts';
import { intervalsRead, unitOfRows } from './rr-intervals.ts';
import type { Columns, NamedColumn } from './table-columns.ts';
import { intervalsIn, notANumber, tableReader, type TableRows } from './table-rows.ts';
import { isIndex, placeByTimes } from './table-times.ts';

/**
 * Rows of a table whose header names a column of RR intervals, or of times of beats, as apps and programs export them.
 * Units come from the header, the person's `--rate`, or the values; a time is the end or the beginning of its interval,
 * whichever fits the intervals. Comma, semicolon, tab or blanks separate; unless the separator is a comma, decimals may
 * have one; cells may be quoted, but not run over a line end.
 */
function rrTableParser(header: string, line: number, { rateHz }: ReadOptions): RowParser | BadRecording {
  const reader = tableReader(header);
  if (!reader) return strangerTo(header, line);
  return {
    get count() {
      return reader.count;
    },
    row: (text, at, open) => reader.row(text, at, open),
    finish() {
      const rows = reader.rows();
      if (!rows || rows.lines.length === 0) return fault(noBeats());
      return rows.columns.rr.length > 0 ? intervalsOf(rows, rateHz) : beatsOf(rows, rateHz);
    },
  };
}

/** Intervals of one column with their cells in the other columns: a row may hold several, or stand for one. */
interface Expanded {
  readonly column: NamedColumn;
  readonly values: readonly number[];
  /** Which row each is from; `undefined` for one that is missing between two rows. */
  readonly of: readonly (number | undefined)[];
  readonly lines: readonly number[];
  /** Rows without an interval that were left out. */
  readonly blank: number;
}

function intervalsOf(rows: TableRows, rateHz: number | undefined): Result<ParsedRecording, BadRecording> {
  const { columns } = rows;
  const ways = columns.rr.map((column) => expanded(rows, column));
  const faults = ways.map((way) => ('code' in way ? way : faultOf(way, rateHz)));
  const at = Math.max(
    0,
    faults.findIndex((one) => one === undefined),
  );
  const way = ways[at]!;
  if ('code' in way) return fault(way);
  const needsRate = faults[at];
  if (needsRate) return fault(needsRate);
  const { column, values, lines, of, blank } = way;
  const cellsAt = (index: number) =>
    of.map((row): Cell => (row === undefined ? '' : rows.cells[index]![row]!));
  const own = isAttunes(columns, column);
  const labels = columns.label === undefined ? undefined : labelsIn(cellsAt(columns.label));
  const isNamed = (index: number) => columns.times.some((one) => one.at === index);
  const isOther = (index: number) =>
    index !== columns.label &&
    (isNamed(index) || !isIndex(rows.cells[index]!)) &&
    !columns.rr.some((one) => one.at === index) &&
    index < rows.cells.length;
  return intervalsRead(
    {
      format: 'rr-csv',
      what: own ? 'a table of RR intervals' : describe(columns),
      values,
      lines,
      labels,
      labelsIntervals: lower(columns).some((name) => name === 'nn_ms' || name === 'interval_label'),
      unit: column.unit,
      rateHz,
      warnings:
        blank === 0 ? [] : [`${blank} of ${rows.lines.length} rows have no interval, and were left out`],
    },
    (rrMs) =>
      placeByTimes({
        rrMs,
        lines,
        names: columns.names,
        others: columns.names.flatMap((_, index) =>
          isOther(index) ? [{ at: index, cells: cellsAt(index) }] : [],
        ),
        named: own
          ? columns.times.filter(({ at: time }) => /^t_m?s$/.test(lower(columns)[time]!))
          : columns.times,
        rateHz,
        own,
      }),
  );
}

function faultOf({ column, values, lines }: Expanded, rateHz: number | undefined): BadRecording | undefined {
  if (column.inSamples === true && rateHz === undefined) return SAMPLES;
  const unit = unitOfRows({ values, lines, unit: column.unit, rateHz });
  return 'code' in unit ? unit : undefined;
}

const SAMPLES = badFile(
  'unknown-unit',
  'its header says that it counts in samples; say how many make a second: attune convert <in> <out> --rate <hz>',
);

function expanded(rows: TableRows, column: NamedColumn): Expanded | BadRecording {
  const values: number[] = [];
  const of: (number | undefined)[] = [];
  const skipped = rowsLeftOut(rows) ?? (rows.cells.length === 1 ? blanksBefore(rows.lines) : undefined);
  for (const [row, cell] of rows.cells[column.at]!.entries()) {
    const several = intervalsIn(cell);
    if (!several) return notANumber(String(cell), rows.lines[row]!);
    for (let left = skipped?.[row] ?? 0; left > 0; left--) {
      values.push(Number.NaN);
      of.push(undefined);
    }
    for (const value of [...several, ...(rows.more.get(row) ?? [])]) {
      values.push(value);
      of.push(row);
    }
  }
  const lines = of.map((row, i) => rows.lines[row ?? of.slice(i).find((one) => one !== undefined)!]!);
  const there = values.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
  // Rows of other sensors between: blanks are the rule, and no beat is missing.
  if (there.length >= values.length / 2) return { column, values, of, lines, blank: 0 };
  return {
    column,
    values: there.map((i) => values[i]!),
    of: there.map((i) => of[i]),
    lines: there.map((i) => lines[i]!),
    blank: values.length - there.length,
  };
}

/** More rows than these are no beats that were left out, but a part of the recording. */
const MOST_LEFT_OUT = 10;

/** How many rows are missing before each, where the rows are numbered and nothing else tells the time. */
function rowsLeftOut({ columns, cells, rowNames }: TableRows): readonly number[] | undefined {
  const unnamed = columns.names.findIndex((name) =>
    /^(?:|index|unnamed: 0|row|nr\.?|no\.?|#|id)$/i.test(name),
  );
  const numbers = rowNames ?? (columns.times.length === 0 ? cells[unnamed] : undefined);
  if (!numbers || columns.times.length > 0 || numbers.length < 10 || !isIndex(numbers)) return undefined;
  return numbers.map((number, i) =>
    i === 0 ? 0 : Math.min(MOST_LEFT_OUT, Number(number) - Number(numbers[i - 1]) - 1),
  );
}

const lower = ({ names }: Columns): readonly string[] => names.map((name) => name.toLowerCase());

/** The table that Attune writes: `t_s` or `t_ms` is when the interval ended, and is kept as it is. */
function isAttunes(columns: Columns, rr: NamedColumn): boolean {
  const names = lower(columns);
  return names[rr.at] === 'rr_ms' && names.some((name) => /^t_m?s$/.test(name));
}

/** Beats by their times, by the samples at which they are, or by samples that are 1 at a beat and 0 between. */
function beatsOf(rows: TableRows, rateHz: number | undefined): Result<ParsedRecording, BadRecording> {
  const { columns, lines } = rows;
  const labels = columns.label === undefined ? undefined : labelsIn(rows.cells[columns.label]!);
  const timed = columns.times.find(({ at }) => readTimes(rows.cells[at]!) && !isIndex(rows.cells[at]!));
  for (const column of columns.beats) {
    const cells = rows.cells[column.at]!;
    if (isMarks(cells)) return marksRead(rows, { cells, timed, rateHz });
    if (isIndex(cells)) continue;
    const counted = column.inSamples === true || /sample|index|indices/i.test(columns.names[column.at]!);
    if (counted && rateHz === undefined && timed && labels) break;
    const read = readTimes(cells);
    if (!read) continue;
    if (counted && rateHz === undefined && column.unit === undefined) return fault(SAMPLES);
    return beatsRead({
      what: 'times of beats',
      ...read,
      times: read.values,
      lines,
      labels,
      unit: column.unit,
      rateHz,
    });
  }
  if (!timed || !labels) return fault(noBeats('none of its columns has times of beats'));
  const read = readTimes(rows.cells[timed.at]!)!;
  return beatsRead({ what: 'labelled beats', ...read, times: read.values, lines, labels, unit: timed.unit });
}

/** A sample of 1 at each beat, 0 between. */
const isMarks = (cells: readonly Cell[]): boolean =>
  cells.length > 2 && cells.every((cell) => cell === 0 || cell === 1) && cells.includes(0);

function marksRead(
  rows: TableRows,
  about: {
    readonly cells: readonly Cell[];
    readonly timed: NamedColumn | undefined;
    readonly rateHz: number | undefined;
  },
): Result<ParsedRecording, BadRecording> {
  const { cells, timed, rateHz } = about;
  const at = cells.flatMap((cell, row) => (cell === 1 ? [row] : []));
  const lines = at.map((row) => rows.lines[row]!);
  const read = timed && readTimes(at.map((row) => rows.cells[timed.at]![row]!));
  if (read && rateHz === undefined)
    return beatsRead({ what: 'samples at beats', ...read, times: read.values, lines, unit: timed.unit });
  if (rateHz === undefined) return fault(SAMPLES);
  return beatsRead({ what: 'samples at beats', times: at, kind: 'number', lines, rateHz });
}

function describe(columns: Columns): string {
  const names = lower(columns);
  if (names.includes('phone timestamp')) return 'RR intervals of Polar Sensor Logger';
  if (names.some((name) => /^since[ _]start$/.test(name))) return 'RR intervals of HRV Logger or FatMaxxer';
  return 'a table of RR intervals';
}

function strangerTo(header: string, line: number): BadRecording {
  if (/\b(?:hr|bpm|heart.?rate)(?:\b|_)/i.test(header)) {
    const what = `${shown(header)} has heart rate only; Attune needs RR intervals, exported with the header t_s,rr_ms`;
    return badLine('heart-rate-only', line, what);
  }
  const known =
    'a table with the header t_s,rr_ms or that of an app, one RR in ms a line, FIT, .hrm, WFDB, EDF+ or JSON lines';
  return badLine('unknown-format', line, `${shown(header)} begins no format that Attune reads: ${known}`);
}

/** The format of last resort: it rejects the file and says what can be read. */
export const RR_TABLE: TextFormat = {
  id: 'rr-table',
  kind: 'text',
  tells: () => true,
  hasHeader: true,
  open: rrTableParser,
  layouts: [
    {
      name: 'Kubios text and CSV',
      format: 'rr-csv',
      recognisedBy: 'numbers; or a header as `Time (s),RR (s)`',
      gives: 'one or two columns; not the report of results',
      unit: 'header, else values',
      times: 'as written',
      tested: 'virtual',
    },
    {
      name: 'HRV Logger, FatMaxxer',
      format: 'rr-csv',
      recognisedBy: 'header `…,rr,since start`',
      gives: '`rr`, time since start, date',
      unit: 'ms, by the values',
      times: 'as written',
      tested: 'virtual',
    },
    {
      name: 'Polar Sensor Logger',
      format: 'rr-csv',
      recognisedBy: '`Phone timestamp;RR-interval [ms]`',
      gives: 'RR, phone time',
      unit: 'header',
      times: 'as written',
      tested: 'virtual',
    },
    {
      name: 'other tables',
      format: 'rr-csv',
      recognisedBy: 'a column `rr`, `rri`, `nn`, `ibi`, `RR interval` …',
      gives: 'that column; a column of time or date; a row of units below the header',
      unit: 'header, else values',
      times: 'as written, or arrival',
      tested: 'virtual',
    },
  ],
};
