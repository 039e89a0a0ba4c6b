import { combineLatest, debounceTime, distinctUntilChanged, map, of, scan } from 'rxjs';
import { switchMap } from 'rxjs';
import type { Observable, OperatorFunction, SchedulerLike } from 'rxjs';
import type { Found, HeartRateSensor } from '../../devices/index.ts';
import type { BaselineFigures, InputEvent, Protocol, Signal, Tick } from '../../engine/index.ts';
import type { ModulePlayer } from '../audio/module-player.ts';
import type { Outbox } from '../storage/outbox.ts';
import { startSession, type LiveSession } from './live-session.ts';
import type { Clock } from '../../devices/index.ts';
import { behavior, type Behavior, keepLatest } from '../kit/behavior.ts';
import { reportBug } from '../kit/report-bug.ts';
import { contributionsTo, letFollow, type SessionContributor, type SessionOpening } from './contributor.ts';
import { sessionStart } from './session-start.ts';
import { sessionViewModel, type SessionViewModel } from './session-view-model.ts';

/** What the reading of a recording found that the person should know. */
export type RecordingNotes = Pick<Found, 'what' | 'partial' | 'warnings'>;

/** Where a session's heart rate comes from; none is fine too. */
export interface HeartSource {
  readonly sensor: HeartRateSensor;
  /** The resting baseline that a recording brings along. */
  readonly baseline?: BaselineFigures;
  /** The kind of session that it is made for. */
  readonly protocol?: Protocol;
  /** Absent: it is no recording of the person's. */
  readonly notes?: RecordingNotes;
}

/** What the person told before the session; every part may be left out. */
export interface BeforeAnswers {
  readonly craving?: number;
  readonly tags: readonly string[];
  /** Absent: the daily session. */
  readonly protocol?: Protocol;
}

export interface SessionsPorts {
  readonly clock: Clock;
  readonly player: ModulePlayer;
  readonly outbox: Outbox;
  /** Whoever has a share in sessions, read anew for each. */
  readonly contributors: () => readonly SessionContributor[];
  /** Takes what a contributor threw. Absent: the page's own error report. */
  readonly report?: (bug: unknown) => void;
  readonly engine: () => OperatorFunction<InputEvent | Tick, Signal>;
  readonly configHash: (protocol: Protocol) => string;
  /** `others`: what may be chosen in place of the daily session. */
  readonly protocols: {
    readonly session: Protocol;
    readonly rescue: Protocol;
    readonly others: readonly Protocol[];
  };
  /** The pace that the person breathes at with the guide, breaths a minute. Absent: the usual one. */
  readonly ownPace?: () => number;
  /** A fresh session id, and chance for the session's seed: 32 bits. */
  readonly newId: () => string;
  readonly newSeed: () => number;
  readonly scheduler?: SchedulerLike;
}

export interface SessionsViewModel {
  /** The session under way or just over; absent before the first. */
  readonly session$: Behavior<SessionViewModel | undefined>;
  /** Music is on, or would be as soon as the player can: Stop has a meaning. */
  readonly sounding$: Behavior<boolean>;
  /**
   * Music is on but cannot be heard: the browser has not let it begin, or something took the audio away since. A press
   * of `unblock` may help.
   */
  readonly blocked$: Behavior<'not-begun' | 'interrupted' | undefined>;
  readonly volume$: Behavior<number>;
  /** Kinds of session to choose from, the daily one first. */
  readonly kinds: readonly Protocol[];
  /** Sound at once, no questions. A rescue that is under way only goes on. */
  cravingNow(): void;
  begin(answers: BeforeAnswers, source?: HeartSource): void;
  /** Sound off in 0.3 s, whatever else is going on. */
  stop(): void;
  unblock(): void;
  /** @param gain 0–1 */
  setVolume(gain: number): void;
}

const START_VOLUME = 0.7;

/** The app's one session at a time and its sound. */
export function sessionsViewModel(ports: SessionsPorts): SessionsViewModel {
  const { player, protocols } = ports;
  const session$ = behavior<SessionViewModel | undefined>(undefined);
  const volume$ = behavior(START_VOLUME);
  const sounding$ = keepLatest(session$.pipe(switchMap(sounding), distinctUntilChanged()), false);
  const silent$ = player.state$.pipe(
    map(({ context }) => context === 'running'),
    scan((was: { audible: boolean; ever: boolean }, audible) => ({ audible, ever: was.ever || audible }), {
      audible: false,
      ever: false,
    }),
    map(({ audible, ever }) => (audible ? undefined : ever ? 'interrupted' : 'not-begun')),
  );
  // Refused audio is seen in the player's state; there is nothing to do but to ask for a press.
  const openAudio = (): void => void player.start().catch(() => undefined);
  player.setVolume(START_VOLUME);

  const open = (protocol: Protocol, begin: Beginning = {}): SessionViewModel => {
    session$.value?.finish();
    openAudio();
    const session = sessionViewModel(openSession(ports, protocol, begin), protocol, ports);
    session$.next(session);
    return session;
  };
  return {
    session$,
    sounding$,
    blocked$: keepLatest(
      combineLatest([sounding$, silent$]).pipe(
        map(([on, why]) => (on ? why : undefined)),
        // Opening the audio takes a moment; only a lasting silence is worth a word.
        debounceTime(BLOCKED_AFTER_MS, ports.scheduler),
        distinctUntilChanged(),
      ),
      undefined,
    ),
    volume$,
    kinds: [protocols.session, ...protocols.others],
    cravingNow: () => {
      const now = session$.value;
      const stage = now?.protocol.id === protocols.rescue.id ? now.state$.value.stage : 'ended';
      if (stage === 'halted') {
        openAudio();
        now?.resume();
      } else if (stage !== 'running') open(protocols.rescue).setPacer(true);
    },
    begin: ({ craving, tags, protocol = protocols.session }, source) => {
      const session = open(protocol, { tags, ...(source && { source }) });
      // The tags first: a rating is kept with those of its moment.
      if (tags.length > 0) session.tag(tags);
      if (craving !== undefined) session.rate(craving, 'before');
    },
    stop: () => {
      player.stop();
      session$.value?.stop();
    },
    unblock: openAudio,
    setVolume: (gain) => {
      volume$.next(gain);
      player.setVolume(gain);
    },
  };
}

const BLOCKED_AFTER_MS = 1500;

/** What a session begins with; both may be missing. */
interface Beginning {
  readonly source?: HeartSource;
  readonly tags?: readonly string[];
}

function openSession(
  ports: SessionsPorts,
  protocol: Protocol,
  { source, tags = [] }: Beginning,
): LiveSession {
  const { report = reportBug } = ports;
  const id = ports.newId();
  const opening: SessionOpening = {
    atMs: ports.clock(),
    seed: ports.newSeed(),
    protocol,
    source: source?.sensor.kind ?? 'none',
    tags,
    mayAsk: protocol.id !== ports.protocols.rescue.id,
  };
  const contributions = contributionsTo(opening, ports.contributors(), report);
  const start = sessionStart(
    opening,
    { configHash: ports.configHash(protocol), source },
    contributions.flatMap((one) => one.start ?? []),
  );
  const log = ports.outbox.open({
    ...{ id, startedAtMs: opening.atMs, protocol: protocol.id, source: opening.source },
  });
  const session = startSession(
    { ...ports, engine: ports.engine(), log },
    { id, start, sensor: source?.sensor },
  );
  letFollow(session, contributions, report);
  return session;
}

const sounding = (session: SessionViewModel | undefined): Observable<boolean> =>
  session ? session.state$.pipe(map(({ stage }) => stage === 'running')) : of(false);
