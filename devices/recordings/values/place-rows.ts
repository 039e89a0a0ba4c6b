import { intervalsAt } from '../parser.ts';
import { LAST_MS } from '../recording.ts';
import { placeArrived, placeSummed, placeTimed, type Placed } from './placing.ts';
import { placeAround } from './missing-beats.ts';
import { areCoarse, straightenClock } from './straighten-clock.ts';
import type { ReadTimes } from './times.ts';
import { median } from './units.ts';

/** Intervals of a file with the time of each. */
export interface TimedRows {
  /** NaN where a beat is marked as missing. */
  readonly rrMs: readonly number[];
  /** In the unit of the file; NaN for a few that could not be read. */
  readonly times: readonly number[];
  readonly unitMs: number;
  readonly kind: ReadTimes['kind'];
  readonly lines: readonly number[];
  /** Each time is when its interval ended, and is kept as it is. */
  readonly exact?: boolean;
}

export interface PlacedRows extends Placed {
  /** Which row of the file each item is. */
  readonly rows: readonly number[];
}

/** A recording that begins after a year of its own time has a date for a beginning, ms. */
const A_YEAR_MS = 3.15e10;

/**
 * Intervals placed by their times, whatever the clock did; marks for missing beats become gaps.
 *
 * @returns `undefined` where the times cannot be those of these intervals
 */
export function placeRows(rows: TimedRows): PlacedRows | undefined {
  const { unitMs, kind, exact = false } = rows;
  const typicalMs = median(rows.rrMs.filter((rr) => !Number.isNaN(rr)));
  const lengths = rows.rrMs.map((rr) => (Number.isNaN(rr) ? typicalMs : rr));
  const timesMs = filled(
    rows.times.map((time) => (Math.abs(time * unitMs) <= LAST_MS ? time * unitMs : Number.NaN)),
    lengths,
  );
  if (Number.isNaN(timesMs[0]!)) return undefined;
  const clock = straightenClock({ timesMs, rrMs: lengths, kind, unitMs, lines: rows.lines });
  if (!clock) return undefined;
  const rrMs = clock.order.map((row) => rows.rrMs[row]!);
  const placed = placeAround(rrMs, (lengthsMs, of) => {
    const atMs = of.map((i) => clock.timesMs[i]!);
    if (exact) return { items: [...placedAt(atMs, lengthsMs)], times: 'written', warnings: [] };
    return areCoarse(atMs, lengthsMs) ? placeArrived(atMs, lengthsMs) : placeTimed(atMs, lengthsMs);
  });
  return {
    ...placed,
    rows: placed.rows.map((i) => clock.order[i]!),
    warnings: [...placed.warnings, ...clock.warnings],
  };
}

/** Intervals without times. */
export const placeUntimed = (rrMs: readonly number[]): PlacedRows => placeAround(rrMs, placeSummed);

function placedAt(atMs: readonly number[], rrMs: readonly number[]): Placed['items'] {
  const startMs = atMs[0]! - rrMs[0]!;
  const movedMs = atMs[0]! < 0 || startMs > A_YEAR_MS ? startMs : 0;
  return rrMs.map((rr, i) => intervalsAt(atMs[i]! - movedMs, rr));
}

/** Times that are missing follow from the interval. */
function filled(timesMs: readonly number[], rrMs: readonly number[]): readonly number[] {
  if (!timesMs.some((time) => Number.isNaN(time))) return timesMs;
  const all = [...timesMs];
  const known = all.findIndex((time) => !Number.isNaN(time));
  for (let i = known - 1; i >= 0; i--) all[i] = all[i + 1]! - rrMs[i + 1]!;
  for (let i = known + 1; i < all.length; i++) if (Number.isNaN(all[i]!)) all[i] = all[i - 1]! + rrMs[i]!;
  return all;
}
