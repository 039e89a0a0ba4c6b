import type { Result } from '../../engine/index.ts';
import type { DocumentParser, ParsedRecording, ReadOptions, RowParser, WholeFile } from './parser.ts';
import type { BadRecording, RecordingFormatId } from './recording.ts';

/**
 * A layout that people know by name: one row of the table of formats in
 * docs/devices.md, worded as it appears there.
 */
export interface Layout {
  readonly name: string;
  /** The format id of a recording in this layout. */
  readonly format: RecordingFormatId;
  /** How it is told apart from other layouts. */
  readonly recognisedBy: string;
  /** What is read from it. */
  readonly gives: string;
  /** The unit of its intervals or beats, and where the unit comes from. */
  readonly unit: string;
  /** Where beats stand in time: see `Found`. */
  readonly times: string;
  /** Tested on files that a device or program wrote ("recorded"), or on files that the tests make ("virtual"). */
  readonly tested: string;
}

interface Described {
  /** Unique among the formats. */
  readonly id: string;
  readonly layouts: readonly [Layout, ...Layout[]];
}

/** A line-based text format, recognised by the first line that is neither blank nor a comment. */
export interface TextFormat extends Described {
  readonly kind: 'text';
  readonly tells: (firstLine: string) => boolean;
  /** Whether that first line is a header rather than a row. */
  readonly hasHeader: boolean;
  /** A parser for the rows, or the reason why the file cannot be read. */
  readonly open: (firstLine: string, line: number, options: ReadOptions) => RowParser | BadRecording;
}

/** A format that needs the whole file before anything can be read. */
export interface WholeFileFormat extends Described {
  readonly kind: 'whole-file';
  readonly tells: (name: string, bytes: Uint8Array) => boolean;
  /**
   * Recognised by its first bytes and name even if they look like text; otherwise it is only tried on binary files.
   */
  readonly recognisedByHead: boolean;
  readonly parse: (file: WholeFile) => Result<ParsedRecording, BadRecording>;
}

/** A text without lines of its own, taken piece by piece. */
export interface DocumentFormat extends Described {
  readonly kind: 'document';
  /** By the text's first characters, without spaces before them; of a short first line, all of it. */
  readonly tells: (begin: string) => boolean;
  /** @param name  of the file */
  readonly open: (name: string, options: ReadOptions) => DocumentParser;
}

export type RecordingFormat = TextFormat | WholeFileFormat | DocumentFormat;
