import { fault, ok, type Result } from '../../../engine/index.ts';
import { checkClaims } from '../claims/check-claims.ts';
import type { TextFormat } from '../format.ts';
import { RECORDING_FORMATS } from '../formats/index.ts';
import type { ParsedRecording, ReadOptions, RowParser } from '../parser.ts';
import { badFile, badLine, noBeats, type BadRecording, type ReadRecording } from '../recording.ts';
import { countedAt } from '../values/packet-rate.ts';
import { lineSplitter } from './line-splitter.ts';
import { HEAD_BYTES, isWhole, readWhole } from './packed-files.ts';

/** Eight weeks of beats; more would not fit into memory. */
const MAX_ITEMS = 5_000_000;
/** The longest EDF recordings come near it. */
const MAX_BYTES = 1 << 28;
/** Levels of packing (a zip in a zip); no real recording goes deeper. */
const MAX_DEPTH = 2;

export interface RecordingReader {
  /** Takes the next bytes, cut anywhere. A fault is final: later calls return it again. */
  push(chunk: Uint8Array): BadRecording | undefined;
  /** Returns the recording, or its first fault. */
  end(): Result<ReadRecording, BadRecording>;
}

interface Part {
  push(chunk: Uint8Array): BadRecording | undefined;
  end(): Result<ParsedRecording, BadRecording>;
}

/**
 * Reads a recording piece by piece, so that a huge or foreign file is refused as soon as it shows. The format is
 * recognised by the bytes, and by the file's name only where these leave it open.
 *
 * @param name  of the file; it becomes the recording's
 */
export function createRecordingReader(name: string, options: ReadOptions = {}): RecordingReader {
  const part = partReader(name, options, 0);
  let failed: BadRecording | undefined;
  return {
    push: (chunk) => (failed ??= part.push(chunk)),
    end() {
      const read = failed ? fault(failed) : part.end();
      if (!read.ok) return read;
      const checked = checkClaims(countedAt(read.value, options.rateHz), options);
      return checked.ok ? ok({ ...checked.value, name }) : checked;
    },
  };
}

function partReader(name: string, options: ReadOptions, depth: number): Part {
  let head = new Uint8Array();
  let part: Part | undefined;
  const begin = (): Part =>
    (part ??= isWhole(name, head) ? wholeFile(name, options, depth) : textFile(options));
  return {
    push(chunk) {
      if (part) return part.push(chunk);
      head = joined([head, chunk]);
      return head.length < HEAD_BYTES ? undefined : begin().push(head);
    },
    end() {
      if (part) return part.end();
      const failed = begin().push(head);
      return failed ? fault(failed) : begin().end();
    },
  };
}

function wholeFile(name: string, options: ReadOptions, depth: number): Part {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return {
    push(chunk) {
      chunks.push(chunk);
      length += chunk.length;
      return length > MAX_BYTES
        ? badFile('too-long', 'it is larger than 256 MB; cut it into pieces')
        : undefined;
    },
    end: () =>
      readWhole({ ...options, name, bytes: joined(chunks) }, (inner, bytes) => {
        if (depth === MAX_DEPTH)
          return fault(badFile('unknown-format', 'it is packed more than twice; unpack it'));
        const reader = partReader(inner, options, depth + 1);
        const failed = reader.push(bytes);
        return failed ? fault(failed) : reader.end();
      }),
  };
}

/** The format is recognised by the first line that is neither blank nor a comment (`#`, `%`, `//`). */
function textFile(options: ReadOptions): Part {
  let rows: RowParser | undefined;
  let torn: string | undefined;
  let open = false;

  const lines = lineSplitter((text, line, last) => {
    if (isRemark(text)) return undefined;
    open = last;
    if (rows) {
      const bad =
        rows.count >= MAX_ITEMS
          ? badLine('too-long', line, `more than ${MAX_ITEMS} beats; split the file`)
          : rows.row(text, line, last);
      if (!bad || !last || rows.count === 0) return bad;
      torn = `it breaks off in line ${line}`;
      return undefined;
    }
    const begun = parserFor(text, line, options);
    if ('code' in begun) return begun;
    rows = begun.rows;
    return begun.hasHeader ? undefined : rows.row(text, line);
  });

  return {
    push: (chunk) => lines.push(chunk),
    end() {
      const failed = lines.end();
      if (failed) return fault(failed);
      if (!rows) return fault(noBeats());
      const read = rows.finish();
      if (!read.ok) return read;
      return ok(
        torn === undefined ? (open ? withoutCutEnd(read.value) : read.value) : partly(read.value, torn),
      );
    },
  };
}

/** Drops the last interval of a file that ends in the middle of a number: it may lack digits. */
function withoutCutEnd(read: ParsedRecording): ParsedRecording {
  const [before, last] = read.items.slice(-2);
  if (before?.type !== 'intervals' || last?.type !== 'intervals') return read;
  if (last.rrMs[0]! >= before.rrMs[0]! / 2) return read;
  return partly({ ...read, items: read.items.slice(0, -1) }, 'it seems to break off within its last number');
}

const partly = (read: ParsedRecording, partial: string): ParsedRecording => ({
  ...read,
  found: { ...read.found, partial },
});

const KUBIOS_REPORT = /^[\s"%]*kubios hrv\b/i;
const REPORT_ONLY =
  "this is Kubios' report of results, which has figures and not the beats as they were; " +
  'open the file of RR intervals that it was made from';

const isRemark = (text: string): boolean => /^\s*(?:$|#|%|\/\/)/.test(text);

const FORMATS = RECORDING_FORMATS.filter((format): format is TextFormat => format.kind === 'text');

function parserFor(
  first: string,
  line: number,
  options: ReadOptions,
): { readonly rows: RowParser; readonly hasHeader: boolean } | BadRecording {
  if (KUBIOS_REPORT.test(first)) return badFile('empty', REPORT_ONLY);
  // The last format accepts whatever the others do not.
  const { open, hasHeader } = FORMATS.find(({ tells }) => tells(first)) ?? FORMATS.at(-1)!;
  const rows = open(first, line, options);
  return 'code' in rows ? rows : { rows, hasHeader };
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
