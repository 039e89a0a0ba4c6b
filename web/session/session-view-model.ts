import {
  EMPTY,
  asyncScheduler,
  distinctUntilChanged,
  distinctUntilKeyChanged,
  endWith,
  filter,
  ignoreElements,
} from 'rxjs';
import {
  interval,
  map,
  merge,
  scan,
  share,
  startWith,
  switchMap,
  takeUntil,
  takeWhile,
  throttleTime,
  timer,
} from 'rxjs';
import { Subject, type Observable, type SchedulerLike } from 'rxjs';
import type { Clock } from '../../devices/index.ts';
import {
  BREATH_PACE,
  type ActivityNoted,
  type Button,
  type LiveBreathing,
  type PromptReply,
  type Protocol,
} from '../../engine/index.ts';
import { heartNow, type HeartNow } from './heart-now.ts';
import type { LiveSession, SensorFault } from './live-session.ts';
import { sketchSession, type SessionPicture } from './session-picture.ts';
import { OPENING_STATE, stateAfter, type Leaving, type SessionState } from './session-state.ts';
import { announcementOf, questions } from './words/announcements.ts';
import { keepLatest, type Behavior } from '../kit/behavior.ts';
import { breath$, type Breath } from './pacer.ts';

/** What the person can press. */
export interface SessionControls {
  calmer(): void;
  livelier(): void;
  skip(): void;
  tooMuch(): void;
  resume(): void;
  stop(): void;
  markCraving(): void;
  rate(value: number, moment: 'before' | 'during'): void;
  tag(tags: readonly string[]): void;
  /** Answers the question that waits, or puts it aside. */
  answerPrompt(said: PromptReply): void;
  /** Turns the breathing guide on or off. @param breathsPerMinute absent: the person's own pace */
  setPacer(on: boolean, breathsPerMinute?: number): void;
  connectAgain(): void;
  /** From here on nothing learned picks. */
  stopLearning(): void;
  /** Logs what an activity concluded. */
  note(event: Omit<ActivityNoted, 'type' | 'atMs' | 'author'>): void;
}

export interface SessionViewModel extends SessionControls {
  readonly id: string;
  readonly protocol: Protocol;
  readonly state$: Behavior<SessionState>;
  readonly heart$: Behavior<HeartNow>;
  /** How the person breathes now; worked out when asked for. Absent: not known surely. */
  readonly breathing: () => LiveBreathing | undefined;
  /** Where in the breath the guide is; absent while it is off. */
  readonly breath$: Behavior<Breath | undefined>;
  /** Whole seconds until the session ends by itself at the latest. */
  readonly remainingS$: Behavior<number>;
  readonly sensorFault$: Behavior<SensorFault | undefined>;
  readonly broken$: Behavior<boolean>;
  /** Sentences for the screen reader, few and unhurried. */
  readonly announcements$: Observable<string>;
  /** For the canvases: grows; read it on each `drawn$`. */
  readonly picture: SessionPicture;
  /** About once a second. */
  readonly drawn$: Observable<void>;
  /** After Stop: not going on, but not done with rating either. */
  leave(): void;
  /** Ends the session, with the rating afterwards where one was given. */
  finish(rating?: number): void;
}

export interface SessionViewPorts {
  readonly clock: Clock;
  /** The pace that the person breathes at with the guide, breaths a minute. Absent: the usual one. */
  readonly ownPace?: () => number;
  readonly scheduler?: SchedulerLike;
}

const usualPace = (): number => BREATH_PACE.perMinute;
const SPEAK_EVERY_MS = 8000;
/** A session that is quiet for so long has been left. */
const LEFT_AFTER_MS = 10 * 60_000;

/** What the session screen shows and can do. Lives as long as the session. */
export function sessionViewModel(
  session: LiveSession,
  protocol: Protocol,
  { clock, ownPace = usualPace, scheduler = asyncScheduler }: SessionViewPorts,
): SessionViewModel {
  const sketch = sketchSession(session.heart);
  const { events$ } = session;
  const over$ = events$.pipe(ignoreElements(), endWith(true));
  const leaving$ = new Subject<Leaving>();
  const state$ = keepLatest(
    merge(events$.pipe(endWith(undefined)), leaving$).pipe(
      takeWhile((event) => event !== undefined),
      scan(stateAfter, OPENING_STATE),
      distinctUntilChanged(),
    ),
    OPENING_STATE,
  );
  events$.subscribe((event) => sketch.add(event));
  const drawn$ = interval(1000, scheduler).pipe(
    startWith(0),
    map(() => undefined),
    takeUntil(over$),
    share(),
  );
  const guide$ = state$.pipe(map(({ pacer }) => pacer));
  const remainingNow = (): number =>
    Math.max(0, Math.ceil((endsAtMs(protocol, state$.value, session.startedAtMs) - clock()) / 1000));
  const heartAtPresent = (): HeartNow => heartNow(session.heart, clock(), state$.value.sensor);
  const finish = (rating?: number): void => {
    if (rating !== undefined)
      session.send({ type: 'rating', scale: 'craving', value: rating, moment: 'after' });
    session.end(state$.value.halt === 'session-over' ? 'finished' : 'stopped');
  };
  quietFor$(state$, LEFT_AFTER_MS, scheduler)
    .pipe(takeUntil(over$))
    .subscribe(() => finish());
  return {
    id: session.id,
    protocol,
    state$,
    heart$: keepLatest(merge(drawn$, state$).pipe(map(heartAtPresent), distinctUntilChanged(sameHeart)), {
      kind: 'none',
    }),
    breathing: () => session.breathing(clock()),
    breath$: keepLatest(breath$(guide$, clock, scheduler).pipe(takeUntil(over$)), undefined),
    remainingS$: keepLatest(drawn$.pipe(map(remainingNow), distinctUntilChanged()), remainingNow()),
    sensorFault$: session.sensorFault$,
    broken$: session.broken$,
    announcements$: spoken(state$, scheduler),
    picture: sketch.picture,
    drawn$,
    ...controlsOf(session, ownPace),
    leave: () => leaving$.next({ type: 'leaving' }),
    finish,
  };
}

function controlsOf(session: LiveSession, ownPace: () => number): SessionControls {
  const press = (button: Button): void => session.send({ type: 'press', button });
  return {
    calmer: () => press('calmer'),
    livelier: () => press('livelier'),
    skip: () => press('skip'),
    tooMuch: () => press('too-much'),
    resume: () => press('resume'),
    stop: () => session.stop(),
    markCraving: () => session.send({ type: 'mark', what: 'craving' }),
    rate: (value, moment) => session.send({ type: 'rating', scale: 'craving', value, moment }),
    tag: (tags) => session.send({ type: 'tag', tags }),
    answerPrompt: (said) => session.send({ type: 'prompt-answer', said }),
    setPacer: (on, breathsPerMinute = ownPace()) =>
      session.send({ type: 'pacer', ...(on && { breathsPerMinute }) }),
    connectAgain: () => session.connectAgain(),
    stopLearning: () => session.send({ type: 'learning-stopped' }),
    note: (event) => session.send({ type: 'activity', ...event }),
  };
}

/** The phase's own end at the latest, and after it every phase still to come at its longest. */
function endsAtMs(protocol: Protocol, { phase, phaseEndsAtMs }: SessionState, startedAtMs: number): number {
  const next = protocol.phases.findIndex(({ id }) => id === phase) + 1;
  const toComeS = protocol.phases.slice(next).reduce((sum, { maxS }) => sum + maxS, 0);
  return (phaseEndsAtMs ?? startedAtMs) + toComeS * 1000;
}

/** Emits when no music has played for `ms`. */
const quietFor$ = (
  state$: Observable<SessionState>,
  ms: number,
  scheduler: SchedulerLike,
): Observable<unknown> =>
  state$.pipe(
    map(({ stage }) => stage === 'running'),
    distinctUntilChanged(),
    switchMap((running) => (running ? EMPTY : timer(ms, scheduler))),
  );

/** A halt is said at once, everything else with pauses in between, the latest first. */
function spoken(state$: Observable<SessionState>, scheduler: SchedulerLike): Observable<string> {
  const sentence$ = state$.pipe(
    map((state) => ({ text: announcementOf(state), urgent: state.stage !== 'running' })),
    distinctUntilKeyChanged('text'),
    filter(({ text }) => text !== ''),
    share(),
  );
  const question$ = state$.pipe(
    map(({ prompt }) => prompt),
    distinctUntilChanged(),
    filter((prompt) => prompt !== undefined),
    map(({ question }) => ({ text: questions[question] })),
  );
  return merge(
    question$,
    sentence$.pipe(filter(({ urgent }) => urgent)),
    sentence$.pipe(
      filter(({ urgent }) => !urgent),
      throttleTime(SPEAK_EVERY_MS, scheduler, { leading: true, trailing: true }),
    ),
  ).pipe(map(({ text }) => text));
}

const sameHeart = (a: HeartNow, b: HeartNow): boolean => JSON.stringify(a) === JSON.stringify(b);
