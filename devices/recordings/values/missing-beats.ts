import type { RecordingItem } from '../recording.ts';
import type { Placed } from './placing.ts';
import { median } from './units.ts';

/** What programs write where a beat is missing, in letters: `NaN`, `NA`, `#N/A`, `null`, nothing, or a dash. */
const IN_WORDS = /^(?:|-?nan|<?na>?|n\/a|#n\/?a|nat|null|none|nil|nd|missing|fehlt|[-−–—.?*]+)$/i;
/** The same as numbers no interval has: the largest one of 16 bits is what FIT and straps send for "invalid". */
const AS_NUMBERS = new Set([0, -1, -99, -999, -9999, 65_535, 65.535]);

/** Whether a cell marks a missing beat. */
export function marksMissing(cell: string | undefined): boolean {
  const text = (cell ?? '')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim();
  return IN_WORDS.test(text) || AS_NUMBERS.has(Number(text.replace(/^[−–]/, '-').replace(',', '.')));
}

/** Blank lines in more than this share of the lines are the layout, not beats that are missing. */
const BLANK_AT_MOST = 0.2;

/**
 * How many lines were left blank before each row: a spreadsheet writes an empty cell of its only column so. None where
 * that is how the whole file looks.
 */
export function blanksBefore(lines: readonly number[]): readonly number[] {
  const blank = lines.map((line, i) => (i === 0 ? 0 : Math.max(0, line - lines[i - 1]! - 1)));
  const lined = blank.filter((count) => count > 0).length;
  return lined > BLANK_AT_MOST * lines.length ? lines.map(() => 0) : blank;
}

/** Share of the rows from which on a blank is the rule: rows of other sensors, not beats that are missing. */
const AS_A_RULE = 0.5;
/** Share of an RR interval by which the engine lets neighbours miss each other and still be neighbours. */
const SEAM = 0.25;

/**
 * Places intervals of which some are only marked as missing (NaN). Each of these is a gap that the file's times show,
 * or, where they do not, one as long as a typical interval: never are two intervals neighbours that have a missing one
 * between them.
 *
 * @param place  places intervals, one item each; it is given a typical length for each that is missing
 * @returns items, and `rows`: of which row of the input each is
 */
export function placeAround(
  rrMs: readonly number[],
  place: (rrMs: readonly number[], rows: readonly number[]) => Placed,
): Placed & { readonly rows: readonly number[] } {
  const all = rrMs.map((_, row) => row);
  const there = all.filter((row) => !Number.isNaN(rrMs[row]!));
  const missing = rrMs.length - there.length;
  if (missing === 0 || there.length === 0) return { ...place(rrMs, all), rows: all };
  if (missing > AS_A_RULE * rrMs.length) {
    const placed = place(
      there.map((row) => rrMs[row]!),
      there,
    );
    const rest = `${missing} of ${rrMs.length} rows have no interval, and were left out`;
    return { ...placed, rows: there, warnings: [rest, ...placed.warnings] };
  }
  const typicalMs = median(there.map((row) => rrMs[row]!));
  const placed = place(
    rrMs.map((rr) => (Number.isNaN(rr) ? typicalMs : rr)),
    all,
  );
  const { clockMs } = placed;
  return {
    ...placed,
    items: parted(placed.items, there, typicalMs),
    rows: there,
    ...(clockMs && { clockMs: there.map((row) => clockMs[row]!) }),
    warnings: [sentence(missing), ...placed.warnings],
  };
}

const sentence = (count: number): string =>
  count === 1 ? '1 beat is marked as missing: a gap' : `${count} beats are marked as missing: gaps`;

/** The items of these rows, later ones moved on where no hole shows that rows between are missing. */
function parted(items: readonly RecordingItem[], rows: readonly number[], holeMs: number): RecordingItem[] {
  let shiftMs = 0;
  return rows.map((row, i) => {
    const item = items[row]!;
    const before = rows[i - 1];
    if (before !== undefined && row - before > 1 && item.type === 'intervals') {
      const rr = item.rrMs[0]!;
      if (item.atMs - rr - items[before]!.atMs <= 1.2 * SEAM * rr) shiftMs += (row - before - 1) * holeMs;
    }
    return { ...item, atMs: item.atMs + shiftMs };
  });
}
