import { numberIn } from '../recording.ts';

const SEPARATORS = [';', '\t', ','] as const;
/** Stands for any run of spaces and tabs, as statistics programs and ECG tools write between columns. */
const BLANKS = ' ';
/** Commas that can only be decimal ones: each word has one, between digits. */
const DECIMAL_COMMAS = /^\s*[+-]?\d+,\d+(?:\s+[+-]?\d+,\d+)+\s*$/;

/** A cell as a number, or as it was written where it is none. */
export type Cell = number | string;

/** The separator and decimal mark of a table. */
export interface Dialect {
  readonly separator: string;
  /** A comma may stand for the decimal point: only where it does not separate cells. */
  readonly decimalComma: boolean;
}

/**
 * By one line: a semicolon or tab wins over commas, which may be decimals or stand in names; where there is none of
 * them, blanks separate.
 */
export function dialectOf(line: string): Dialect {
  const separator = DECIMAL_COMMAS.test(line)
    ? BLANKS
    : (SEPARATORS.find((one) => line.trim().includes(one)) ?? BLANKS);
  return { separator, decimalComma: separator !== ',' };
}

/** The number in a cell of that dialect, or NaN. */
export const numberOf = (cell: string | undefined, { decimalComma }: Dialect): number =>
  numberIn(decimalComma ? cell?.replace(/^(\s*[+-]?\d+),(\d+\s*)$/, '$1.$2') : cell);

export function valueOf(cell: string | undefined, dialect: Dialect): Cell {
  const number = numberOf(cell, dialect);
  return Number.isNaN(number) ? (cell ?? '').trim() : number;
}

/** The cells of one line; `undefined` where a quote stays open. A quote within quotes is written twice. */
export function cellsOf(line: string, separator: string): readonly string[] | undefined {
  const isBlanks = separator === BLANKS;
  if (!line.includes('"')) return isBlanks ? line.trim().split(/\s+/) : line.split(separator);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  const text = isBlanks ? line.trim() : line;
  const isSeparator = (one: string) => (isBlanks ? /\s/.test(one) : one === separator);
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (character === '"' && quoted && text[i + 1] === '"') cell += text[++i]!;
    else if (character === '"') quoted = !quoted;
    else if (isSeparator(character) && !quoted) {
      if (!isBlanks || !isSeparator(text[i - 1] ?? '')) cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return quoted ? undefined : [...cells, cell];
}

/** The numbers and marks of a line that is nothing but a list of them, whatever separates them. */
export function listOf(line: string): readonly string[] {
  const { separator } = dialectOf(line);
  const cells = separator === ',' ? line.split(/[\s,]+/) : (cellsOf(line, separator) ?? []);
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(cells[0]?.trim() === '' ? 1 : 0, last + 1);
}
