import { decodeHex } from '../../engine/index.ts';

/** What a strap has shown of itself: the badge beside its name. */
export interface Capabilities {
  /** `waiting`: too few notifications to tell. */
  readonly beats: 'waiting' | 'rr' | 'heart-rate-only';
  /** Whether it says that it touches skin; `undefined` where it has said nothing yet. */
  readonly contact: boolean | undefined;
}

/** So many notifications with a heart rate, but without an interval, come of a device that sends none: at 1/s, ten beats. */
const ENOUGH = 10;

/**
 * Reads notifications as they come, raw 0x2A37 payloads as hexadecimal, and gives what they tell so far of the strap that sent
 * them. A single interval settles `rr`; a strap that is not worn settles nothing.
 */
export function capabilityReader(): (hex: string) => Capabilities {
  let withoutRr = 0;
  let sendsRr = false;
  let contact: boolean | undefined;
  return (hex) => {
    const decoded = decodeHex(hex);
    if (decoded.ok) {
      const { rrRaw, heartRate, contact: touches } = decoded.value;
      contact = contact === true || touches !== undefined;
      sendsRr ||= rrRaw.length > 0;
      if (heartRate > 0 && touches !== false) withoutRr += 1;
    }
    return { beats: sendsRr ? 'rr' : withoutRr >= ENOUGH ? 'heart-rate-only' : 'waiting', contact };
  };
}
