import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { readRecordingStream, type Recording } from '../devices/index.ts';
import { BadInput } from './bad-input.ts';

/**
 * Reads a recording from disk.
 * @throws BadInput  it cannot be opened, or is no recording; says the file and, where there is one, the line
 */
export async function recordingFile(path: string): Promise<Recording> {
  const result = await readRecordingStream(basename(path), createReadStream(path)).catch((cause: unknown) => {
    throw new BadInput(`${path}: ${openFault(cause)}`, { cause });
  });
  if (!result.ok) throw new BadInput(`${path}: ${result.fault.message}`);
  return result.value;
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
