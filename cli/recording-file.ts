import { createReadStream, existsSync, openAsBlob, readFileSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import {
  openRecording,
  readRecordingStream,
  type GivenFile,
  type ReadOptions,
  type ReadRecording,
} from '../devices/index.ts';
import { BadInput } from './bad-input.ts';
import { noteRead } from './files-read.ts';

/**
 * Reads a recording of any format from disk; of a folder, the `IBI.csv` in it, or the first recording. Says on standard
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
  const reading = isFolder(file)
    ? filesIn(file).then((files) => openRecording(files, options))
    : readRecordingStream(basename(file), createReadStream(file), { ...options, sibling });
  const result = await reading.catch((cause: unknown) => {
    throw new BadInput(`${path}: ${openFault(cause)}`, { cause });
  });
  if (!result.ok) throw new BadInput(`${path}: ${result.fault.message}`);
  const { partial, warnings } = result.value.found;
  if (partial !== undefined) say(`${path}: only a part of it was read: ${partial}`);
  for (const warning of warnings) say(`${path}: ${warning}`);
  return result.value;
}

const complain = (sentence: string): void => {
  process.stderr.write(`attune: ${sentence}\n`);
};

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Files in a folder that are looked at. */
const MOST_FILES = 500;

/** The files in a folder and below, in the order of their names. */
async function filesIn(folder: string): Promise<readonly GivenFile[]> {
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .slice(0, MOST_FILES);
  return Promise.all(
    paths.map(async (path) => {
      noteRead(path);
      return {
        name: basename(path),
        path: relative(folder, path).split(sep).join('/'),
        content: await openAsBlob(path),
      };
    }),
  );
}

/** An Empatica download unpacks to a folder, of which one file has the beats. */
function fileOf(path: string): string {
  const ibi = join(path, 'IBI.csv');
  return isFolder(path) && existsSync(ibi) ? ibi : path;
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
