import { fault, ok, type Result } from '../../../engine/index.ts';
import { shown, type BadRecording, type ReadRecording } from '../recording.ts';
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

/** Of the other files as many bytes are looked through for further recordings. */
const OTHERS_BYTES = 1 << 26;
/** Of the other recordings as many are named. */
const NAMED = 3;

/**
 * The first of these files that is a recording; the others are its siblings, such as a WFDB header. Where others are
 * recordings of their own, a warning says which was read. The readers are loaded with the first file, so that the page
 * does not carry them from the start. A file is read as a stream, so that a large one needs no memory.
 *
 * @returns if none is a recording, the most specific fault; its message names the file if there are several
 * @throws whatever the browser throws where a file cannot be read
 */
export async function openRecording(
  all: readonly GivenFile[],
  options: Pick<ReadOptions, 'rateHz' | 'asIs'> = {},
): Promise<Result<ReadRecording, BadRecording>> {
  const files = all.filter(({ name, path }) => !HIDDEN.test(path ?? name)).slice(0, MOST_FILES);
  const siblings = files.length > 1 ? await siblingsAmong(files) : new Map<string, Uint8Array>();
  const used = new Set<string>();
  const open = ({ name, path = name, content }: GivenFile) => {
    const sibling = (other: string) => {
      const beside = pathBeside(path, other);
      if (beside !== undefined && siblings.has(beside)) used.add(beside);
      return beside === undefined ? undefined : siblings.get(beside);
    };
    return readRecordingStream(name, chunksOf(content), { ...options, sibling });
  };
  const faults: BadRecording[] = [];
  for (const [i, file] of files.entries()) {
    used.clear();
    const read = await open(file);
    if (read.ok) {
      const rest = files.slice(i + 1).filter((other) => !used.has(pathOf(other)) && !isSame(other, file));
      return ok(besides(read.value, file, await recordingsAmong(rest, open)));
    }
    const { message } = read.fault;
    faults.push({ ...read.fault, message: files.length > 1 ? `${pathOf(file)}: ${message}` : message });
  }
  return fault(faults.find(({ reason }) => reason !== 'unknown-format') ?? faults[0] ?? NO_FILE);
}

const pathOf = ({ name, path = name }: GivenFile): string => path;
/** A header and its signals, or its annotations, are one recording. */
const isSame = (one: GivenFile, other: GivenFile): boolean => recordOf(one) === recordOf(other);
const recordOf = (file: GivenFile): string => pathOf(file).replace(/\.[^./]*$/, '');

/** Recordings among these files, one for each record. */
async function recordingsAmong(
  files: readonly GivenFile[],
  open: (file: GivenFile) => Promise<Result<ReadRecording, BadRecording>>,
): Promise<readonly GivenFile[]> {
  const found: GivenFile[] = [];
  let left = OTHERS_BYTES;
  for (const file of files) {
    left -= file.content.size;
    if (left < 0) break;
    if (found.some((one) => isSame(one, file))) continue;
    if ((await open(file)).ok) found.push(file);
  }
  return found;
}

function besides(read: ReadRecording, taken: GivenFile, others: readonly GivenFile[]): ReadRecording {
  if (others.length === 0) return read;
  const names = others.slice(0, NAMED).map((file) => shown(pathOf(file)));
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : '';
  const warning =
    `${others.length + 1} recordings came together: ${shown(pathOf(taken))} was read, ${names.join(', ')}${more} ` +
    `${others.length === 1 ? 'was' : 'were'} not; open each alone`;
  return { ...read, found: { ...read.found, warnings: [warning, ...read.found.warnings] } };
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
  message: 'there was no file in that; give a file of RR intervals',
};
