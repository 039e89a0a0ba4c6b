import { fault, ok, type Result } from '../../../engine/index.ts';
import type { WholeFileFormat } from '../format.ts';
import { RECORDING_FORMATS } from '../formats/index.ts';
import { badFile, type BadRecording } from '../recording.ts';
import type { ParsedRecording, WholeFile } from '../parser.ts';
import { gunzip, isGzip, isZip, zipEntries, type Packed } from './unpack.ts';

const FORMATS = RECORDING_FORMATS.filter((format): format is WholeFileFormat => format.kind === 'whole-file');

/** Reads a file that lies within another. */
export type ReadInner = (name: string, bytes: Uint8Array) => Result<ParsedRecording, BadRecording>;

/** Bytes needed to recognise any of the formats; EDF needs the most. */
export const HEAD_BYTES = 256;

/** Whether a file with these first bytes must be read as a whole: judged by the bytes, else by the name. */
export const isWhole = (name: string, head: Uint8Array): boolean =>
  isGzip(head) ||
  isZip(head) ||
  FORMATS.some((format) => format.recognisedByHead && format.tells(name, head)) ||
  isBinary(head);

/** Text has almost no control characters besides tabs and line breaks, unless it is UTF-16. */
function isBinary(head: Uint8Array): boolean {
  const [first, second] = head;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return false;
  const controls = head.filter((byte) => byte < 32 && (byte < 9 || byte > 13)).length;
  return head.includes(0) || controls > head.length / 10;
}

/** @param inner  reads what is packed within, whatever its format */
export function readWhole(file: WholeFile, inner: ReadInner): Result<ParsedRecording, BadRecording> {
  const { name, bytes } = file;
  if (isGzip(bytes))
    return unpacked({ name: name.replace(/\.gz$/i, ''), unpack: () => gunzip(bytes) }, inner);
  if (isZip(bytes)) return readZip(bytes, inner);
  const format = FORMATS.find(({ tells }) => tells(name, bytes));
  return format ? format.parse(file) : fault(NEITHER);
}

const unpacked = ({ name, unpack }: Packed, inner: ReadInner): Result<ParsedRecording, BadRecording> => {
  const bytes = unpack();
  return bytes.ok ? inner(name, bytes.value) : bytes;
};

/** The IBI.csv of an Empatica download, or the only file with beats. */
function readZip(bytes: Uint8Array, inner: ReadInner): Result<ParsedRecording, BadRecording> {
  const entries = zipEntries(bytes)?.filter(({ name }) => !/(?:^|\/)(?:\.|__MACOSX)/.test(name));
  if (!entries) return fault(badFile('damaged', 'the zip is damaged or cut off; copy or download it again'));
  const ibi = entries.find(({ name }) => /(?:^|\/)IBI\.csv$/.test(name));
  if (ibi) return unpacked(ibi, inner);
  const readings = entries.slice(0, MAX_ENTRIES).map((entry) => unpacked(entry, inner));
  const good = readings.flatMap((reading) => (reading.ok ? [reading.value] : []));
  if (good.length === 1) return ok(good[0]!);
  if (good.length > 1)
    return fault(
      badFile('unknown-format', `this zip has ${good.length} recordings; unpack it and choose one`),
    );
  return readings[0] && entries.length === 1
    ? readings[0]
    : fault(badFile('empty', 'no file in this zip is a recording'));
}

/** A zip with more files than this is not a recording. */
const MAX_ENTRIES = 50;

const NEITHER = badFile(
  'not-text',
  'this is neither text nor a recording that Attune knows; export RR intervals as CSV with the header t_s,rr_ms',
);
