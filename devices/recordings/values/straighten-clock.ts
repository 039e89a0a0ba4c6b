import type { ReadTimes } from './times.ts';
import { median } from './units.ts';

/** Share of an RR interval by which a step may differ from it and still be that interval. */
const SEAM = 0.25;
/** Times in whole seconds are off by one more. */
const COARSE_MS = 1100;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** What summer time moves clocks by; half an hour on Lord Howe Island. */
const SUMMER_MS = [HOUR_MS, HOUR_MS / 2] as const;
/** A time of day that is this much earlier is that of the next day. */
const NEXT_DAY_MS = 12 * HOUR_MS;
/** Where counters begin anew, in their own unit. */
const COUNTERS = [2 ** 16, 2 ** 24, 2 ** 31, 2 ** 32] as const;
/** How long the time between two pieces really was is not known; this is put in its place. */
const BETWEEN_PIECES_MS = 10_000;
/** Above this share of steps back, times are in the reverse order, and above the second they are in none. */
const REVERSED = 0.8;
const DISORDERED = 0.05;
/** Few steps back are pieces, however short the file. */
const FEW_STEPS = 3;

export interface ClockRows {
  /** Times as the file has them, ms. */
  readonly timesMs: readonly number[];
  /** For each time its interval, whose end or beginning it is; a typical one where it is missing. */
  readonly rrMs: readonly number[];
  readonly kind: ReadTimes['kind'];
  /** Milliseconds in one unit of a counter. */
  readonly unitMs: number;
  /** Line of the file for each, or its number among what `counts` names. */
  readonly lines: readonly number[];
  /** What `lines` count, in words: lines where it is absent. */
  readonly counts?: 'line' | 'annotation' | 'interval';
  /** Times of beats have no interval of their own: of one that stands out of order nothing is known. */
  readonly alone?: boolean;
}

export interface StraightClock {
  /** Times that never fall, in the order of `order`. */
  readonly timesMs: readonly number[];
  /** Which row is at each place: rows may have to be turned round. */
  readonly order: readonly number[];
  /** Places at which the file's time was of no use. */
  readonly strays: readonly number[];
  /** Places at which a new piece begins. */
  readonly breaks: readonly number[];
  readonly warnings: readonly string[];
}

/**
 * Times that go on where the file's clock goes back or leaps: past midnight, at the end of a counter, or where it was
 * set to or from summer time and the intervals show that they went on. Any other step back begins a new piece, since
 * the time between is not known. Rows from the newest to the oldest are turned round, and rows in disorder are sorted
 * if their times then fit their intervals.
 *
 * @returns `undefined` where these cannot be the times of these intervals
 */
export function straightenClock(rows: ClockRows): StraightClock | undefined {
  const { timesMs } = rows;
  const all = timesMs.map((_, i) => i);
  const steps = Math.max(1, timesMs.length - 1);
  const back = all.filter((i) => i > 0 && timesMs[i]! < timesMs[i - 1]!).length;
  if (back === 0 && (rows.kind === 'number' || rows.kind === 'instant'))
    return { timesMs, order: all, strays: [], breaks: [], warnings: [] };
  if (back > REVERSED * steps && timesMs.length > 2) return reordered(rows, all.toReversed(), NEWEST_FIRST);
  const followed = new Walk(rows).run();
  if (followed.breaks.length <= Math.max(FEW_STEPS, DISORDERED * steps)) return { ...followed, order: all };
  const order = all.toSorted((a, b) => timesMs[a]! - timesMs[b]! || a - b);
  return reordered(rows, order, DISORDER);
}

const NEWEST_FIRST = 'its rows run from the newest to the oldest, and were turned round';
const DISORDER = 'its rows were not in the order of their times, and were sorted';

/** The rows in another order, if their times then fit. */
function reordered(rows: ClockRows, order: readonly number[], why: string): StraightClock | undefined {
  const of = (values: readonly number[]) => order.map((i) => values[i]!);
  const again = { ...rows, timesMs: of(rows.timesMs), rrMs: of(rows.rrMs), lines: of(rows.lines) };
  const walk = new Walk(again).run();
  const misfits = again.timesMs.filter((time, i) => {
    const step = time - again.timesMs[i - 1]!;
    return i > 0 && !fits(step, i, again);
  }).length;
  if (walk.breaks.length > FEW_STEPS || (why === DISORDER && misfits > 0.3 * order.length)) return undefined;
  return { ...walk, order, warnings: [why, ...walk.warnings] };
}

/** Whether a step is as long as the interval that ends, or began, there. */
const fits = (
  step: number,
  i: number,
  { rrMs, slackMs = 0 }: Pick<ClockRows, 'rrMs'> & { slackMs?: number },
) => [rrMs[i]!, rrMs[i - 1]!].some((rr) => Math.abs(step - rr) <= Math.max(SEAM * rr, slackMs));

type Event = 'midnight' | 'summer-back' | 'summer-on' | 'counter' | 'stray' | 'piece';

class Walk {
  private readonly rows: ClockRows;
  private readonly slackMs: number;
  private readonly at: number[] = [];
  private readonly events: { readonly what: Event; readonly line: number }[] = [];
  private readonly strays: number[] = [];
  private readonly breaks: number[] = [];
  /** What is added to the file's times from here on, ms. */
  private shiftMs = 0;

  constructor(rows: ClockRows) {
    this.rows = rows;
    this.slackMs = rows.timesMs.every((time) => time % 1000 === 0) ? COARSE_MS : 0;
  }

  run(): Omit<StraightClock, 'order'> {
    const { timesMs } = this.rows;
    for (let i = 0; i < timesMs.length; i++) this.at.push(i === 0 ? timesMs[0]! : this.next(i));
    return {
      timesMs: this.at,
      strays: this.strays,
      warnings: sentences(this.events, this.rows),
      breaks: this.breaks,
    };
  }

  private next(i: number): number {
    const { timesMs, rrMs, kind } = this.rows;
    const rr = rrMs[i]!;
    const atMs = timesMs[i]! + this.shiftMs;
    const step = atMs - this.at[i - 1]!;
    const wall = kind === 'day' || kind === 'date';
    const goesOn = (byMs: number) => fits(step + byMs, i, { rrMs, slackMs: this.slackMs });
    if (step >= 0) {
      const hour = wall ? SUMMER_MS.find((ms) => step > ms && goesOn(-ms)) : undefined;
      return hour === undefined ? atMs : this.shift(i, -hour, 'summer-on');
    }
    // Rounding, or a time that was taken a moment before the one that was written first.
    if (-step <= SEAM * rr) return this.at[i - 1]!;
    const summer = wall ? SUMMER_MS.find(goesOn) : undefined;
    if (summer !== undefined) return this.shift(i, summer, 'summer-back');
    if (goesOn(DAY_MS) || (kind === 'day' && step <= -NEXT_DAY_MS && step > -DAY_MS))
      return this.shift(i, DAY_MS, 'midnight');
    if (kind === 'day' && goesOn(NEXT_DAY_MS)) return this.shift(i, NEXT_DAY_MS, 'midnight');
    const counter = kind === 'number' ? COUNTERS.find((one) => goesOn(one * this.rows.unitMs)) : undefined;
    if (counter !== undefined) return this.shift(i, counter * this.rows.unitMs, 'counter');
    const stray = this.withoutStray(i, atMs);
    if (stray !== undefined) return stray;
    this.breaks.push(i);
    return this.shift(i, BETWEEN_PIECES_MS + rr - step, 'piece');
  }

  private shift(i: number, byMs: number, what: Event): number {
    this.shiftMs += byMs;
    this.events.push({ what, line: this.rows.lines[i]! });
    return this.rows.timesMs[i]! + this.shiftMs;
  }

  /** One time that does not belong: this one, or the one before; its interval tells where it stands. */
  private withoutStray(i: number, atMs: number): number | undefined {
    const { timesMs, rrMs, lines } = this.rows;
    const both = (from: number | undefined, to: number, at: number) =>
      from !== undefined &&
      Math.abs(to - from - rrMs[at]! - rrMs[at - 1]!) <= 2 * SEAM * rrMs[at]! + this.slackMs;
    const after = i + 1 < timesMs.length ? timesMs[i + 1]! + this.shiftMs : Number.NaN;
    if (both(this.at[i - 1], after, i + 1)) {
      this.events.push({ what: 'stray', line: lines[i]! });
      this.strays.push(i);
      return this.at[i - 1]! + rrMs[i]!;
    }
    if (!both(this.at[i - 2], atMs, i)) return undefined;
    this.events.push({ what: 'stray', line: lines[i - 1]! });
    this.strays.push(i - 1);
    this.at[i - 1] = this.at[i - 2]! + rrMs[i - 1]!;
    return atMs;
  }
}

const ON = 'the intervals go on, so no hole was made';
const WORDS: Readonly<Record<Event, readonly [what: string, meaning: string]>> = {
  midnight: ['', ''],
  counter: ['', ''],
  'summer-back': ['its clock was set back by an hour', ON],
  'summer-on': ['its clock was put forward by an hour', ON],
  stray: ['a time stands out of order', 'its interval tells where it belongs'],
  piece: [
    'its clock goes back',
    `what follows was read as a new piece, ${BETWEEN_PIECES_MS / 1000} s later, since the time between is not known`,
  ],
};

const LEFT_OUT = 'it was left out, and no interval was taken across it';

/** One sentence for each kind of event that is not a matter of course. */
function sentences(
  events: readonly { readonly what: Event; readonly line: number }[],
  { alone = false, counts = 'line' }: Pick<ClockRows, 'alone' | 'counts'>,
): readonly string[] {
  return Object.entries(WORDS).flatMap(([what, [said, meaning]]) => {
    const these = events.filter((one) => one.what === what);
    if (these.length === 0 || said === '') return [];
    const where =
      these.length === 1
        ? `in ${counts} ${these[0]!.line}`
        : `${these.length} times, first in ${counts} ${these[0]!.line}`;
    return [`${said} ${where}: ${alone && what === 'stray' ? LEFT_OUT : meaning}`];
  });
}

/** Whether times are so coarse that a step says little about a single interval. */
export function areCoarse(timesMs: readonly number[], rrMs: readonly number[]): boolean {
  const grid = [60_000, 1000, 500, 250].find((one) => timesMs.every((time) => time % one === 0));
  if (grid === undefined || grid > 60_000) return false;
  const steps = timesMs.slice(1).map((time, i) => time - timesMs[i]!);
  const same = steps.every((step) => step === steps[0]);
  return grid >= SEAM * median(rrMs) && !same;
}
