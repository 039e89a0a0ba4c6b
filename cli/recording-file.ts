import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readRecordingStream, type ReadOptions, type ReadRecording } from '../devices/index.ts';
import { BadInput } from './bad-input.ts';

/**
 * Reads a recording of any format from disk; of a folder, the `IBI.csv` in it. Says on standard
 * error where it is not the whole recording.
 * @throws BadInput  it cannot be opened, or is no recording; says the file and, where there is one, the line
 */
export async function recordingFile(
  path: string,
  options: Pick<ReadOptions, 'rateHz'> = {},
): Promise<ReadRecording> {
  const file = fileOf(path);
  const sibling = (name: string) => {
    const [above] = /^(?:\.\.\/)*/.exec(name)!;
    const other = join(dirname(resolve(file)), above, basename(name));
    return existsSync(other) ? readFileSync(other) : undefined;
  };
  const bytes = createReadStream(file);
  const result = await readRecordingStream(basename(file), bytes, { ...options, sibling }).catch(
    (cause: unknown) => {
      throw new BadInput(`${path}: ${openFault(cause)}`, { cause });
    },
  );
  if (!result.ok) throw new BadInput(`${path}: ${result.fault.message}`);
  const { partial } = result.value.found;
  if (partial !== undefined)
    process.stderr.write(`attune: ${path}: only a part of it was read: ${partial}\n`);
  return result.value;
}

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
