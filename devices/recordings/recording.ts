import type { IntervalsRead, PacketReceived } from '../../engine/index.ts';

/** A recorded input, without the fields that only a session can add. */
export type RecordingItem =
  Omit<IntervalsRead, 'author' | 'sensor'> | Omit<PacketReceived, 'author' | 'sensor'>;

/** What kind of file a recording came from; `formats/` has what is read of each. */
export type RecordingFormatId =
  /** A table with a column of RR intervals, of whatever app. */
  | 'rr-csv'
  /** One RR interval a line, back to back from 0: Elite HRV, Kubios and many others. */
  | 'rr-text'
  /** One time of a beat a line. */
  | 'beat-times'
  /** JSON lines of 0x2A37 payloads with `t_s` and `hex`. */
  | 'packet-lines'
  /** JSON lines of Attune's own session events. */
  | 'session-log'
  | 'event-log'
  | 'fit'
  | 'polar-hrm'
  | 'empatica-ibi'
  | 'wfdb'
  | 'edf'
  | 'ishne'
  | 'bids-events'
  | 'bids-physio'
  /** A JSON document with intervals in it, of whatever app. */
  | 'json'
  /** An XML document with intervals in it, such as Suunto's. */
  | 'xml'
  /** Apple Health's export.xml. */
  | 'apple-health';

/** Beats that were written down: what `replaySensor` plays and the command line reads. */
export interface Recording {
  readonly format: RecordingFormatId;
  readonly name: string;
  /** At least one; `atMs` is the recording's own time in ms and never falls. */
  readonly items: readonly RecordingItem[];
}

/** What a reader found out about a file, and on what grounds. */
export interface Found {
  /** The file in plain words. */
  readonly what: string;
  readonly device?: string;
  /** When it was recorded, ISO 8601; without a zone it is the device's local time. */
  readonly startedAt?: string;
  /** The unit of the file's intervals or beat times, and its origin: the file, its values, or the caller. */
  readonly unit: { readonly name: string; readonly from: 'format' | 'header' | 'values' | 'option' };
  /** - `written`: when each interval ended, or began, stands in the file
   *  - `arrival`: the file's times are too coarse or too late for single beats, so intervals follow each other, and
   *    times only show where some are missing
   *  - `summed`: there are no times; intervals follow each other from 0 */
  readonly times: 'written' | 'arrival' | 'summed';
  /** Why this is not the whole recording; absent if it is, as far as can be seen from the file. */
  readonly partial?: string;
  /** Sentences for the person about what not to rely on. */
  readonly warnings: readonly string[];
}

/** A recording out of a file. */
export interface ReadRecording extends Recording {
  readonly found: Found;
}

/** Why a recording cannot be read. */
export interface BadRecording {
  readonly code: 'bad-recording';
  readonly reason:
    | 'empty'
    | 'not-text'
    | 'line-too-long'
    | 'unknown-format'
    | 'unknown-unit'
    | 'heart-rate-only'
    | 'not-milliseconds'
    | 'not-a-number'
    | 'out-of-range'
    | 'unsorted'
    | 'bad-line'
    | 'damaged'
    | 'contradicts-itself'
    | 'too-long';
  /** A sentence for the person: where, what, and what to do; put the file's name before it. */
  readonly message: string;
  /** Counted from 1; absent where it is the file as a whole. */
  readonly line?: number;
}

/** A fault of one line; the message names it. */
export const badLine = (reason: BadRecording['reason'], line: number, what: string): BadRecording => ({
  code: 'bad-recording',
  reason,
  line,
  message: `line ${line}: ${what}`,
});

/** A fault of the file as a whole. */
export const badFile = (reason: BadRecording['reason'], message: string): BadRecording => ({
  code: 'bad-recording',
  reason,
  message,
});

export const noBeats = (why = 'there are no beats in this file'): BadRecording =>
  badFile('empty', `${why}; export it again, or choose another`);

export const NOT_TEXT = badFile(
  'not-text',
  'this is neither text nor a recording that Attune knows; export RR intervals as CSV with the header t_s,rr_ms',
);

/** What is held in memory of one file at once, bytes or characters; the longest EDF recordings come near it. */
export const MOST_AT_ONCE = 1 << 28;

export const TOO_LARGE = badFile('too-long', 'it is larger than 256 MB; cut it into pieces');

/** Text out of a file as it may be shown in a message: short, and without control characters. */
export const shown = (text: string): string => {
  const printable = text.replace(/\p{C}/gu, '·').trim();
  return `"${printable.length > 40 ? `${printable.slice(0, 40)}…` : printable}"`;
};

/** Some programs write a hole in a Holter recording as one interval; anything longer than this is an error. */
const LONGEST_RR_MS = 600_000;
/** The last millisecond that a date can name. */
export const LAST_MS = 8.64e15;

/** The fault of an RR interval in ms, if it has one. */
export function faultOfRr(rrMs: number, line: number, cell: string): BadRecording | undefined {
  if (rrMs > 0 && rrMs <= LONGEST_RR_MS) return undefined;
  if (Number.isNaN(rrMs)) return notANumber('RR interval', line, cell);
  const what = `the RR interval ${shown(cell)} must be more than 0 and at most ${LONGEST_RR_MS} ms`;
  return badLine('out-of-range', line, `${what}; remove that line, which leaves a gap`);
}

const notANumber = (field: string, line: number, cell: string): BadRecording =>
  badLine(
    'not-a-number',
    line,
    `the ${field} ${shown(cell)} is not a number; use digits with a decimal point`,
  );

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** A decimal number, spaces around it allowed; NaN for anything else, such as empty, hexadecimal or "Infinity". */
export function numberIn(cell: string | undefined): number {
  const text = cell?.trim() ?? '';
  return NUMBER.test(text) ? Number(text) : Number.NaN;
}
