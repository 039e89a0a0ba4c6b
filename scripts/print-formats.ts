/** Prints the tables of the recordings that are read and refused; with `--write`, puts them into docs/devices.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { formatsTable, refusalsTable } from '../devices/recordings/formats-table.ts';
import { RECORDING_FORMATS } from '../devices/recordings/formats/index.ts';
import { REFUSALS } from '../devices/recordings/formats/refusals.ts';

const DOCS = 'docs/devices.md';
const TABLES = [
  { place: /^\| format .*\n(?:\|.*\n)+/m, table: formatsTable(RECORDING_FORMATS) },
  { place: /^\| refused .*\n(?:\|.*\n)+/m, table: refusalsTable(REFUSALS) },
];

let text = readFileSync(DOCS, 'utf8');
for (const { place, table } of TABLES) {
  const pretty = await format(table, { ...(await resolveConfig(DOCS)), parser: 'markdown' });
  if (!process.argv.includes('--write')) process.stdout.write(`${pretty}\n`);
  if (!place.test(text)) throw new Error(`${DOCS} has no table for ${String(place)}`);
  text = text.replace(place, () => pretty);
}
if (process.argv.includes('--write')) writeFileSync(DOCS, text);
