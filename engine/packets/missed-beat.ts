/** No pause between two beats is longer, ms. */
const LONGEST_MS = 10_000;

/**
 * Whether an interval in a packet is no interval but a strap's mark for beats that it missed: 0, or a counter that ran
 * up to its end (65535/1024 s) while there was no signal.
 */
export const marksMissedBeat = (rrMs: number): boolean => rrMs <= 0 || rrMs >= LONGEST_MS;
