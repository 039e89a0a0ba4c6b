import { fault, ok, type Result } from '../../../engine/index.ts';
import type { DocumentFormat } from '../format.ts';
import type { DocumentParser, ParsedRecording, ReadOptions, RowParser } from '../parser.ts';
import {
  badFile,
  badLine,
  MOST_AT_ONCE,
  numberIn,
  shown,
  TOO_LARGE,
  type BadRecording,
} from '../recording.ts';
import { PULSE_WAVE } from '../values/pulse-wave.ts';
import { isoOf, isoOfEpoch, wallClockMs } from '../values/times.ts';
import { unitOfRr } from '../values/units.ts';
import { sidecarRefusal } from './bids-sidecars.ts';
import { isJsonLine, JSON_LINES } from './json-lines.ts';
import { parsedJson, seriesIn, type JsonSeries } from './json-series.ts';
import { refusalOfKeys } from './refusals.ts';
import { RR_PAIRS } from './rr-pairs.ts';
import { RR_TABLE } from './rr-table.ts';
import { RR_TEXT } from './rr-text.ts';

/** Intervals that a strap sends at once at most; a list of more is a recording with a beginning. */
const MAX_PACKET = 10;

/** A JSON document, or JSON lines of other apps: intervals under a name that apps give them, wherever they stand. */
function jsonDocumentParser(name: string, options: ReadOptions): DocumentParser {
  const pieces: string[] = [];
  let length = 0;
  return {
    write(text) {
      pieces.push(text);
      length += text.length;
      // It must be parsed as a whole.
      return length > MOST_AT_ONCE ? TOO_LARGE : undefined;
    },
    finish() {
      const text = pieces.join('');
      const document = parsedJson(text) ?? linesOf(text) ?? parsedJson(withoutNan(text));
      if (document === undefined) return fault(notJson(text));
      return read(document, name, options);
    },
  };
}

/** Python writes numbers that are none as NaN, which JSON has no word for. */
const withoutNan = (text: string): string =>
  text.replace(/(?<=[[,:\s])-?(?:NaN|Infinity)(?=\s*[,\]}])/g, 'null');

/** A document for each line; `undefined` where one is none. */
function linesOf(text: string): readonly unknown[] | undefined {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  const documents = lines.map(parsedJson);
  return lines.length > 1 && documents.every((one) => one !== undefined) ? documents : undefined;
}

function notJson(text: string): BadRecording {
  const lines = text.split(/[\r\n]+/);
  if (lines.length > 1 && /^\s*\{/.test(lines[1]!)) {
    const at = lines.findIndex((line) => line.trim() !== '' && parsedJson(line) === undefined);
    const what = `${shown(lines[at] ?? '')} is not a JSON object; remove or complete that line`;
    return badLine('bad-line', at + 1, what);
  }
  return badFile('damaged', 'this JSON document is damaged or cut off; copy or export it again');
}

function read(document: unknown, name: string, options: ReadOptions): Result<ParsedRecording, BadRecording> {
  // Attune's own lines, put into a list by another program.
  const own = Array.isArray(document) ? document.map((one) => JSON.stringify(one)) : [];
  if (own[0] !== undefined && isJsonLine(own[0]))
    return asValues(rowsRead(JSON_LINES.open(own[0], 1, options), own));
  const { series, keys } = seriesIn(document);
  const best = Math.min(...series.map(({ rank }) => rank));
  const chosen = series.filter(({ rank }) => rank === best);
  const [first] = chosen;
  if (!first) return fault(withoutBeats(document, keys, name));
  const paths = [...new Set(chosen.map(({ path }) => path))];
  if (paths.length > 1 && !areSame(chosen)) {
    const several = `this JSON document has ${paths.length} lists of intervals (${shown(paths.join(', '))})`;
    return fault(badFile('unknown-format', `${several}; keep the one that is meant`));
  }
  const { header, rows, warnings, startedAt } = joinedSeries(paths.length > 1 ? [first] : chosen);
  const parsed = asValues(parse(header, rows, options));
  if (!parsed.ok) return parsed;
  const { found } = parsed.value;
  return ok({
    ...parsed.value,
    format: 'json',
    found: {
      ...found,
      what: `intervals in a JSON document (${first.path === '' ? 'a list' : shown(first.path)})`,
      ...(startedAt !== undefined && { startedAt }),
      warnings: [...warnings, ...found.warnings],
    },
  });
}

/** Whether lists are the same intervals in other units. */
function areSame([first, ...others]: readonly JsonSeries[]): boolean {
  const values = ({ rows }: JsonSeries) => rows.map((row) => numberIn(row.split('\t').at(-1)));
  const mine = values(first!);
  return others.every((other) => {
    const theirs = values(other);
    const unit = [0.001, 1, 1000].find((one) => Math.abs(mine[0]! / theirs[0]! / one - 1) < 0.01);
    if (unit === undefined || theirs.length !== mine.length) return false;
    return theirs.every((one, i) => Math.abs((one * unit) / mine[i]! - 1) < 0.01);
  });
}

interface Joined {
  readonly header?: string;
  readonly rows: readonly string[];
  readonly warnings: readonly string[];
  readonly startedAt?: string;
}

/** The same list in several objects: packets, or pieces of a recording, each where its object's time places it. */
function joinedSeries(series: readonly JsonSeries[]): Joined {
  const [first] = series as readonly [JsonSeries, ...JsonSeries[]];
  const pulse = first.pulse ? [PULSE_WAVE] : [];
  const isTable = first.header?.includes('\t') === true;
  const header = first.header === undefined ? {} : { header: first.header };
  if (series.length === 1 || isTable) {
    const startedAt =
      first.time === undefined ? undefined : (isoOf(first.time) ?? isoOfEpoch(Number(first.time)));
    const rows = series.flatMap((one) => one.rows);
    return { ...header, rows, warnings: pulse, ...(startedAt !== undefined && { startedAt }) };
  }
  const times = series.map(({ time }) => msOf(time));
  const rows = series.flatMap((one) => one.rows);
  if (times.some(Number.isNaN)) {
    const untimed = `${series.length} lists without times were joined, so holes between them do not show`;
    return { ...header, rows, warnings: [...pulse, untimed] };
  }
  const ms = unitOfRr(rows.map(numberIn).filter((one) => !Number.isNaN(one)))?.ms ?? 1;
  const isPacket = rows.length <= MAX_PACKET * series.length;
  const timed = series.flatMap((one, i) => {
    let atMs = times[i]!;
    return one.rows.map((cell) => {
      if (!isPacket && !Number.isNaN(numberIn(cell))) atMs += numberIn(cell) * ms;
      return `${new Date(atMs).toISOString()}\t${cell}`;
    });
  });
  return { header: `timestamp\t${first.header ?? 'rr'}`, rows: timed, warnings: pulse };
}

function msOf(time: string | undefined): number {
  if (time === undefined) return Number.NaN;
  const wall = wallClockMs(time);
  if (!Number.isNaN(wall)) return wall;
  return Date.parse(isoOfEpoch(numberIn(time)) ?? '');
}

function parse(
  header: string | undefined,
  rows: readonly string[],
  options: ReadOptions,
): Result<ParsedRecording, BadRecording> {
  const bare = rows[0]?.includes('\t') === true ? RR_PAIRS : RR_TEXT;
  const begun: RowParser | BadRecording =
    header === undefined ? bare.open(rows[0] ?? '', 1, options) : RR_TABLE.open(header, 0, options);
  return rowsRead(begun, rows);
}

function rowsRead(
  begun: RowParser | BadRecording,
  rows: readonly string[],
): Result<ParsedRecording, BadRecording> {
  if ('code' in begun) return fault(begun);
  for (const [i, row] of rows.entries()) {
    const bad = begun.row(row, i + 1);
    if (bad) return fault(bad);
  }
  return begun.finish();
}

/** A document has values, not lines. */
function asValues(read: Result<ParsedRecording, BadRecording>): Result<ParsedRecording, BadRecording> {
  if (read.ok || read.fault.line === undefined) return read;
  const { line, ...bad } = read.fault;
  return fault({ ...bad, message: bad.message.replace(/^line \d+/, `interval ${line} of its list`) });
}

function withoutBeats(document: unknown, keys: ReadonlySet<string>, name: string): BadRecording {
  const named = sidecarRefusal(document, name) ?? refusalOfKeys(keys);
  if (named) return named;
  const own = [...keys].filter((key) => !key.includes('.'));
  if (own.some((key) => /^(?:hr|bpm|heart_?rates?|heart_?rate_?(?:bpm|samples))$/i.test(key))) {
    const what = 'this JSON document has heart rates only; export RR intervals, or record with a chest strap';
    return badFile('heart-rate-only', what);
  }
  const has = own.length === 0 ? '' : ` (it has ${shown(own.slice(0, 4).join(', '))})`;
  const want = 'a list "rr" of milliseconds is what Attune looks for; export RR intervals';
  return badFile('unknown-format', `this is a JSON document without RR intervals${has}; ${want}`);
}

/** A list; or an object, unless it is the first of Attune's own lines. */
const isJson = (begin: string): boolean => {
  if (begin.startsWith('{')) return !begin.startsWith('{\\') && !isJsonLine(begin.split(/[\r\n]/, 1)[0]!);
  return /^\[\s*(?:[[{"\]\d.-]|null\b|$)/.test(begin);
};

export const JSON_DOCUMENT: DocumentFormat = {
  id: 'json',
  kind: 'document',
  tells: isJson,
  open: jsonDocumentParser,
  layouts: [
    {
      name: 'JSON documents, and JSON lines of other apps',
      format: 'json',
      recognisedBy: '`[` or `{`',
      gives:
        'a list of numbers; `rr`, `ibi`, `nn`, `ppi` … at any depth, as numbers, texts or objects with a time; ' +
        "Polar Flow's `samples.rr`, Suunto's `R-R`, Oura's `ibi`",
      unit: 'the name, else values',
      times: 'as written, or arrival',
      tested: 'virtual',
    },
  ],
};
