import type { SchedulerLike } from 'rxjs';

/** How long a request may take in which no byte is carried. */
const PATIENCE_MS = 10_000;
/**
 * The slowest line that is waited for. Each byte, to or fro, extends the limit by its share, so nothing may drip for
 * ever.
 */
const SLOWEST_BYTES_PER_MS = 32;

export interface TimeLimit {
  /** Aborted when the time is over. */
  readonly signal: AbortSignal;
  /** Rejects when the time is over, for what does not heed the signal. */
  readonly over: Promise<never>;
  /** So many bytes more are carried. */
  extend(bytes: number): void;
  /** It is done: nothing is aborted any more. */
  lift(): void;
}

/** The limit of one request, from now on. */
export function timeLimit(scheduler: SchedulerLike): TimeLimit {
  const controller = new AbortController();
  const over = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(new Error('no answer in time')));
  });
  let untilMs = scheduler.now() + PATIENCE_MS;
  const ring = () => scheduler.schedule(() => controller.abort(), Math.max(0, untilMs - scheduler.now()));
  let bell = ring();
  return {
    signal: controller.signal,
    over,
    extend: (bytes) => {
      bell.unsubscribe();
      untilMs += bytes / SLOWEST_BYTES_PER_MS;
      bell = ring();
    },
    lift: () => bell.unsubscribe(),
  };
}
