import { fault, type Result } from '../../../engine/index.ts';
import { beatLabel, type BeatLabel } from '../values/beat-labels.ts';
import { listOf } from '../values/cells.ts';
import { blanksBefore, marksMissing } from '../values/missing-beats.ts';
import { badFile, badLine, numberIn, shown, type BadRecording } from '../recording.ts';
import type { ParsedRecording, ReadOptions, RowParser } from '../parser.ts';
import type { TextFormat } from '../format.ts';
import { beatsRead } from './beat-times.ts';
import { pairsRead } from './rr-pairs.ts';
import { intervalsRead, MIN_VALUES_FOR_UNIT } from './rr-intervals.ts';

/** Times of beats have grown by this factor within a handful of lines. */
const RISING_BY = 1.8;
/** Intervals fall about as often as they rise; where fewer fall, the values are times, some of them wrong. */
const FALLING_AT_MOST = 0.05;
/** Intervals of one line are at most this many times each other. */
const ALIKE = 2.5;

interface Lines {
  /** NaN for a mark in letters. */
  readonly values: number[];
  readonly lines: number[];
  /** Of a beat that has one beside it. */
  readonly labels: (BeatLabel | undefined)[];
}

/**
 * RR intervals back to back from 0, one a line or several, as Kubios, Elite HRV and others write them, or times of
 * beats, which rise throughout. The unit is whichever gives a possible heart rate.
 */
function rrTextParser({ rateHz }: ReadOptions): RowParser {
  const read: Lines = { values: [], lines: [], labels: [] };
  const { values, lines } = read;
  /** Two whole numbers and a comma, a line: a decimal, or two columns. */
  const pairs: (readonly [number, number])[] = [];
  let rows = 0;
  return {
    get count() {
      return values.length;
    },
    row(text, line, open = false) {
      const { number, label } = labelBeside(text);
      const cells = isOne(number) ? [number.replace(/^(\s*[+-]?\d+),(\d+\s*)$/, '$1.$2')] : listOf(number);
      const [, left, right] = /^\s*(\d+),(\d+)\s*$/.exec(text) ?? [];
      if (left !== undefined) pairs.push([Number(left), Number(right)]);
      rows += 1;
      for (const cell of cells) {
        const value = numberIn(cell.replace(/^(\s*\d+),(\d+\s*)$/, '$1.$2').replace(/^"(.*)"$/, '$1'));
        // A truncated last number is not an interval, and among times it is a step backwards.
        const cut = open && (value < values.at(-1)! / 2 || (value < values.at(-1)! && areTimes(values)));
        if ((Number.isNaN(value) && !marksMissing(cell)) || (cut && !marksMissing(cell)))
          return notANumber(text, line);
        add(read, { value, line, label });
      }
      return undefined;
    },
    finish() {
      const columns = pairs.length === rows ? pairsRead(pairs, lines, rateHz) : undefined;
      if (columns) return columns;
      return (areTimes(values) ? beatTimes : intervals)(
        rows === values.length ? withBlanks(read) : read,
        rateHz,
      );
    },
  };
}

/** A number whose beat has a label, in a file that labels only the unusual ones. */
function labelBeside(text: string): { readonly number: string; readonly label?: BeatLabel | undefined } {
  const [, number, word] = /^\s*([\d.]+)[\s,;]+([^\s\d.,;-]\S*)\s*$/.exec(text) ?? [];
  const label = word === undefined ? undefined : beatLabel(word);
  return number === undefined || label === undefined ? { number: text } : { number, label };
}

const isOne = (text: string): boolean =>
  !Number.isNaN(numberIn(text)) || /^\s*[+-]?\d+,\d+\s*$/.test(text) || marksMissing(text);

/** Intervals do not rise for long; values that do, or that rise far, are times. */
function areTimes(all: readonly number[]): boolean {
  const values = all.filter((value) => !Number.isNaN(value));
  const falls = values.filter((value, i) => i > 0 && value <= values[i - 1]!).length;
  if (values.length >= MIN_VALUES_FOR_UNIT)
    return falls <= FALLING_AT_MOST * values.length || runsBack(values);
  return values.length >= 3 && falls === 0 && values.at(-1)! > RISING_BY * values[0]!;
}

/** Times of beats from the latest to the first. */
const runsBack = (values: readonly number[]): boolean =>
  values.filter((value, i) => i > 0 && value < values[i - 1]!).length >=
  (1 - FALLING_AT_MOST) * (values.length - 1);

/** Blank lines among numbers mark missing beats. */
function withBlanks(read: Lines): Lines {
  const filled: Lines = { values: [], lines: [], labels: [] };
  const blanks = blanksBefore(read.lines);
  for (const [i, value] of read.values.entries()) {
    for (let left = blanks[i]!; left > 0; left--)
      add(filled, { value: Number.NaN, line: read.lines[i]! - left });
    add(filled, { value, line: read.lines[i]!, label: read.labels[i] });
  }
  return filled;
}

function add(
  { values, lines, labels }: Lines,
  row: { readonly value: number; readonly line: number; readonly label?: BeatLabel | undefined },
): void {
  values.push(row.value);
  lines.push(row.line);
  labels.push(row.label);
}

const notANumber = (text: string, line: number): BadRecording =>
  badLine(
    'not-a-number',
    line,
    `the RR interval ${shown(text)} is not a number; use digits with a decimal point`,
  );

function intervals(read: Lines, rateHz: number | undefined): Result<ParsedRecording, BadRecording> {
  const values = read.values.map((value) => (marksMissing(String(value)) ? Number.NaN : value));
  const stranger = rateHz === undefined ? ofEmpatica(values) : undefined;
  if (stranger) return fault(stranger);
  return intervalsRead({
    format: 'rr-text',
    what: 'RR intervals, one after the other',
    values,
    lines: read.lines,
    labels: read.labels,
    rateHz,
  });
}

function beatTimes(
  { values, lines, labels }: Lines,
  rateHz: number | undefined,
): Result<ParsedRecording, BadRecording> {
  if (rateHz === undefined && values.length < MIN_VALUES_FOR_UNIT) return fault(UNCLEAR);
  return beatsRead({
    what: 'times of beats, one a line',
    times: values,
    kind: 'number',
    lines,
    labels,
    rateHz,
  });
}

const UNCLEAR = badFile(
  'unknown-unit',
  'these few values rise all along, so they may be RR intervals or times of beats; export more of them',
);

/** Names the export of another device that this may be. */
function ofEmpatica([first = 0, second = 0]: readonly number[]): BadRecording | undefined {
  if (first > 1e9 && second > 0 && second <= 256)
    return badFile(
      'heart-rate-only',
      'this looks like a signal or heart rate of an Empatica; Attune reads the IBI.csv beside it',
    );
  if (first > 1e9 && first < 3e9 && second > 1e9)
    return badFile('empty', 'these are times of marks, not of beats; open the file of RR intervals');
  return undefined;
}

/** Three numbers or more that are much the same: intervals side by side, and neither columns nor a WFDB header. */
function isList(line: string): boolean {
  const cells = listOf(line);
  const values = cells
    .map((cell) => (marksMissing(cell) ? 0 : numberIn(cell.replace(/^(\d+),(\d+)$/, '$1.$2'))))
    .filter((value) => value > 0);
  const known = cells.every((cell) => marksMissing(cell) || !Number.isNaN(numberIn(cell.replace(',', '.'))));
  return known && values.length >= 3 && Math.max(...values) <= ALIKE * Math.min(...values);
}

export const RR_TEXT: TextFormat = {
  id: 'rr-text',
  kind: 'text',
  tells: (line) => isOne(line) || isList(line),
  hasHeader: false,
  open: (_first, _line, options) => rrTextParser(options),
  layouts: [
    {
      name: 'Elite HRV, plain RR text',
      format: 'rr-text',
      recognisedBy: 'numbers, one a line, or three and more that are alike',
      gives: 'every number; 0, −1, 65535, `NaN`, `NA`, `-` and blank lines are missing beats',
      unit: 'ms, s, µs or ns, by the values; `--rate`',
      times: 'summed',
      tested: 'recorded: 3 files, line for line',
    },
    {
      name: 'times of beats',
      format: 'beat-times',
      recognisedBy: 'numbers that rise all along; a header as `rpeaks` or `systolic_peaks_timestamp`',
      gives: 'differences',
      unit: 'ms, s, µs or ns, by header or values; samples with `--rate`',
      times: 'as written',
      tested: 'recorded: 1 file (gHRV)',
    },
  ],
};
