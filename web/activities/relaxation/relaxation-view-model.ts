import { asyncScheduler, distinctUntilChanged, filter, interval, map, takeUntil } from 'rxjs';
import { behavior, type Behavior } from '../../kit/behavior.ts';
import type { Scope } from '../../kit/scope.ts';
import type { SessionState } from '../../session/session-state.ts';
import type { ActivityModel, ActivityPorts, ActivitySession } from '../activity.ts';
import type { Body, relaxationEvents } from './events.ts';
import { beginning, isGuidedBreath, stepFrom, type Happening, type Place, type Step } from './guidance.ts';

export interface RelaxationModel extends ActivityModel {
  /** Absent: it has not begun. */
  readonly place$: Behavior<Place | undefined>;
  readonly session$: Behavior<Session | undefined>;
  /** Leaves the phase for the next one. */
  goOn(): void;
  pause(): void;
  resume(): void;
  /** Leaves the words for the question. */
  finish(): void;
  /** @param body absent: passed over */
  answer(body?: Body): void;
  /** Ends the music and with it the session. */
  end(): void;
}

type Session = ActivitySession<typeof relaxationEvents>;

const PROTOCOL = 'guided-relaxation';
const TICK_MS = 1000;
/** A computer that slept goes on where it was, not where it would be. */
const LONGEST_TICK_MS = 5000;

/** Leads through the script over a session of music, and logs what was done of it. */
export function relaxationViewModel(
  scope: Scope,
  { beginSession, clock, scheduler = asyncScheduler }: ActivityPorts<typeof relaxationEvents>,
): RelaxationModel {
  const place$ = behavior<Place | undefined>(undefined);
  const session$ = behavior<Session | undefined>(undefined);
  scope.onEnd(() => place$.complete());
  scope.onEnd(() => session$.complete());

  let lastMs = 0;
  let stage: SessionState['stage'] = 'running';

  const take = ({ place, notes }: Step): void => {
    for (const note of notes) session$.value?.note(note);
    place$.next(place);
  };
  /**
   * Lets the words take the time since they last did. After Stop they wait; after the last note they may go on in
   * silence.
   */
  const catchUp = (): void => {
    const ms = Math.min(Math.max(0, clock() - lastMs), LONGEST_TICK_MS);
    lastMs = clock();
    if (place$.value && stage !== 'halted') take(stepFrom(place$.value, { type: 'time', ms }));
  };
  const happen = (happening: Happening): void => {
    catchUp();
    if (place$.value) take(stepFrom(place$.value, happening));
  };

  const follow = (session: Session): void => {
    const stage$ = stageOf(session);
    scope.listen(stage$, (now) => {
      catchUp();
      stage = now;
      if (now === 'reflecting') happen({ type: 'music-over' });
      // Silence after the question has nothing more to wait for.
      if (now !== 'running' && now !== 'ended' && place$.value?.at === 'after') session.finish();
    });
    const ended$ = stage$.pipe(filter((now) => now === 'ended'));
    scope.listen(interval(TICK_MS, scheduler).pipe(takeUntil(ended$)), catchUp);
    scope.listen(place$.pipe(map(isGuidedBreath), distinctUntilChanged()), (on) => {
      if (on !== (session.breath$.value !== undefined)) session.setPacer(on);
    });
  };

  return {
    place$,
    session$,
    begin: () => {
      if (session$.value) return;
      const session = beginSession(PROTOCOL);
      session$.next(session);
      lastMs = clock();
      take(beginning());
      follow(session);
    },
    goOn: () => happen({ type: 'on' }),
    pause: () => happen({ type: 'pause' }),
    resume: () => happen({ type: 'resume' }),
    finish: () => happen({ type: 'finish' }),
    answer: (body) => {
      happen({ type: 'answer', ...(body && { body }) });
      if (stage !== 'running') session$.value?.finish();
    },
    end: () => session$.value?.finish(),
  };
}

const stageOf = ({ state$ }: Session) =>
  state$.pipe(
    map(({ stage }) => stage),
    distinctUntilChanged(),
  );
