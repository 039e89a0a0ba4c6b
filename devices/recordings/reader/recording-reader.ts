import { fault, ok, type Result } from '../../../engine/index.ts';
import { checkClaims } from '../claims/check-claims.ts';
import type { DocumentFormat } from '../format.ts';
import { RECORDING_FORMATS } from '../formats/index.ts';
import type { DocumentParser, ReadOptions } from '../parser.ts';
import {
  badFile,
  MOST_AT_ONCE,
  NOT_TEXT,
  TOO_LARGE,
  type BadRecording,
  type ReadRecording,
} from '../recording.ts';
import { MAX_LINE } from './line-splitter.ts';
import { HEAD_BYTES, isWhole, readWhole, type Part } from './packed-files.ts';
import { joined, textChunks, textOf } from '../values/text-chunks.ts';
import { textFile } from './text-file.ts';
import { countedAt } from '../values/packet-rate.ts';

/** Levels of packing (a zip in a zip); no real recording goes deeper. */
const MAX_DEPTH = 2;

export interface RecordingReader {
  /** Takes the next bytes, cut anywhere. A fault is final: later calls return it again. */
  push(chunk: Uint8Array): BadRecording | undefined;
  /** Returns the recording, or its first fault. */
  end(): Result<ReadRecording, BadRecording>;
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

const DOCUMENTS = RECORDING_FORMATS.filter((format): format is DocumentFormat => format.kind === 'document');

function partReader(name: string, options: ReadOptions, depth: number): Part {
  let head = new Uint8Array();
  let part: Part | undefined;
  const begin = (): Part => {
    if (isWhole(name, head)) return wholeFile(name, options, depth);
    const text = textOf(head)?.trimStart() ?? '';
    const document = DOCUMENTS.find(({ tells }) => tells(text));
    return document ? documentFile(document.open(name, options)) : textFile(options);
  };
  return {
    push(chunk) {
      if (part) return part.push(chunk);
      head = joined([head, chunk]);
      if (head.length < HEAD_BYTES || isOpenLine(head)) return undefined;
      return (part = begin()).push(head);
    },
    end() {
      if (part) return part.end();
      part = begin();
      const failed = part.push(head);
      return failed ? fault(failed) : part.end();
    },
  };
}

const BRACE = 0x7b;

/** JSON lines and a JSON document are told apart by the whole of the first line. */
const isOpenLine = (head: Uint8Array): boolean =>
  head.length < MAX_LINE && head.subarray(0, 4).includes(BRACE) && !head.includes(10) && !head.includes(13);

function wholeFile(name: string, options: ReadOptions, depth: number): Part {
  const chunks: Uint8Array[] = [];
  let length = 0;
  return {
    push(chunk) {
      chunks.push(chunk);
      length += chunk.length;
      return length > MOST_AT_ONCE ? TOO_LARGE : undefined;
    },
    end: () =>
      readWhole({ ...options, name, bytes: joined(chunks) }, (inner, { sibling }) =>
        depth < MAX_DEPTH
          ? partReader(inner, { ...options, ...(sibling && { sibling }) }, depth + 1)
          : { push: () => TOO_DEEP, end: () => fault(TOO_DEEP) },
      ),
  };
}

const TOO_DEEP = badFile('unknown-format', 'it is packed more than twice; unpack it');

function documentFile(parser: DocumentParser): Part {
  const chunks = textChunks();
  return {
    push(chunk) {
      const text = chunks.push(chunk);
      return text === undefined ? NOT_TEXT : parser.write(text);
    },
    end() {
      const text = chunks.end();
      const failed = text === undefined ? NOT_TEXT : parser.write(text);
      return failed ? fault(failed) : parser.finish();
    },
  };
}
