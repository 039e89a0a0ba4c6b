import { makeRecordings } from './recordings/make.ts';

/** Makes the recordings that the music is played from: `npx tsx scripts/make-recordings.ts`. Costs nothing when nothing changed. */
void makeRecordings((line) => process.stdout.write(`${line}\n`));
