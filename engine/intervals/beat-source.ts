import type { HeartRateMeasurement } from '../packets/heart-rate-measurement.ts';

/** What a device tells of the heart: each interval, or only its own smoothed rate. `waiting`: too soon to tell. */
export type BeatSource = 'waiting' | 'rr' | 'heart-rate-only';

/** So many rates without an interval come of a device that sends none: at one a second, ten beats. */
const MIN_RATES = 10;

/**
 * Whether a strap sends RR intervals, from its measurements as they come: the only place where that is decided. One
 * interval settles that it does; a strap that is not worn settles nothing.
 */
export function beatSource(): (
  measurement: Pick<HeartRateMeasurement, 'heartRate' | 'rrRaw' | 'contact'>,
) => BeatSource {
  let without = 0;
  let sendsRr = false;
  return ({ heartRate, rrRaw, contact }) => {
    if (rrRaw.length > 0) sendsRr = true;
    else if (heartRate > 0 && contact !== false) without += 1;
    if (sendsRr) return 'rr';
    return without >= MIN_RATES ? 'heart-rate-only' : 'waiting';
  };
}
