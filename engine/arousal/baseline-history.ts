import { median } from '../maths/statistics.ts';
import type { BaselineFigures, RobustFigure, UsualRest } from './events.ts';

/** What a baseline depends on, so that only like is compared with like. */
export interface BaselineStratum {
  readonly posture: 'lying' | 'sitting' | 'standing';
  readonly paced: boolean;
  readonly timeOfDay: 'night' | 'morning' | 'afternoon' | 'evening';
}

/** The baseline of an earlier session. */
export interface PastBaseline extends BaselineStratum {
  readonly atMs: number;
  readonly figures: BaselineFigures;
}

export const HISTORY_DAYS = 60;
/** Sessions needed before a person's usual rest is used. */
export const HISTORY_SESSIONS = 5;
const DAY_MS = 86_400_000;
/** The median's error as a multiple of the mean's, for normal figures: √(π/2). */
const MEDIAN_ERROR = 1.2533;

/** Night to 6, morning to 12, afternoon to 18, evening after, by the hour of the person's own clock. */
export const timeOfDayOf = (hour: number): BaselineStratum['timeOfDay'] =>
  hour < 6 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';

/**
 * A person's rest over the last 60 days in one stratum: medians over sessions, with their spread and error.
 * @returns `undefined` below five sessions
 * Source: robust scale after Leys 2013, doi:10.1016/j.jesp.2013.03.013; error of
 * a median: Kendall & Stuart, vol. 1, 10.10
 */
export function baselineHistory(
  past: readonly PastBaseline[],
  stratum: BaselineStratum,
  nowMs: number,
): UsualRest | undefined {
  const like = past.filter(
    (one) =>
      one.atMs <= nowMs &&
      nowMs - one.atMs <= HISTORY_DAYS * DAY_MS &&
      one.posture === stratum.posture &&
      one.paced === stratum.paced &&
      one.timeOfDay === stratum.timeOfDay,
  );
  if (like.length < HISTORY_SESSIONS) return undefined;
  const lnRmssd = like.flatMap(({ figures }) => figures.lnRmssd ?? []);
  return {
    sessions: like.length,
    heartRateBpm: robust(like.map(({ figures }) => figures.heartRateBpm)),
    ...(lnRmssd.length >= HISTORY_SESSIONS && { lnRmssd: robust(lnRmssd) }),
  };
}

function robust(values: readonly number[]): RobustFigure {
  const middle = median(values);
  const spread = 1.4826 * median(values.map((value) => Math.abs(value - middle)));
  return { median: middle, spread, se: (MEDIAN_ERROR * spread) / Math.sqrt(values.length) };
}
