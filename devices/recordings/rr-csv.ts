import {
  badFile,
  badLine,
  faultOfRr,
  faultOfTime,
  numberIn,
  shown,
  type BadRecording,
  type RecordingItem,
} from './recording.ts';
import type { RowReader } from './row-reader.ts';

/** Where the columns are and what separates them. */
interface Columns {
  readonly separator: string;
  readonly rr: number;
  /** Absent: intervals follow each other from 0. */
  readonly time?: { readonly at: number; readonly msPerUnit: number };
}

const TIME_UNITS: Readonly<Record<string, number>> = { t_s: 1000, t_ms: 1 };

/**
 * Rows of a table whose header names `rr_ms` and, for when each interval ended, `t_s` or `t_ms`. Other columns are
 * ignored; comma, semicolon or tab separate; cells may be quoted, but not run over a line end.
 */
export function rrCsvReader(header: string, line: number): RowReader | BadRecording {
  const columns = columnsOf(header);
  if (!columns) return strangerTo(header, line);
  const { separator, rr, time } = columns;
  const items: RecordingItem[] = [];
  let beforeMs = 0;
  let sumMs = 0;

  return {
    format: 'rr-csv',
    items,
    row(text, at) {
      const cells = cellsOf(text, separator);
      if (!cells) return badLine('bad-line', at, 'a quote is not closed; close it, or remove the quotes');
      const rrMs = numberIn(cells[rr]);
      sumMs += rrMs;
      const atMs = time ? numberIn(cells[time.at]) * time.msPerUnit : sumMs;
      const bad =
        faultOfRr(rrMs, at, cells[rr] ?? '') ??
        faultOfTime(atMs, beforeMs, { line: at, cell: (time && cells[time.at]) ?? '' });
      if (bad) return bad;
      beforeMs = atMs;
      items.push({ type: 'intervals', atMs, rrMs: [rrMs] });
      return undefined;
    },
    finish: () => (items.length > 0 ? secondsNotMs(sumMs / items.length) : undefined),
  };
}

/** A mean RR below 10 ms is no heart: the file has seconds under a header of milliseconds. */
export const secondsNotMs = (meanRrMs: number): BadRecording | undefined =>
  meanRrMs < 10
    ? badFile(
        'not-milliseconds',
        'the RR intervals look like seconds; multiply them by 1000, Attune reads milliseconds',
      )
    : undefined;

function columnsOf(header: string): Columns | undefined {
  const separator = [',', ';', '\t'].find((one) => header.includes(one)) ?? ',';
  const names = (cellsOf(header, separator) ?? []).map((cell) => cell.trim().toLowerCase());
  const rr = names.indexOf('rr_ms');
  if (rr < 0) return undefined;
  const at = names.findIndex((name) => name in TIME_UNITS);
  return at < 0 ? { separator, rr } : { separator, rr, time: { at, msPerUnit: TIME_UNITS[names[at]!]! } };
}

function strangerTo(header: string, line: number): BadRecording {
  if (/\b(?:hr|bpm|heart.?rate)(?:\b|_)/i.test(header)) {
    const what = `${shown(header)} has heart rate only; Attune needs RR intervals, exported with the header t_s,rr_ms`;
    return badLine('heart-rate-only', line, what);
  }
  const known =
    'a CSV with the header t_s,rr_ms, one RR in ms a line, or JSON lines of packets or of a session';
  return badLine('unknown-format', line, `${shown(header)} begins no format that Attune reads: ${known}`);
}

/** The cells of one line; `undefined` where a quote stays open. A quote within quotes is written twice. */
function cellsOf(line: string, separator: string): readonly string[] | undefined {
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    if (character === '"' && quoted && line[i + 1] === '"') cell += line[++i]!;
    else if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return quoted ? undefined : [...cells, cell];
}
