import { parseArgs } from 'node:util';
import { makeRecordings } from './recordings/make.ts';

/**
 * Makes the recordings that the music is played from: `npx tsx scripts/make-recordings.ts`; with `--share 0/2` the
 * first half of them. Costs nothing when nothing changed.
 */
const { values } = parseArgs({ options: { share: { type: 'string', default: '0/1' } } });
const [nth = 0, of = 1] = values.share.split('/').map(Number);
void makeRecordings((line) => process.stdout.write(`${line}\n`), { nth, of });
