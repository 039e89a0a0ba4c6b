import type { Result } from '../../engine/index.ts';
import type { BadRecording, Found, ReadRecording, RecordingItem } from './recording.ts';

/** A recording but for the file's name. */
export type ParsedRecording = Omit<ReadRecording, 'name'>;

/** Reads the rows of one text format. */
export interface RowParser {
  /** Rows with beats so far. */
  readonly count: number;
  /** `open`: the file ends without a line end after it, so it may be cut off. */
  row(text: string, line: number, open?: boolean): BadRecording | undefined;
  /** The recording, or what shows only once every row is read. */
  finish(): Result<ParsedRecording, BadRecording>;
}

/** What a reader is told beside the file's own bytes. */
export interface ReadOptions {
  /** A file beside this one, such as a WFDB header or a BIDS sidecar; `undefined` where there is none. */
  readonly sibling?: (name: string) => Uint8Array | undefined;
  /** What beat times or intervals are counted in, 1/s, where the file leaves it open. */
  readonly rateHz?: number;
}

/** A whole file for the formats that cannot be read line by line. */
export interface WholeFile extends ReadOptions {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const intervalsAt = (atMs: number, rrMs: number): RecordingItem => ({
  type: 'intervals',
  atMs,
  rrMs: [rrMs],
});

/** A reading, with optional fields left out where there is nothing to say. */
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
