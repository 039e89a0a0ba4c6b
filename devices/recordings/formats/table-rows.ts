import { cellsOf, dialectOf, numberOf, valueOf, type Cell, type Dialect } from '../values/cells.ts';
import { marksMissing } from '../values/missing-beats.ts';
import { wallClockMs } from '../values/times.ts';
import { badLine, numberIn, shown, type BadRecording } from '../recording.ts';
import { columnsNamed, namesIn, type Columns } from './table-columns.ts';
import { unitsRow, withUnits } from './units-row.ts';

/** What a table has, column by column. */
export interface TableRows {
  readonly columns: Columns;
  /** For each column of the header, a cell for each row. */
  readonly cells: readonly Cell[][];
  /** Cells beyond the header, which are further intervals of their row. */
  readonly more: ReadonlyMap<number, readonly number[]>;
  readonly lines: readonly number[];
  /** Row names in front of the columns, for which the header has no name. */
  readonly rowNames?: readonly Cell[];
}

/** A row before its columns are known, and after. */
export interface TableReader {
  readonly count: number;
  row(text: string, line: number, open?: boolean): BadRecording | undefined;
  rows(): TableRows | undefined;
}

/** Columns beyond these are not kept. */
const MAX_COLUMNS = 64;
/** Intervals of one row are alike: each is at most this many times the first. */
const ALIKE = 2.5;

/**
 * The rows under a header. What separates cells shows with the first row: a header of one name may stand over row names
 * and values (R), or over decimals with a comma.
 *
 * @returns `undefined` where no column of that header holds intervals or beats
 */
export function tableReader(header: string): TableReader | undefined {
  let ways = waysToRead(header);
  if (!ways.some(({ names }) => isKnown(columnsNamed(names)))) return undefined;
  let table: OpenTable | undefined;
  return {
    get count() {
      return table?.lines.length ?? 0;
    },
    row(text, line, open = false) {
      const units = table ? undefined : unitsRow(cellsOf(text, dialectOf(header).separator) ?? []);
      if (units) {
        ways = ways.map(({ dialect, names }) => ({ dialect, names: withUnits(names, units) }));
        return undefined;
      }
      table ??= begin(header, ways, text);
      return take(table, { text, line, open });
    },
    rows: () => table,
  };
}

const isKnown = ({ rr, beats }: Columns): boolean => rr.length > 0 || beats.length > 0;

interface Way {
  readonly dialect: Dialect;
  readonly names: readonly string[];
}

/** A header whose names hold blanks may be one name or several. */
function waysToRead(header: string): readonly Way[] {
  const dialect = dialectOf(header);
  const split = { dialect, names: namesIn(header, dialect.separator) ?? [] };
  if (dialect.separator !== ' ') return [split];
  const whole = header.trim().replace(/^"(.*)"$/, '$1');
  return [split, { dialect, names: header.trim().split(/\s{2,}/) }, { dialect, names: [whole] }];
}

interface OpenTable extends TableRows {
  readonly dialect: Dialect;
  readonly cells: Cell[][];
  readonly more: Map<number, readonly number[]>;
  readonly lines: number[];
  readonly rowNames?: Cell[];
}

function begin(header: string, ways: readonly Way[], row: string): OpenTable {
  const { dialect, names, named } = fitting(header, ways, row);
  return {
    dialect,
    columns: columnsNamed(names),
    cells: names.slice(0, MAX_COLUMNS).map(() => []),
    more: new Map(),
    lines: [],
    ...(named && { rowNames: [] }),
  };
}

/** The way in which header and first row have as many cells as each other, but for a row's name. */
function fitting(header: string, ways: readonly Way[], row: string): Way & { readonly named: boolean } {
  const [first] = ways as [Way];
  const hasSeparator = first.dialect.separator !== ' ';
  // "0,860" under one name is a decimal; R quotes the names of rows.
  const oneDecimal = !hasSeparator && /^\s*[+-]?\d+,\d+\s*$/.test(row);
  if (oneDecimal) return { ...ways.at(-1)!, dialect: { separator: ';', decimalComma: true }, named: false };
  const dialect = hasSeparator ? first.dialect : dialectOf(row);
  const cells = cellsOf(row, dialect.separator) ?? [];
  const isName = cells.length > 1 && (/^\s*"/.test(row) || Number.isInteger(numberIn(cells[0])));
  const way =
    ways.find(({ names }) => names.length === cells.length) ??
    (isName
      ? ways.find(({ names }) => names.length === cells.length - 1 && isKnown(columnsNamed(names)))
      : undefined);
  const { names } = way ?? (isKnown(columnsNamed(first.names)) ? first : ways.at(-1)!);
  const { rr } = columnsNamed(names);
  // One more cell is a row's name, if what then stands under the intervals is no name of a row itself.
  const named =
    isName &&
    cells.length === names.length + 1 &&
    !(rr[0]?.at === names.length - 1 && isMore(cells, names.length, dialect));
  return { dialect, names, named };
}

/** Whether cells from `from` on are further intervals of the row, beside the one before them. */
function isMore(cells: readonly string[], from: number, dialect: Dialect): boolean {
  const first = numberOf(cells[from - 1], dialect);
  return cells.slice(from).every((cell) => {
    const value = numberOf(cell, dialect);
    return cell.trim() === '' || (value <= ALIKE * first && value >= first / ALIKE);
  });
}

function take(
  table: OpenTable,
  { text, line, open }: { readonly text: string; readonly line: number; readonly open: boolean },
): BadRecording | undefined {
  const { dialect, columns, rowNames } = table;
  const split = cellsOf(text, dialect.separator);
  if (!split) return badLine('bad-line', line, 'a quote is not closed; close it, or remove the quotes');
  const cells = rowNames ? split.slice(1) : split;
  const { names, rr } = columns;
  const extra = cells.slice(names.length);
  const hasMore = extra.some((cell) => cell.trim() !== '');
  const isList = rr.some(({ at }) => at === names.length - 1) && isMore(cells, names.length, dialect);
  if (hasMore && !isList)
    return badLine(
      'bad-line',
      line,
      'it has more cells than the header; decimals need a point where commas separate',
    );
  const bad = faultOfCell(cells, { columns, dialect, line, open });
  if (bad) return bad;
  if (hasMore)
    table.more.set(
      table.lines.length,
      extra.flatMap((cell) => numberOf(cell, dialect) || []),
    );
  rowNames?.push(valueOf(split[0], dialect));
  table.lines.push(line);
  for (let at = 0; at < table.cells.length; at++) table.cells[at]!.push(valueOf(cells[at], dialect));
  return undefined;
}

/** Words where an interval must be; a last line that is cut may lack anything. */
function faultOfCell(
  cells: readonly string[],
  about: {
    readonly columns: Columns;
    readonly dialect: Dialect;
    readonly line: number;
    readonly open: boolean;
  },
): BadRecording | undefined {
  const { columns, dialect, line, open } = about;
  const needed =
    columns.rr.length === 1 ? columns.rr : columns.rr.length === 0 ? columns.beats.slice(0, 1) : [];
  for (const { at } of needed) {
    const cell = cells[at] ?? '';
    if (open && cell.trim() === '') return notANumber(cell, line);
    const isTime = columns.rr.length === 0 && !Number.isNaN(wallClockMs(cell));
    if (!isTime && intervalsIn(valueOf(cell, dialect)) === undefined) return notANumber(cell, line);
  }
  return undefined;
}

/** The intervals of one cell: none is marked as missing (NaN), several stand side by side; `undefined` for words. */
export function intervalsIn(cell: Cell): readonly number[] | undefined {
  if (typeof cell === 'number') return [marksMissing(String(cell)) ? Number.NaN : cell];
  if (marksMissing(cell)) return [Number.NaN];
  const parts = cell.replace(/^[[(]|[\])]$/g, '').split(/[\s,;|/]+/);
  const values = parts
    .filter((part) => part !== '')
    .map((part) => (marksMissing(part) ? Number.NaN : numberIn(part)));
  const known = values.filter((value, i) => !Number.isNaN(value) || marksMissing(parts[i]));
  return parts.length > 1 && values.length > 0 && known.length === values.length ? values : undefined;
}

export const notANumber = (cell: string, line: number): BadRecording =>
  badLine(
    'not-a-number',
    line,
    `the RR interval ${shown(cell)} is not a number; use digits with a decimal point`,
  );
