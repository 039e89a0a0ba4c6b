import { asyncScheduler, distinctUntilChanged, interval, map, of, startWith, switchMap } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { Clock } from '../../devices/index.ts';

export interface Breath {
  readonly direction: 'in' | 'out';
  /** Whole seconds left in this direction, 1 at the least. */
  readonly secondsLeft: number;
}

export const BREATH_IN_MS = 4000;
export const BREATH_OUT_MS = 6000;

/** Where in the breath one is, `elapsedMs` after the pacer began. */
export function breathAt(elapsedMs: number): Breath {
  const intoMs = elapsedMs % (BREATH_IN_MS + BREATH_OUT_MS);
  return intoMs < BREATH_IN_MS
    ? { direction: 'in', secondsLeft: Math.ceil((BREATH_IN_MS - intoMs) / 1000) }
    : { direction: 'out', secondsLeft: Math.ceil((BREATH_IN_MS + BREATH_OUT_MS - intoMs) / 1000) };
}

/**
 * The breath now, several times a second.
 *
 * @param since$ when the guide began; `undefined`: it is off, and so is the breath
 */
export function breath$(
  since$: Observable<number | undefined>,
  clock: Clock,
  scheduler: SchedulerLike = asyncScheduler,
): Observable<Breath | undefined> {
  const from = (sinceMs: number): Observable<Breath> =>
    interval(200, scheduler).pipe(
      startWith(0),
      map(() => breathAt(clock() - sinceMs)),
    );
  return since$.pipe(
    distinctUntilChanged(),
    switchMap((sinceMs) => (sinceMs === undefined ? of(undefined) : from(sinceMs))),
    distinctUntilChanged((a, b) => a?.direction === b?.direction && a?.secondsLeft === b?.secondsLeft),
  );
}
