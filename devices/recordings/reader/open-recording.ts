import { fault, type Result } from '../../../engine/index.ts';
import type { BadRecording, ReadRecording } from '../recording.ts';
import { pathBeside } from './folder.ts';
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
  /** Where it lies among the others, if a folder was given: `study/sub-01/beats.tsv`. */
  readonly path?: string;
  readonly content: Blob;
}

/** Of the files that came along, as many bytes are kept at hand as siblings, the smallest first. */
const SIBLING_BYTES = 1 << 28;
/** Files of a folder that are looked at. */
const MOST_FILES = 500;
/** What systems put into folders. */
const HIDDEN = /(?:^|\/)(?:\.|__MACOSX|Thumbs\.db|desktop\.ini)/i;

/**
 * The first of these files that is a recording; the others are its siblings, such as a WFDB header. The readers are
 * loaded with the first file, so that the page does not carry them from the start. A file is read as a stream, so
 * that a large one needs no memory.
 *
 * @returns if none is a recording, the most specific fault; its message names the file if there are several
 * @throws whatever the browser throws where a file cannot be read
 */
export async function openRecording(all: readonly GivenFile[]): Promise<Result<ReadRecording, BadRecording>> {
  const files = all.filter(({ name, path }) => !HIDDEN.test(path ?? name)).slice(0, MOST_FILES);
  const siblings = files.length > 1 ? await siblingsAmong(files) : new Map<string, Uint8Array>();
  const faults: BadRecording[] = [];
  for (const { name, path = name, content } of files) {
    const sibling = (other: string) => {
      const beside = pathBeside(path, other);
      return beside === undefined ? undefined : siblings.get(beside);
    };
    const read = await readRecordingStream(name, chunksOf(content), { sibling });
    if (read.ok) return read;
    const { message } = read.fault;
    faults.push({ ...read.fault, message: files.length > 1 ? `${path}: ${message}` : message });
  }
  return fault(faults.find(({ reason }) => reason !== 'unknown-format') ?? faults[0] ?? NO_FILE);
}

async function siblingsAmong(files: readonly GivenFile[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const siblings = new Map<string, Uint8Array>();
  let left = SIBLING_BYTES;
  for (const { name, path = name, content } of files.toSorted((a, b) => a.content.size - b.content.size)) {
    left -= content.size;
    if (left < 0) break;
    siblings.set(path, new Uint8Array(await content.arrayBuffer()));
  }
  return siblings;
}

/** Bytes of a file; not every browser lets a stream be walked through with `for await`. */
async function* chunksOf(content: Blob): AsyncGenerator<Uint8Array> {
  const reader = content.stream().getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}

const NO_FILE: BadRecording = {
  code: 'bad-recording',
  reason: 'empty',
  message: 'there was no file in that; drop a file of RR intervals',
};
