import { liveQuery } from 'dexie';
import { asyncScheduler, filter, map, Observable, type SchedulerLike, type Subscription } from 'rxjs';

/**
 * What a table of the browser's database has to say. `waiting`: it has not answered yet. `unavailable`: it could not be
 * read (refused, cleared away, broken); asked again by itself.
 */
export type Live<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'read'; readonly value: T }
  | { readonly state: 'unavailable'; readonly why: string };

/** Why there is nothing of a table to show. `locked`: it is in the vault, which the person opens first. */
export type Unread = Exclude<Live<never>, { readonly state: 'read' }> | { readonly state: 'locked' };

export const WAITING = { state: 'waiting' } as const;

/** The value that was read, `undefined` while there is none. */
export const readOf = <T>(live: Live<T>): T | undefined => (live.state === 'read' ? live.value : undefined);

/** The values that are read; what was read last stands while the table cannot be read. */
export const lastRead = <T>(live$: Observable<Live<T>>): Observable<T> =>
  live$.pipe(
    filter((live) => live.state === 'read'),
    map(({ value }) => value),
  );

/** A table that has not answered for so long is said to be unavailable; its answer still counts when it comes. */
const ANSWER_MS = 5000;
const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;

/**
 * The result of `query`, anew whenever a table that it reads changes in any tab. A query that fails is told as
 * `unavailable` and tried again, after 1 s at first and then ever less often, or as soon as a table changes; one that
 * does not answer is told so too. Never errors and never completes.
 */
export const liveTable = <T>(
  query: () => Promise<T>,
  scheduler: SchedulerLike = asyncScheduler,
): Observable<Live<T>> =>
  new Observable((subscriber) => {
    let retryMs = FIRST_RETRY_MS;
    let retry: Subscription | undefined;
    let reading: { unsubscribe(): void } | undefined;
    const silence = scheduler.schedule(
      () => subscriber.next({ state: 'unavailable', why: 'the browser does not answer' }),
      ANSWER_MS,
    );
    const fail = (cause: unknown): void => {
      if (subscriber.closed) return;
      silence.unsubscribe();
      subscriber.next({ state: 'unavailable', why: cause instanceof Error ? cause.message : String(cause) });
      retry?.unsubscribe();
      retry = scheduler.schedule(read, retryMs);
      retryMs = Math.min(LAST_RETRY_MS, 2 * retryMs);
    };
    const read = (): void => {
      reading?.unsubscribe();
      // Dexie keeps a closed database to itself; asked here, every failure is seen.
      reading = liveQuery(() =>
        query().catch((cause: unknown) => {
          fail(cause);
          throw cause;
        }),
      ).subscribe({
        next: (value) => {
          silence.unsubscribe();
          retry?.unsubscribe();
          retryMs = FIRST_RETRY_MS;
          subscriber.next({ state: 'read', value });
        },
        error: () => undefined,
      });
    };
    read();
    return () => {
      silence.unsubscribe();
      reading?.unsubscribe();
      retry?.unsubscribe();
    };
  });
