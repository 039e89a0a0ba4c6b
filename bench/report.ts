import { fileURLToPath } from 'node:url';

/** What a part of the bench found: for people, and the same as data. */
export interface Report {
  readonly text: string;
  readonly data: unknown;
}

export type Part = (args: readonly string[]) => Report | Promise<Report>;

/** Prints `part` (its data with `--json`) where its file is the command that runs; otherwise it is only imported. */
export async function runAlone(url: string, part: Part): Promise<void> {
  if (process.argv[1] !== fileURLToPath(url)) return;
  const args = process.argv.slice(2);
  const { text, data } = await part(args.filter((arg) => arg !== '--json'));
  console.log(args.includes('--json') ? JSON.stringify(data, undefined, 1) : text);
}

/** Rows of equal fields as columns: numbers to four digits, absent ones as a dash. */
export function columns(rows: readonly object[]): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => names.map((name) => cell((row as Record<string, unknown>)[name])));
  const widths = names.map((name, i) => Math.max(name.length, ...cells.map((row) => row[i]!.length)));
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!)))
      .join('  ')
      .trimEnd();
  return [names, ...cells].map(line).join('\n');
}

function cell(value: unknown): string {
  if (value === undefined) return '–';
  if (typeof value === 'number') return String(Number(value.toFixed(4)));
  return typeof value === 'string' ? value : JSON.stringify(value);
}
