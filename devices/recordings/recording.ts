import { fault, type IntervalsRead, type PacketReceived } from '../../engine/index.ts';

/** A recorded input, without what only a session knows of it. */
export type RecordingItem =
  Omit<IntervalsRead, 'author' | 'sensor'> | Omit<PacketReceived, 'author' | 'sensor'>;

/** Beats that were written down: what `replaySensor` plays and the command line reads. */
export interface Recording {
  /** - `rr-csv`: a header with `rr_ms`, and `t_s` or `t_ms` for when each interval ended
   *  - `rr-text`: one RR interval in ms a line, back to back from 0
   *  - `packet-lines`: JSON lines of 0x2A37 payloads with `t_s` and `hex`
   *  - `session-log`: JSON lines of Attune's own session events */
  readonly format: 'rr-csv' | 'rr-text' | 'packet-lines' | 'session-log';
  readonly name: string;
  /** At least one; `atMs` is the recording's own time in ms, as given, and never falls. */
  readonly items: readonly RecordingItem[];
}

/** Why a recording cannot be read. */
export interface BadRecording {
  readonly code: 'bad-recording';
  readonly reason:
    | 'empty'
    | 'not-text'
    | 'line-too-long'
    | 'unknown-format'
    | 'heart-rate-only'
    | 'not-milliseconds'
    | 'not-a-number'
    | 'out-of-range'
    | 'unsorted'
    | 'bad-line'
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

export const refuse = (bad: BadRecording) => fault(bad);

/** Text out of a file as it may be shown in a message: short, and without control characters. */
export const shown = (text: string): string => {
  const printable = text.replace(/\p{C}/gu, '·').trim();
  return `"${printable.length > 40 ? `${printable.slice(0, 40)}…` : printable}"`;
};

/** Past it even a hole in a Holter recording, which some programs write as one interval, is a mistake. */
const LONGEST_RR_MS = 600_000;
/** The last millisecond that a date can name. */
const LAST_MS = 8.64e15;

/** The fault of an RR interval in ms, if it has one. */
export function faultOfRr(rrMs: number, line: number, cell: string): BadRecording | undefined {
  if (rrMs > 0 && rrMs <= LONGEST_RR_MS) return undefined;
  if (Number.isNaN(rrMs)) return notANumber('RR interval', line, cell);
  const what = `the RR interval ${shown(cell)} must be more than 0 and at most ${LONGEST_RR_MS} ms`;
  return badLine('out-of-range', line, `${what}; remove that line, which leaves a gap`);
}

/** The fault of a time in ms that follows `beforeMs`, if it has one. */
export function faultOfTime(
  atMs: number,
  beforeMs: number,
  about: { line: number; cell: string },
): BadRecording | undefined {
  if (atMs >= beforeMs && atMs >= 0 && atMs <= LAST_MS) return undefined;
  const { line, cell } = about;
  if (Number.isNaN(atMs)) return notANumber('time', line, cell);
  if (atMs < 0 || atMs > LAST_MS)
    return badLine('out-of-range', line, `the time ${shown(cell)} must be 0 or later; correct it`);
  return badLine(
    'unsorted',
    line,
    `the time ${shown(cell)} is earlier than on the line before; sort the file by time`,
  );
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
