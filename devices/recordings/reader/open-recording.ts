import { fault, type Result } from '../../../engine/index.ts';
import type { BadRecording, ReadRecording } from '../recording.ts';
import type { ReadOptions } from '../parser.ts';

/**
 * A recording out of a stream of bytes, such as `fs.createReadStream(path)` or `file.stream()`. At the first fault the
 * stream is left, not read to its end.
 *
 * @throws whatever the stream throws: a file that cannot be opened is no fault of the recording
 */
export async function readRecordingStream(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<Result<ReadRecording, BadRecording>> {
  const reading = chunks[Symbol.asyncIterator]();
  // Together, since a stream that fails while the readers are fetched must find somebody who listens.
  const [first, { createRecordingReader }] = await Promise.all([
    reading.next(),
    import('./recording-reader.ts'),
  ]);
  const reader = createRecordingReader(name, options);
  for (let chunk = first; chunk.done !== true; chunk = await reading.next())
    if (reader.push(chunk.value)) {
      await reading.return?.();
      break;
    }
  return reader.end();
}

/** A file as a page is given it: dropped or chosen. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The first of these files that is a recording; the others lie beside it, as a WFDB header does. The readers are
 * fetched when the first file comes, so that a page without one does not carry them.
 *
 * @returns where none is, the most telling fault, its message with the file's name where there are several
 */
export async function openRecording(
  files: readonly GivenFile[],
): Promise<Result<ReadRecording, BadRecording>> {
  const { readRecording } = await import('./read-recording.ts');
  const sibling = (name: string) => files.find((file) => file.name === name)?.bytes;
  const faults: BadRecording[] = [];
  for (const { name, bytes } of files) {
    const read = readRecording(name, bytes, { sibling });
    if (read.ok) return read;
    const { message } = read.fault;
    faults.push({ ...read.fault, message: files.length > 1 ? `${name}: ${message}` : message });
  }
  return fault(faults.find(({ reason }) => reason !== 'unknown-format') ?? faults[0] ?? NO_FILE);
}

const NO_FILE: BadRecording = {
  code: 'bad-recording',
  reason: 'empty',
  message: 'there was no file in that; drop a file of RR intervals',
};
