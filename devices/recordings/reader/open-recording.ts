import { fault, type Result } from '../../../engine/index.ts';
import type { BadRecording, ReadRecording } from '../recording.ts';
import type { ReadOptions } from '../parser.ts';

/**
 * Reads a recording from a stream of bytes, such as `fs.createReadStream(path)` or `file.stream()`. Stops reading
 * the stream at the first fault.
 *
 * @throws whatever the stream throws: a file that cannot be opened is not a bad recording
 */
export async function readRecordingStream(
  name: string,
  chunks: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<Result<ReadRecording, BadRecording>> {
  const reading = chunks[Symbol.asyncIterator]();
  // In parallel: a stream that fails while the readers are being fetched must have a handler.
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

/** A file dropped on the page or chosen in it. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The first of these files that is a recording; the others are its siblings, such as a WFDB header. The readers are
 * loaded with the first file, so that the page does not carry them from the start.
 *
 * @returns if none is a recording, the most specific fault; its message names the file if there are several
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
