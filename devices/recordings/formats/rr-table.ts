import { fault, ok, type Result } from '../../../engine/index.ts';
import { cellsOf, dialectOf, numberOf, type Dialect } from '../values/cells.ts';
import { placeSummed, placeTimed, type Placed } from '../values/placing.ts';
import { badLine, faultOfRr, faultOfTime, noBeats, shown, type BadRecording } from '../recording.ts';
import { found, intervalsAt, type ParsedRecording, type RowParser } from '../parser.ts';
import { columnsOf, type Columns, type TimeColumn } from './table-columns.ts';
import { isoOf, isoOfEpoch, msPerTimeUnit, wallClockMs } from '../values/times.ts';
import { faultOfUnit, median, unitOfRr, unitUnknown, type RrUnit } from '../values/units.ts';
import type { TextFormat } from '../format.ts';

interface Rows {
  /** In the file's unit. */
  readonly rr: number[];
  /** For each time column, a value for each row: a number or, for dates, ms. */
  readonly times: readonly number[][];
  readonly lines: number[];
  /** The first cell of each time column, as written. */
  first: readonly string[];
}

/**
 * Rows of a table whose header names a column of RR intervals, as apps export them. Units come from the header or,
 * where it has none, from the values; a time is the end or the beginning of its interval, whichever fits the
 * intervals. Other columns are ignored; comma, semicolon or tab separate; unless the separator is a comma, decimals
 * may have one; cells may be quoted, but not run over a line end.
 */
function rrTableParser(header: string, line: number): RowParser | BadRecording {
  const dialect = dialectOf(header);
  const columns = columnsOf(header, dialect);
  if (!columns) return strangerTo(header, line);
  const rows: Rows = { rr: [], times: columns.times.map(() => []), lines: [], first: [] };
  const unitMs = columns.unit?.ms ?? 1;
  const own = isAttunes(columns);
  let beforeMs = 0;

  return {
    get count() {
      return rows.rr.length;
    },
    row(text, at) {
      const cells = cellsOf(text, dialect.separator);
      const bad = cells ? surplus(cells, columns, at) : openQuote(at);
      if (bad || !cells) return bad;
      const rr = numberOf(cells[columns.rr], dialect);
      const badRr = faultOfRr(rr * unitMs, at, cells[columns.rr] ?? '');
      if (badRr) return badRr;
      const times = columns.times.map((column) => timeOf(cells[column.at] ?? '', dialect));
      if (own && columns.times[0]) {
        const { at: column, ms = 1 } = columns.times[0];
        const atMs = times[0]! * ms;
        const badTime = faultOfTime(atMs, beforeMs, { line: at, cell: cells[column] ?? '' });
        if (badTime) return badTime;
        beforeMs = atMs;
      }
      if (rows.rr.length === 0) rows.first = columns.times.map((column) => cells[column.at] ?? '');
      rows.rr.push(rr);
      rows.lines.push(at);
      times.forEach((time, i) => rows.times[i]!.push(time));
      return undefined;
    },
    finish: () => finished(rows, columns, own),
  };
}

/** The table that Attune writes: `t_s` or `t_ms` is when the interval ended, and is kept as it is. */
const isAttunes = ({ names, rr, times }: Columns): boolean =>
  names[rr] === 'rr_ms' && (times[0] === undefined || /^t_m?s$/.test(names[times[0].at]!));

function timeOf(cell: string, dialect: Dialect): number {
  const number = numberOf(cell, dialect);
  return Number.isNaN(number) ? wallClockMs(cell) : number;
}

function finished(rows: Rows, columns: Columns, own: boolean): Result<ParsedRecording, BadRecording> {
  if (rows.rr.length === 0) return fault(noBeats());
  const unit = columns.unit ?? unitOfRr(rows.rr);
  if (!unit) return fault(unitUnknown(median(rows.rr)));
  const bad = columns.unit && faultOfUnit(rows.rr, unit);
  if (bad) return fault(bad);
  const rrMs = rows.rr.map((rr) => rr * unit.ms);
  const placed = own ? asWritten(rows, rrMs, columns) : placedBy(rows, rrMs, columns);
  if ('code' in placed) return fault(placed);
  const { items, times, warnings, clockMs } = placed;
  const startedAt = rows.first.map((cell) => isoOf(cell) ?? isoOfEpoch(Number(cell))).find((iso) => iso);
  const few = !columns.unit && rows.rr.length < MIN_VALUES_FOR_UNIT ? [fewValues(unit)] : [];
  return ok({
    format: 'rr-csv',
    items,
    clockMs,
    found: found(
      {
        what: own ? 'a table of RR intervals' : describe(columns),
        unit: { name: unit.name, from: columns.unit ? 'header' : 'values' },
        times,
      },
      { startedAt, warnings: [...few, ...warnings] },
    ),
  });
}

/** Number of values from which the unit is evident. */
export const MIN_VALUES_FOR_UNIT = 20;
export const fewValues = ({ name }: RrUnit): string =>
  `fewer than ${MIN_VALUES_FOR_UNIT} intervals: that they are in ${name} is only likely`;

function asWritten(rows: Rows, rrMs: readonly number[], { times }: Columns): Placed {
  const [time] = times;
  if (!time) return placeSummed(rrMs);
  return {
    items: rrMs.map((rr, i) => intervalsAt(rows.times[0]![i]! * time.ms!, rr)),
    times: 'written',
    warnings: [],
  };
}

/** Placed by the first time column that is complete and whose unit is known. */
function placedBy(rows: Rows, rrMs: readonly number[], { times }: Columns): Placed | BadRecording {
  for (const [i, column] of times.entries()) {
    const ms = unitOfTimes(rows.times[i]!, rrMs, { column, cell: rows.first[i]! });
    if (ms === undefined) continue;
    const atMs = rows.times[i]!.map((time) => time * ms);
    const back = atMs.findIndex((at, row) => row > 0 && at < atMs[row - 1]!);
    if (back >= 0)
      return badLine(
        'unsorted',
        rows.lines[back]!,
        'its time is earlier than on the line before; sort the file',
      );
    return placeTimed(atMs, rrMs);
  }
  const unread = times.length > 0 ? ['its times could not be read, so holes do not show'] : [];
  return { ...placeSummed(rrMs), warnings: unread };
}

/** Milliseconds in one unit of a column of times; `undefined` where a time is missing or makes no sense. */
function unitOfTimes(
  values: readonly number[],
  rrMs: readonly number[],
  { column, cell }: { readonly column: TimeColumn; readonly cell: string },
): number | undefined {
  if (values.some((value) => Number.isNaN(value))) return undefined;
  if (!Number.isNaN(wallClockMs(cell))) return 1;
  return column.ms ?? (values.length < 3 ? undefined : msPerTimeUnit(values, rrMs));
}

function describe({ names }: Columns): string {
  if (names.includes('phone timestamp')) return 'RR intervals of Polar Sensor Logger';
  if (names.some((name) => /^since[ _]start$/.test(name))) return 'RR intervals of HRV Logger or FatMaxxer';
  return 'a table of RR intervals';
}

const openQuote = (line: number): BadRecording =>
  badLine('bad-line', line, 'a quote is not closed; close it, or remove the quotes');

/** More cells than the header has: a decimal comma among commas would shift every number after it. */
function surplus(cells: readonly string[], { names }: Columns, line: number): BadRecording | undefined {
  if (cells.length <= names.length) return undefined;
  if (cells.slice(names.length).every((cell) => cell.trim() === '')) return undefined;
  const what = `it has more cells than the header; decimals need a point where commas separate`;
  return badLine('bad-line', line, what);
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
      gives: 'that column; a column of time or date',
      unit: 'header, else values',
      times: 'as written, or arrival',
      tested: 'virtual',
    },
  ],
};
