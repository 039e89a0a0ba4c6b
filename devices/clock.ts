/** The time now, epoch milliseconds; never runs backwards. */
export type Clock = () => number;

/**
 * The epoch clock of the page or process: `performance` time, offset to the epoch once, so that a correction of the
 * system clock does not shift it. Whole milliseconds: finer arrival times are jitter.
 */
export const epochClock: Clock = () => Math.round(performance.timeOrigin + performance.now());
