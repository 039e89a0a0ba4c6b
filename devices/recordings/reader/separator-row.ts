/** What a spreadsheet's own first line says of the rows below it. */
export interface SeparatorRow {
  /** A row as it would be with a separator that tables know. */
  translated(row: string): string;
}

const ROW = /^\s*"?sep=(.)"?[;,\t\s]*$/i;
const KNOWN = [';', ',', '\t'];

/** The line `sep=;`, by which Excel is told the separator; `undefined` for any other. */
export function separatorRow(line: string): SeparatorRow | undefined {
  const [, separator] = ROW.exec(line) ?? [];
  if (separator === undefined) return undefined;
  return { translated: (row) => (KNOWN.includes(separator) ? row : row.split(separator).join('\t')) };
}
