import { beatSource, decodeHex, type BeatSource } from '../../engine/index.ts';

/** What a strap has shown of itself: the badge beside its name. */
export interface Capabilities {
  readonly beats: BeatSource;
  /** Whether it says that it touches skin; `undefined` where it has said nothing yet. */
  readonly contact: boolean | undefined;
}

/**
 * Reads notifications as they come, raw 0x2A37 payloads as hexadecimal, and gives what they tell so far of the strap that sent
 * them. A single interval settles `rr`; a strap that is not worn settles nothing.
 */
export function capabilityReader(): (hex: string) => Capabilities {
  const sourceOf = beatSource();
  let beats: BeatSource = 'waiting';
  let contact: boolean | undefined;
  return (hex) => {
    const decoded = decodeHex(hex);
    if (decoded.ok) {
      contact = contact === true || decoded.value.contact !== undefined;
      beats = sourceOf(decoded.value);
    }
    return { beats, contact };
  };
}
