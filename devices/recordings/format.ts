import type { Result } from '../../engine/index.ts';
import type { ParsedRecording, ReadOptions, RowParser, WholeFile } from './parser.ts';
import type { BadRecording, RecordingFormatId } from './recording.ts';

/**
 * A layout that people know by a name: a line of the table "what is read" in docs/devices.md. Words as they stand
 * there.
 */
export interface Layout {
  readonly name: string;
  /** What a recording of it says that it is. */
  readonly format: RecordingFormatId;
  /** What tells it from others. */
  readonly recognisedBy: string;
  /** What is taken from it. */
  readonly gives: string;
  /** What its intervals or beats are counted in, and who says so. */
  readonly unit: string;
  /** Where beats stand in time: see `Found`. */
  readonly times: string;
  /** On files that a device or program wrote ("recorded"), or on files that the tests make ("virtual"). */
  readonly tested: string;
}

interface Described {
  /** Unique in the list. */
  readonly id: string;
  readonly layouts: readonly [Layout, ...Layout[]];
}

/** Lines of text, told by the first of them that is neither blank nor a comment. */
export interface TextFormat extends Described {
  readonly kind: 'text';
  readonly tells: (firstLine: string) => boolean;
  /** Whether that first line is a header, and no row. */
  readonly hasHeader: boolean;
  /** A parser for the rows, or why there can be none. */
  readonly open: (firstLine: string, line: number, options: ReadOptions) => RowParser | BadRecording;
}

/** A file that must be there as a whole before anything can be read. */
export interface WholeFileFormat extends Described {
  readonly kind: 'whole-file';
  readonly tells: (name: string, bytes: Uint8Array) => boolean;
  /**
   * The first bytes and the name tell it, though they may look like text; otherwise it is asked for binary files
   * only.
   */
  readonly recognisedByHead: boolean;
  readonly parse: (file: WholeFile) => Result<ParsedRecording, BadRecording>;
}

export type RecordingFormat = TextFormat | WholeFileFormat;
