/** Steps of the grid in a millisecond: finer than any device's clock, coarser than the dust of binary fractions. */
const STEPS_PER_MS = 1000;

/**
 * Whether a difference of intervals is larger than `limitMs`, either way, compared on a grid of 1 µs. In binary
 * fractions 1.059 s − 1.009 s is a little more than 50 ms, and 1059 ms − 1009 ms is not. A clock of 1/1024 s has no
 * step near a limit; at 360 or 500 samples a second 50 ms is a whole number of samples, and then no more than 50.
 */
export const exceedsMs = (differenceMs: number, limitMs: number): boolean =>
  Math.round(Math.abs(differenceMs) * STEPS_PER_MS) > Math.round(limitMs * STEPS_PER_MS);
