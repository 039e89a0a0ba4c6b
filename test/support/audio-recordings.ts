import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRecordings, RECORDINGS } from '../../scripts/recordings/make.ts';
import type { ReadRecordings } from '../../web/audio/recordings.ts';

let making: Promise<void> | undefined;

/** Reads what the app would fetch, from where the build puts it; made first where it is missing or out of date. */
export const readRecordings: ReadRecordings = async ({ id }) => {
  making ??= makeRecordings(() => undefined);
  await making;
  const path = join(RECORDINGS, `${id}.mp3`);
  if (!existsSync(path)) throw new Error(`no recordings of "${id}"`);
  const file = readFileSync(path);
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
};
