import type { HeartRateMeasurement } from './heart-rate-measurement.ts';

/** Whether a device sends RR intervals; `waiting` while too little has come to tell. */
export type RrCapability = 'waiting' | 'rr' | 'heart-rate-only';

/** So many rates without an interval come of a device that sends none: at one a second, ten beats. */
const ENOUGH = 10;

/**
 * Decides from measurements, as they come, whether their device sends RR intervals. One interval settles `rr` for good;
 * a heart rate of 0, or one without skin contact, settles nothing. This is the only place where it is decided.
 */
export function rrCapability(): (
  measurement: Pick<HeartRateMeasurement, 'rrRaw' | 'heartRate' | 'contact'>,
) => RrCapability {
  let sendsRr = false;
  let without = 0;
  return ({ rrRaw, heartRate, contact }) => {
    sendsRr ||= rrRaw.length > 0;
    if (heartRate > 0 && contact !== false) without += 1;
    return sendsRr ? 'rr' : without >= ENOUGH ? 'heart-rate-only' : 'waiting';
  };
}
