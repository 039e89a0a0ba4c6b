import { onGridMs } from './values/time-grid.ts';
import type { Result } from '../../engine/index.ts';
import type { BadRecording, Found, ReadRecording, RecordingItem } from './recording.ts';

/** A recording without the file's name. */
export type ParsedRecording = Omit<ReadRecording, 'name'> & {
  /** What the file itself has for each item's time, ms, where items were placed by other means; for `checkClaims`. */
  readonly clockMs?: readonly number[] | undefined;
};

/** Reads the rows of one text format. */
export interface RowParser {
  /** Rows with beats so far. */
  readonly count: number;
  /** `open`: the file ends without a line break after it, so the row may be cut off. */
  row(text: string, line: number, open?: boolean): BadRecording | undefined;
  /** The recording, or a fault that shows only once every row has been read. */
  finish(): Result<ParsedRecording, BadRecording>;
}

/** Reads one document; its text may be cut anywhere. */
export interface DocumentParser {
  write(text: string): BadRecording | undefined;
  finish(): Result<ParsedRecording, BadRecording>;
}

/** What a reader may know besides the file's own bytes. */
export interface ReadOptions {
  /**
   * Another file of the same folder, such as a WFDB header or a BIDS sidecar, or of a folder above, with a `../` for
   * each; `undefined` if there is none of that name.
   */
  readonly sibling?: (name: string) => Uint8Array | undefined;
  /** The rate in which beat times or intervals are counted, 1/s, where the file does not give it. */
  readonly rateHz?: number;
  /** The person insists: a file that contradicts its own reading is read with a warning. */
  readonly asIs?: boolean;
}

/** A whole file for the formats that cannot be read line by line. */
export interface WholeFile extends ReadOptions {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One interval and its end. Its length is put on a grid, so that seconds and milliseconds read alike. */
export const intervalsAt = (atMs: number, rrMs: number): RecordingItem => ({
  type: 'intervals',
  atMs,
  rrMs: [onGridMs(rrMs)],
});

/** The result of a reading; optional fields are left out where they do not apply. */
export function found(
  facts: Pick<Found, 'what' | 'unit' | 'times'>,
  more: {
    readonly device?: string | undefined;
    readonly startedAt?: string | undefined;
    readonly partial?: string | undefined;
    readonly warnings?: readonly string[];
  } = {},
): Found {
  const { device, startedAt, partial, warnings = [] } = more;
  return {
    ...facts,
    ...(device !== undefined && { device }),
    ...(startedAt !== undefined && { startedAt }),
    ...(partial !== undefined && { partial }),
    warnings,
  };
}
