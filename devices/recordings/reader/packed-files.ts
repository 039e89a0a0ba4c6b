import { fault, ok, type Result } from '../../../engine/index.ts';
import type { WholeFileFormat } from '../format.ts';
import { RECORDING_FORMATS } from '../formats/index.ts';
import { refusalOfBytes, refusalOfEntries } from '../formats/refusals.ts';
import { badFile, MOST_AT_ONCE, NOT_TEXT, type BadRecording } from '../recording.ts';
import type { ParsedRecording, ReadOptions, WholeFile } from '../parser.ts';
import { pathBeside } from './folder.ts';
import { encodingOf, withoutPadding } from '../values/text-chunks.ts';
import { DAMAGED, gzipped, isGzip, isZip, zipEntries, type Packed } from './unpack.ts';

const FORMATS = RECORDING_FORMATS.filter((format): format is WholeFileFormat => format.kind === 'whole-file');

/** Takes a file's bytes one after another, and then says what they are. */
export interface Part {
  push(chunk: Uint8Array): BadRecording | undefined;
  end(): Result<ParsedRecording, BadRecording>;
}

/** Begins to read a file that lies within another. */
export type BeginInner = (name: string, siblings: Pick<ReadOptions, 'sibling'>) => Part;

/** Bytes needed to recognise any of the formats; EDF needs the most. */
export const HEAD_BYTES = 256;

/** Whether a file with these first bytes must be read as a whole: judged by the bytes, else by the name. */
export const isWhole = (name: string, head: Uint8Array): boolean =>
  isGzip(head) ||
  isZip(head) ||
  FORMATS.some((format) => format.recognisedByHead && format.tells(name, head)) ||
  refusalOfBytes(head) !== undefined ||
  isBinary(head);

/** Text has almost no control characters besides tabs and line breaks, unless it is UTF-16, and NUL only at its end. */
function isBinary(head: Uint8Array): boolean {
  if (encodingOf(head) !== 'utf-8') return false;
  const text = head.subarray(0, withoutPadding(head));
  const controls = text.filter((byte) => byte < 32 && (byte < 9 || byte > 13)).length;
  // Annotations end with NUL, too; they have no lines, and do not begin as a document.
  const padded = text.length < head.length && !(text.includes(10) || text.includes(13) || isDocument(text));
  return padded || text.includes(0) || controls > text.length / 10;
}

const isDocument = (text: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?[[{<]/.test(String.fromCharCode(...text.subarray(0, 4)));

/** @param inner  reads what is packed within, whatever its format */
export function readWhole(file: WholeFile, inner: BeginInner): Result<ParsedRecording, BadRecording> {
  const { name, bytes } = file;
  if (isGzip(bytes)) {
    const one = gzipped(name.replace(/\.gz$/i, ''), bytes);
    return one ? unpacked(one, inner(one.name, file)) : fault(DAMAGED);
  }
  if (isZip(bytes)) return readZip(bytes, inner);
  const refusal = refusalOfBytes(bytes);
  if (refusal) return fault(refusal);
  const format = FORMATS.find(({ tells }) => tells(name, bytes));
  return format ? format.parse(file) : fault(NOT_TEXT);
}

function unpacked({ size, unpack, stream }: Packed, part: Part): Result<ParsedRecording, BadRecording> {
  const bytes = size > MOST_AT_ONCE ? undefined : unpack();
  if (bytes?.ok === false) return bytes;
  const failed = bytes ? part.push(bytes.value) : stream((chunk) => part.push(chunk));
  return failed ? fault(failed) : part.end();
}

/** A zip with more files than this is tried no further. */
const MAX_ENTRIES = 50;

/** Files that lie in an export beside what is read, and have no beats. */
const NO_RECORDING =
  /(?:^|\/)(?:\.|__MACOSX)|\.(?:png|jpe?g|gif|svg|pdf|html?|gpx|mp3|m4a|wav|md)$|_cda\.xml$/i;
/** The one file with the beats of a download that has others: of Empatica, and of Apple Health. */
const THE_BEATS = /(?:^|\/)(?:IBI\.csv|apple_health_export\/[^/]+\.xml|export\.xml)$/i;

/** The only file with beats, of however many. */
function readZip(bytes: Uint8Array, inner: BeginInner): Result<ParsedRecording, BadRecording> {
  const all = zipEntries(bytes);
  if (!all) return fault(badFile('damaged', 'the zip is damaged or cut off; copy or download it again'));
  const entries = all.filter(({ name }) => !NO_RECORDING.test(name));
  const sibling = (path: string) => (name: string) => {
    const beside = pathBeside(path, name);
    const read = all.find((entry) => entry.name === beside)?.unpack();
    return read?.ok ? read.value : undefined;
  };
  const read = (entry: Packed) => {
    const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
    return unpacked(entry, inner(name, { sibling: sibling(entry.name) }));
  };
  const refusal = refusalOfEntries(all.map(({ name }) => name));
  if (refusal) return fault(refusal);
  const beats = entries.find(({ name }) => THE_BEATS.test(name));
  if (beats) return read(beats);
  return onlyOne(entries.slice(0, MAX_ENTRIES).map((entry) => ({ ...entry, reading: read(entry) })));
}

interface Tried {
  readonly name: string;
  readonly reading: Result<ParsedRecording, BadRecording>;
}

function onlyOne(tried: readonly Tried[]): Result<ParsedRecording, BadRecording> {
  const good = tried.flatMap(({ name, reading }) => (reading.ok ? [{ name, read: reading.value }] : []));
  // A WFDB header and the annotations beside it are one recording.
  const recordings = good.filter(({ name }) => !(good.length > 1 && name.endsWith('.hea')));
  if (recordings.length === 1) return ok(recordings[0]!.read);
  if (recordings.length > 1)
    return fault(
      badFile('unknown-format', `this zip has ${recordings.length} recordings; unpack it and choose one`),
    );
  const faults = tried.flatMap(({ name, reading }) => (reading.ok ? [] : [{ name, bad: reading.fault }]));
  const [told] = [...faults.filter(({ bad }) => !STRANGE.has(bad.reason)), ...faults];
  if (!told) return fault(badFile('empty', 'no file in this zip is a recording; choose another'));
  const { name, bad } = told;
  if (tried.length === 1) return fault(bad);
  return fault({ ...bad, message: `no file in this zip is a recording; ${name}: ${bad.message}` });
}

/** Faults that say nothing of what a file is. */
const STRANGE: ReadonlySet<BadRecording['reason']> = new Set(['unknown-format', 'not-text', 'damaged']);
