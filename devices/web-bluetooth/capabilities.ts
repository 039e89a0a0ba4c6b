import { decodeHex } from '../../engine/index.ts';

/** What a strap has shown of itself: the badge beside its name. */
export interface Capabilities {
  /** `waiting`: too few notifications to tell. */
  readonly beats: 'waiting' | 'rr' | 'heart-rate-only';
  /** Whether it says that it touches skin; `undefined` where it has said nothing yet. */
  readonly contact: boolean | undefined;
  readonly battery: boolean;
}

/** So many notifications with a heart rate, but without an interval, come of a device that sends none: at 1/s, ten beats. */
const ENOUGH = 10;

/**
 * What notifications so far, raw 0x2A37 payloads as hexadecimal, tell of the strap that sent them. A single interval
 * settles `rr`; a strap that is not worn settles nothing.
 *
 * @param battery  whether its battery level has been read
 */
export function capabilitiesOf(packets: Iterable<string>, battery = false): Capabilities {
  let withoutRr = 0;
  let contact: boolean | undefined;
  for (const hex of packets) {
    const decoded = decodeHex(hex);
    if (!decoded.ok) continue;
    const { rrRaw, heartRate, contact: touches } = decoded.value;
    contact = contact === true || touches !== undefined;
    if (rrRaw.length > 0) return { beats: 'rr', contact, battery };
    if (heartRate > 0 && touches !== false) withoutRr += 1;
  }
  return { beats: withoutRr >= ENOUGH ? 'heart-rate-only' : 'waiting', contact, battery };
}
