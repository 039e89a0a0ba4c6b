/** The time now, epoch milliseconds; never runs backwards. */
export type Clock = () => number;

/**
 * The page's (or process's) epoch clock: `performance` time put on the epoch once, so that a correction of the system
 * clock does not move it. Whole milliseconds: finer arrival times are jitter.
 */
export const epochClock: Clock = () => Math.round(performance.timeOrigin + performance.now());
