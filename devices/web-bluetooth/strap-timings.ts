/** How long each thing may take, ms. */
export interface StrapTimings {
  /** Without a beat for longer than this the signal is stale and shown as unknown. */
  readonly staleMs: number;
  /**
   * Without a notification for longer than this the link counts as lost,
   * even if the browser reports it as connected.
   */
  readonly silentMs: number;
  /** To connect. Long, since some systems answer only once the strap is in range again, and then at once. */
  readonly connectMs: number;
  /** To find the service, and to subscribe. */
  readonly stepMs: number;
  /** Wait after the first failure; doubled after each further one, up to `longestWaitMs`. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

export const STRAP_TIMINGS: StrapTimings = {
  staleMs: 3000,
  silentMs: 30_000,
  connectMs: 60_000,
  stepMs: 15_000,
  firstWaitMs: 1000,
  longestWaitMs: 30_000,
};

/** How long to wait after `failures` failures in a row, counted from 1. */
export const waitAfter = (failures: number, { firstWaitMs, longestWaitMs }: StrapTimings): number =>
  Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - 1));
