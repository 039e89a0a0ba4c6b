import type { Found, RecordingItem } from '../recording.ts';
import { intervalsAt } from '../parser.ts';
import { betweenMs } from './time-grid.ts';

/** Share of an RR interval by which a written time may deviate from its neighbour and still place the interval. */
const SEAM = 0.25;
/** An arrival that lags the beats by more than this is a gap: a strap's own delay does not explain it. */
const HOLE_MS = 3000;
/** Beat times further apart are a gap in the recording, not an interval between beats. */
const LONGEST_BEAT_TO_BEAT_MS = 10_000;

export interface Placed {
  readonly items: readonly RecordingItem[];
  readonly times: Found['times'];
  readonly warnings: readonly string[];
  /** The times as given, where items stand elsewhere. */
  readonly clockMs?: readonly number[];
}

/** Intervals back to back from 0. */
export function placeSummed(rrMs: readonly number[]): Placed {
  let atMs = 0;
  return { items: rrMs.map((rr) => intervalsAt((atMs += rr), rr)), times: 'summed', warnings: [] };
}

/**
 * Intervals with a time for each, ms, which may mean where it ended, where it began, or when it arrived: whichever fits
 * the intervals themselves. Times are counted from where the first interval began.
 */
export function placeTimed(timesMs: readonly number[], rrMs: readonly number[]): Placed {
  const misfit = (of: (i: number) => number) => {
    let count = 0;
    for (let i = 1; i < rrMs.length; i++)
      if (Math.abs(timesMs[i]! - timesMs[i - 1]! - of(i)) > SEAM * of(i)) count += 1;
    return count / Math.max(1, rrMs.length - 1);
  };
  const slack = (of: (i: number) => number) => {
    let sum = 0;
    for (let i = 1; i < rrMs.length; i++)
      sum += Math.min(SEAM * of(i), Math.abs(timesMs[i]! - timesMs[i - 1]! - of(i)));
    return sum;
  };
  const [ended, began] = [(i: number) => rrMs[i]!, (i: number) => rrMs[i - 1]!];
  if (Math.min(misfit(ended), misfit(began)) > 0.5) return placeArrived(timesMs, rrMs);
  const begins = slack(began) < 0.5 * slack(ended);
  const startMs = begins ? timesMs[0]! : timesMs[0]! - rrMs[0]!;
  let lastMs = 0;
  return {
    // Where times mean beginnings, an interval may end a rounding error after the next one's own end.
    items: rrMs.map((rr, i) => {
      lastMs = Math.max(lastMs, timesMs[i]! - startMs + (begins ? rr : 0));
      return intervalsAt(lastMs, rr);
    }),
    times: 'written',
    warnings: [],
  };
}

/** Places intervals back to back by their own lengths; a time only shows where some are missing. */
export function placeArrived(timesMs: readonly number[], rrMs: readonly number[]): Placed {
  const startMs = timesMs[0]! - rrMs[0]!;
  let holes = 0;
  let endMs = 0;
  const items = rrMs.map((rr, i) => {
    const arrivedMs = timesMs[i]! - startMs;
    const isHole = arrivedMs - (endMs + rr) > Math.max(HOLE_MS, 2 * rr);
    if (isHole) holes += 1;
    endMs = isHole ? arrivedMs : endMs + rr;
    return intervalsAt(endMs, rr);
  });
  const warnings = holes === 0 ? [] : [`${holes} ${holes === 1 ? 'hole' : 'holes'} of more than 3 s`];
  const hasClock = timesMs.at(-1)! > timesMs[0]!;
  return { items, times: 'arrival', warnings, ...(hasClock && { clockMs: timesMs }) };
}

/**
 * The intervals between beats at these times, ms, which rise; a gap begins a new segment.
 *
 * @param breaks  beats that begin a new piece, of which something else was said
 */
export function placeBeats(timesMs: readonly number[], breaks: ReadonlySet<number> = new Set()): Placed {
  const items: RecordingItem[] = [];
  let holes = 0;
  for (let i = 1; i < timesMs.length; i++) {
    const rr = betweenMs(timesMs[i - 1]!, timesMs[i]!);
    if (breaks.has(i)) continue;
    if (rr > LONGEST_BEAT_TO_BEAT_MS) holes += 1;
    else if (rr > 0) items.push(intervalsAt(timesMs[i]!, rr));
  }
  const warnings =
    holes === 0 ? [] : [`${holes} ${holes === 1 ? 'hole' : 'holes'} of more than 10 s without a beat`];
  return { items, times: 'written', warnings };
}
