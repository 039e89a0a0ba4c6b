import { HISTORY_DAYS, type PastBaseline } from '../../../engine/index.ts';

/** How the heart rested lately, whatever the posture and the hour: a figure to show, not one to estimate by. */
export interface RestLately {
  /** Median over the sessions, beats a minute. */
  readonly bpm: number;
  readonly sessions: number;
}

/** @returns `undefined`: no session of the last {@link HISTORY_DAYS} days */
export function restLately(
  rests: readonly Pick<PastBaseline, 'atMs' | 'figures'>[],
  nowMs: number,
): RestLately | undefined {
  const rates = rests
    .filter(({ atMs }) => nowMs - atMs <= HISTORY_DAYS * 86_400_000)
    .map(({ figures }) => figures.heartRateBpm)
    .sort((a, b) => a - b);
  const half = rates.length >> 1;
  if (rates.length === 0) return undefined;
  const bpm = rates.length % 2 === 1 ? rates[half]! : (rates[half - 1]! + rates[half]!) / 2;
  return { bpm, sessions: rates.length };
}
