import {
  distinctUntilChanged,
  filter,
  interval,
  map,
  takeUntil,
  type Observable,
  type SchedulerLike,
} from 'rxjs';
import type { SessionState } from './session-state.ts';

interface Staged {
  readonly state$: Observable<SessionState>;
}

/** The stage of a session, each time that it changes; the present one first. */
export const stageOf = ({ state$ }: Staged): Observable<SessionState['stage']> =>
  state$.pipe(
    map(({ stage }) => stage),
    distinctUntilChanged(),
  );

/** Ticks every so many ms until the session has ended. */
export const ticksIn = (session: Staged, everyMs: number, scheduler: SchedulerLike): Observable<number> =>
  interval(everyMs, scheduler).pipe(takeUntil(stageOf(session).pipe(filter((stage) => stage === 'ended'))));
