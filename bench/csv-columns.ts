import { readFileSync } from 'node:fs';

/** The rows of a plain CSV file (no quotes) by column name. */
export function readCsv(path: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((one, i) => [one, cells[i] ?? '']));
  });
}
