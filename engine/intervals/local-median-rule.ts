import type { EngineConfig } from '../config.ts';
import type { BeatClass } from './beat-class.ts';

type Settings = Pick<EngineConfig, 'rrMinMs' | 'rrMaxMs' | 'localMedianBeats' | 'localMedianShare'>;

/**
 * The provisional artefact rule: an interval is normal if it lies in the physiological range and within
 * `localMedianShare` of the median of the latest `localMedianBeats` intervals, itself included.
 *
 * Trailing only, so it never changes its mind. Assumes at least half of the intervals in sight are sound.
 * Source: Malik et al. 1989, doi:10.1016/0002-9149(89)90211-5, with a median in the place of the last interval.
 */
export function localMedianRule(settings: Settings): (rrMs: number) => BeatClass {
  const { rrMinMs, rrMaxMs, localMedianBeats, localMedianShare } = settings;
  let recent: number[] = [];
  return (rrMs) => {
    if (!(rrMs >= rrMinMs && rrMs <= rrMaxMs)) return 'out-of-range';
    recent = [...recent.slice(1 - localMedianBeats), rrMs];
    const middle = median(recent);
    return Math.abs(rrMs - middle) <= localMedianShare * middle ? 'normal' : 'off-median';
  };
}

/** The middle value; the mean of the two middle ones where their number is even. Not for empty lists. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
