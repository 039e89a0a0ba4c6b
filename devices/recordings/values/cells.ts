import { numberIn } from '../recording.ts';

const SEPARATORS = [';', '\t', ','] as const;

/** The separator and decimal mark of a table. */
export interface Dialect {
  readonly separator: string;
  /** A comma may stand for the decimal point: only where it does not separate cells. */
  readonly decimalComma: boolean;
}

/** By the first line: a semicolon or tab wins over commas, which may be decimals or stand in names. */
export function dialectOf(line: string): Dialect {
  const separator = SEPARATORS.find((one) => line.includes(one)) ?? ',';
  return { separator, decimalComma: separator !== ',' };
}

/** The number in a cell of that dialect, or NaN. */
export const numberOf = (cell: string | undefined, { decimalComma }: Dialect): number =>
  numberIn(decimalComma ? cell?.replace(/^(\s*[+-]?\d+),(\d+\s*)$/, '$1.$2') : cell);

/** The cells of one line; `undefined` where a quote stays open. A quote within quotes is written twice. */
export function cellsOf(line: string, separator: string): readonly string[] | undefined {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    if (character === '"' && quoted && line[i + 1] === '"') cell += line[++i]!;
    else if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return quoted ? undefined : [...cells, cell];
}
