/** From here on (12 days, and dates) a double has no digits left for the fine grid. */
const LARGE_MS = 1e9;

/** Steps in a millisecond near `atMs`: 1 ns, or 1 µs for times so large that a double knows no more. */
const stepsPerMs = (atMs: number): number => (Math.abs(atMs) < LARGE_MS ? 1e6 : 1e3);

/**
 * A time or length in ms without the dust of binary fractions: 0.859 s · 1000 is 859 ms. The grid of 1 ns keeps every
 * step of devices that count in 1/1000 s or in up to 512 samples a second, and 1/1024 s to half a nanosecond.
 */
export const onGridMs = (ms: number): number => Math.round(ms * stepsPerMs(ms)) / stepsPerMs(ms);

/** The time from one beat to the next, ms, on the grid that times of their size can hold. */
export const betweenMs = (fromMs: number, toMs: number): number =>
  Math.round((toMs - fromMs) * stepsPerMs(toMs)) / stepsPerMs(toMs);
