import { ok, type Result } from '../../engine/index.ts';
import { jsonLinesReader } from './json-lines.ts';
import { lineSplitter } from './line-splitter.ts';
import { badFile, badLine, numberIn, refuse, type BadRecording, type Recording } from './recording.ts';
import type { RowReader } from './row-reader.ts';
import { rrCsvReader } from './rr-csv.ts';
import { rrTextReader } from './rr-text.ts';

/** Eight weeks of beats; more is no session, and would not fit into memory. */
const MOST_ITEMS = 5_000_000;

export interface RecordingReader {
  /** The next bytes, cut anywhere. A fault stays: reading on is of no use. */
  push(chunk: Uint8Array): BadRecording | undefined;
  /** The recording, or the first fault of it. */
  end(): Result<Recording, BadRecording>;
}

/**
 * Reads a recording piece by piece, so that a huge or foreign file is refused as soon as it shows. The format is told by
 * the first line that is neither blank nor a comment (`#`, `%`, `//`), whatever the file's name.
 *
 * @param name  of the file; it becomes the recording's
 */
export function createRecordingReader(name: string): RecordingReader {
  let rows: RowReader | undefined;
  let failed: BadRecording | undefined;

  const lines = lineSplitter((text, line) => {
    if (isRemark(text)) return undefined;
    if (rows) {
      const tooMany = rows.items.length >= MOST_ITEMS;
      return tooMany
        ? badLine('too-long', line, `more than ${MOST_ITEMS} beats; split the file`)
        : rows.row(text, line);
    }
    const reader = readerFor(text, line);
    if ('code' in reader) return reader;
    rows = reader;
    return rows.format === 'rr-csv' ? undefined : rows.row(text, line);
  });

  return {
    push: (chunk) => (failed ??= lines.push(chunk)),
    end() {
      failed ??= lines.end() ?? rows?.finish();
      if (failed) return refuse(failed);
      return rows && rows.items.length > 0
        ? ok({ format: rows.format, name, items: rows.items })
        : refuse(badFile('empty', 'there are no beats in this file; export it again, or choose another'));
    },
  };
}

const isRemark = (text: string): boolean => /^\s*(?:$|#|%|\/\/)/.test(text);

function readerFor(first: string, line: number): RowReader | BadRecording {
  if (first.trimStart().startsWith('{')) return jsonLinesReader(first, line);
  return Number.isNaN(numberIn(first)) ? rrCsvReader(first, line) : rrTextReader();
}
