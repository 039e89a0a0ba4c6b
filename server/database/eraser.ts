export interface Eraser {
  /** Tries at once, and if that fails again and again by itself, ever less often. */
  readonly begin: () => void;
  /** Whether nothing is left to be erased. */
  readonly isDone: () => boolean;
  readonly stop: () => void;
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;

/**
 * Brings an erasure to its end that somebody who reads may hold up, for as long as it takes, off the request.
 *
 * @param attempt  does not wait; false: not possible now
 */
export const eraser = (attempt: () => boolean): Eraser => {
  let isDone = true;
  let retry: NodeJS.Timeout | undefined;
  const tryNow = (nextMs: number): void => {
    clearTimeout(retry);
    isDone = attempt();
    if (!isDone) retry = setTimeout(() => tryNow(Math.min(2 * nextMs, LAST_RETRY_MS)), nextMs).unref();
  };
  return {
    begin: () => tryNow(FIRST_RETRY_MS),
    isDone: () => isDone,
    stop: () => clearTimeout(retry),
  };
};
