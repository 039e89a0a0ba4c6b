import { asyncScheduler, distinctUntilChanged, expand, map, of, switchMap, timer } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import type { Clock } from '../../devices/index.ts';
import { breathMs, shareAt, type BreathGuide } from '../audio/breath-guide.ts';

export interface Breath {
  readonly direction: 'in' | 'out';
  /** Whole seconds left in this direction, 1 at the least. */
  readonly secondsLeft: number;
  /** Seconds that this direction takes from its beginning. */
  readonly lengthS: number;
}

/** Where in the breath one is. */
export function breathAt(guide: BreathGuide, atMs: number): Breath {
  const { direction, leftMs, lengthMs } = placeAt(guide, atMs);
  return { direction, secondsLeft: Math.max(1, Math.ceil(leftMs / 1000)), lengthS: lengthMs / 1000 };
}

/**
 * The breath now, again whenever its direction or its count changes.
 *
 * @param guide$ `undefined`: the guide is off, and so is the breath
 */
export function breath$(
  guide$: Observable<BreathGuide | undefined>,
  clock: Clock,
  scheduler: SchedulerLike = asyncScheduler,
): Observable<Breath | undefined> {
  const from = (guide: BreathGuide): Observable<Breath> =>
    of(0).pipe(
      expand(() => timer(untilChangeMs(guide, clock()), scheduler)),
      map(() => breathAt(guide, clock())),
    );
  return guide$.pipe(
    distinctUntilChanged(),
    switchMap((guide) => (guide === undefined ? of(undefined) : from(guide))),
    distinctUntilChanged(
      (a, b) =>
        a?.direction === b?.direction && a?.secondsLeft === b?.secondsLeft && a?.lengthS === b?.lengthS,
    ),
  );
}

function placeAt(guide: BreathGuide, atMs: number) {
  const wholeMs = breathMs(guide.perMinute);
  const inMs = guide.inShare * wholeMs;
  // Whole microseconds, for a breath's end must not be a hair before it.
  const intoMs = Math.round(1000 * shareAt(guide, atMs) * wholeMs) / 1000;
  return intoMs < inMs
    ? ({ direction: 'in', leftMs: inMs - intoMs, lengthMs: inMs } as const)
    : ({ direction: 'out', leftMs: wholeMs - intoMs, lengthMs: wholeMs - inMs } as const);
}

/** Until the count falls or the direction turns; a timer that is a hair early looks once more. */
function untilChangeMs(guide: BreathGuide, atMs: number): number {
  const { leftMs } = placeAt(guide, atMs);
  return Math.max(1, leftMs - 1000 * (Math.ceil(leftMs / 1000) - 1));
}
