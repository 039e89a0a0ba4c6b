import type { HeartRateMeasurement } from '../packets/heart-rate-measurement.ts';

/** What a device sends: each interval, or only its smoothed heart rate. `waiting`: not known yet. */
export type BeatSource = 'waiting' | 'rr' | 'heart-rate-only';

/** Heart rates without an interval after which a device counts as sending none: ten seconds at one a second. */
const MIN_RATES = 10;

/**
 * Whether a strap sends RR intervals, decided here only, from its measurements as they arrive. One interval proves
 * that it does; a strap that is not worn proves nothing.
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
