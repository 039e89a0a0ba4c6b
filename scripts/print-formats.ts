/** Prints the table of the recordings that are read; with `--write`, puts it into docs/devices.md. */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { formatsTable } from '../devices/recordings/formats-table.ts';
import { RECORDING_FORMATS } from '../devices/recordings/formats/index.ts';

const DOCS = 'docs/devices.md';
const TABLE = /^\| format .*\n(?:\|.*\n)+/m;

const table = await format(formatsTable(RECORDING_FORMATS), {
  ...(await resolveConfig(DOCS)),
  parser: 'markdown',
});
if (process.argv.includes('--write')) {
  const text = readFileSync(DOCS, 'utf8');
  if (!TABLE.test(text)) throw new Error(`${DOCS} has no table that begins with "| format "`);
  writeFileSync(
    DOCS,
    text.replace(TABLE, () => table),
  );
} else process.stdout.write(table);
