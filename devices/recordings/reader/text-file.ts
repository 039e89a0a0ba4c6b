import { fault, ok } from '../../../engine/index.ts';
import type { TextFormat } from '../format.ts';
import { RECORDING_FORMATS } from '../formats/index.ts';
import { refusalOfText } from '../formats/refusals.ts';
import { unitsRow } from '../formats/units-row.ts';
import type { ParsedRecording, ReadOptions, RowParser } from '../parser.ts';
import { badLine, noBeats, shown, type BadRecording } from '../recording.ts';
import { hasPulseIntervals, PULSE_WAVE } from '../values/pulse-wave.ts';
import { lineSplitter } from './line-splitter.ts';
import type { Part } from './packed-files.ts';
import { preamble } from './preamble.ts';
import { separatorRow, type SeparatorRow } from './separator-row.ts';

/** Eight weeks of beats; more would not fit into memory. */
const MAX_ITEMS = 5_000_000;

const isRemark = (text: string): boolean => /^\s*(?:$|"?#|%|\/\/|([-=_*~+.])\1{2,}\s*$)/.test(text);
/** Words with blanks between them may be a header, or a title with a word such as "RR" in it. */
const isProse = (text: string): boolean => /\S\s+\S/.test(text) && !/[;,\t]/.test(text);
const isRow = (text: string): boolean => /^\s*["']?[+-]?[\d.]/.test(text);

interface Remark {
  readonly text: string;
  readonly line: number;
}

/**
 * A text of lines. Its format is recognised by the first line that is neither blank nor a comment (`#`, `%`, `//`) nor,
 * as in the exports of laboratories, something about the recording that stands before the header. A comment right above
 * the first row that names its columns is the header, as numerical programs write it.
 */
export function textFile(options: ReadOptions): Part {
  const before = preamble();
  let rows: RowParser | undefined;
  let separated: SeparatorRow | undefined;
  let torn: string | undefined;
  let warnings: readonly string[] = [];
  let [title, remark]: (Remark | undefined)[] = [];
  let open = false;

  const begin = (text: string, line: number, last: boolean): BadRecording | undefined => {
    const begun = parserFor(text, line, options);
    const why = 'code' in begun ? begun : before.doubts(begun.format, text, line);
    if (why) return before.hold(text, line, why);
    if ('code' in begun) return begun;
    rows = begun.rows;
    if (begun.format.id === 'rr-table') {
      if (isProse(text)) title = { text, line };
      if (hasPulseIntervals(text)) warnings = [PULSE_WAVE];
    }
    return begun.format.hasHeader ? undefined : rows.row(text, line, last);
  };
  /** What seemed a header is a title where no row follows it. */
  const noTitle = (text: string): BadRecording | undefined => {
    if (!title || !rows) return undefined;
    const { text: said, line } = title;
    title = undefined;
    if (isRow(text) || rows.count > 0 || unitsRow(text.trim().split(/\s+/))) return undefined;
    rows = undefined;
    return before.hold(said, line, badLine('unknown-format', line, noRowAfter(said)));
  };
  const lines = lineSplitter((given, line, last) => {
    if (!separated && !rows) {
      separated = separatorRow(given);
      if (separated) return undefined;
    }
    const text = separated?.translated(given) ?? given;
    if (isRemark(given)) {
      remark = { text, line };
      before.blank(line);
      return undefined;
    }
    open = last;
    const alone = noTitle(text);
    if (alone) return alone;
    if (!rows && remark?.line === line - 1) rows = parserNamedBy(remark, text, options);
    if (!rows) return begin(text, line, false);
    const bad = rows.count >= MAX_ITEMS ? tooMany(line) : rows.row(text, line, last);
    if (!bad || !last || rows.count === 0) return bad;
    torn = `it breaks off in line ${line}`;
    return undefined;
  });

  return {
    push: (chunk) => lines.push(chunk),
    end() {
      const failed = lines.end() ?? (rows ? undefined : (before.fault() ?? noBeats()));
      const read = failed ? fault(failed) : rows!.finish();
      if (!read.ok) return read;
      const whole = torn !== undefined ? partly(read.value, torn) : open ? uncut(read.value) : read.value;
      return ok(before.added(withWarnings(whole, [...warnings, ...paddingOf(lines.padding)])));
    },
  };
}

const cellsIn = (text: string): number => text.trim().split(/\s*[;,\t]\s*|\s+/).length;

/** A parser for rows whose columns are named by the comment right above the first; absent: it names none. */
function parserNamedBy({ text, line }: Remark, row: string, options: ReadOptions): RowParser | undefined {
  const header = text.replace(/^\s*"?(?:#|%|\/\/)+\s*/, '');
  if (!isRow(row) || isRow(header) || cellsIn(header) !== cellsIn(row)) return undefined;
  const begun = parserFor(header, line, options);
  return 'code' in begun || begun.format.id !== 'rr-table' ? undefined : begun.rows;
}

const tooMany = (line: number): BadRecording =>
  badLine('too-long', line, `more than ${MAX_ITEMS} beats; split the file`);

const noRowAfter = (header: string): string =>
  `no row follows the header ${shown(header)}; write one interval a line below it`;

/** Drops the last interval of a file that ends in the middle of a number: it may lack digits. */
function uncut(read: ParsedRecording): ParsedRecording {
  const [before, last] = read.items.slice(-2);
  if (before?.type !== 'intervals' || last?.type !== 'intervals') return read;
  if (last.rrMs[0]! >= before.rrMs[0]! / 2) return read;
  return partly({ ...read, items: read.items.slice(0, -1) }, 'it seems to break off within its last number');
}

const partly = (read: ParsedRecording, partial: string): ParsedRecording => ({
  ...read,
  found: { ...read.found, partial },
});

const withWarnings = (read: ParsedRecording, warnings: readonly string[]): ParsedRecording => ({
  ...read,
  found: { ...read.found, warnings: [...warnings, ...read.found.warnings] },
});

const paddingOf = (bytes: number): readonly string[] =>
  bytes === 0
    ? []
    : [`it ends in ${bytes} empty (NUL) bytes, as after a crash: what was to stand there is not in it`];

const FORMATS = RECORDING_FORMATS.filter((format): format is TextFormat => format.kind === 'text');

function parserFor(
  first: string,
  line: number,
  options: ReadOptions,
): { readonly rows: RowParser; readonly format: TextFormat } | BadRecording {
  const refusal = refusalOfText(first);
  if (refusal) return refusal;
  // The last format accepts whatever the others do not.
  const format = FORMATS.find(({ tells }) => tells(first)) ?? FORMATS.at(-1)!;
  const rows = format.open(first, line, options);
  return 'code' in rows ? rows : { rows, format };
}
