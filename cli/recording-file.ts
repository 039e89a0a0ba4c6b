import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readRecordingStream, type ReadOptions, type ReadRecording } from '../devices/index.ts';
import { BadInput } from './bad-input.ts';
import { noteRead } from './files-read.ts';

/**
 * Reads a recording of any format from disk; of a folder, the `IBI.csv` in it. Says on standard
 * error where it is not the whole recording, and what not to rely on.
 * @throws BadInput  it cannot be opened, or is no recording; says the file and, where there is one, the line
 */
export async function recordingFile(
  path: string,
  options: Pick<ReadOptions, 'rateHz' | 'asIs'> = {},
  say: (sentence: string) => void = complain,
): Promise<ReadRecording> {
  const file = fileOf(path);
  const sibling = (name: string) => {
    const [above] = /^(?:\.\.\/)*/.exec(name)!;
    const other = join(dirname(resolve(file)), above, basename(name));
    if (!existsSync(other)) return undefined;
    noteRead(other);
    return readFileSync(other);
  };
  noteRead(file);
  const bytes = createReadStream(file);
  const result = await readRecordingStream(basename(file), bytes, { ...options, sibling }).catch(
    (cause: unknown) => {
      throw new BadInput(`${path}: ${openFault(cause)}`, { cause });
    },
  );
  if (!result.ok) throw new BadInput(`${path}: ${result.fault.message}`);
  const { partial, warnings } = result.value.found;
  if (partial !== undefined) say(`${path}: only a part of it was read: ${partial}`);
  for (const warning of warnings) say(`${path}: ${warning}`);
  return result.value;
}

const complain = (sentence: string): void => {
  process.stderr.write(`attune: ${sentence}\n`);
};

/** An Empatica download unpacks to a folder, of which one file has the beats. */
function fileOf(path: string): string {
  const ibi = join(path, 'IBI.csv');
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() && existsSync(ibi) ? ibi : path;
}

/** What a failed open or read means, in words. */
export function openFault(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'reading it is not allowed; check its permissions';
    case 'EISDIR':
      return 'this is a folder; name the files in it';
    default:
      return cause instanceof Error ? cause.message : String(cause);
  }
}
