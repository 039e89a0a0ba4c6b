import { readFileSync, writeFileSync } from 'node:fs';
import { settingsDocument } from '../server/index.ts';

/** Writes the table of settings into docs/configuration.md: `npx tsx scripts/configuration-table.ts`. */
const PATH = 'docs/configuration.md';
const text = readFileSync(PATH, 'utf8');
writeFileSync(
  PATH,
  text.replace(/(?<=<!-- settings -->\n)[^]*(?=<!-- end -->)/, () => `\n${settingsDocument()}\n\n`),
);
