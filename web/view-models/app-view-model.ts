import { BehaviorSubject, combineLatest, debounceTime, distinctUntilChanged, map, of, switchMap } from 'rxjs';
import type { Observable, OperatorFunction, SchedulerLike } from 'rxjs';
import type { HeartRateSensor } from '../../devices/index.ts';
import {
  protocolNaming,
  type BaselineFigures,
  type InputEvent,
  type Protocol,
  type SessionEvent,
  type SessionStarted,
  type Tick,
} from '../../engine/index.ts';
import type { ModulePlayer } from '../audio/module-player.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { startSession, type LiveSession } from '../session/live-session.ts';
import type { Clock } from '../../devices/index.ts';
import type { ReadPacket } from '../session/session-picture.ts';
import { keepLatest, type Behavior } from './behavior.ts';
import type { CravingViewModel } from './craving-view-model.ts';
import type { MusicViewModel } from './music-view-model.ts';
import { sessionViewModel, type SessionViewModel } from './session-view-model.ts';

/** Where a session's heart rate comes from; none is fine too. */
export interface HeartSource {
  readonly sensor: HeartRateSensor;
  /** The resting baseline that a recording brings along. */
  readonly baseline?: BaselineFigures;
}

/** What the person told before the session; every part may be left out. */
export interface BeforeAnswers {
  readonly craving?: number;
  readonly tags: readonly string[];
}

export interface AppPorts {
  readonly clock: Clock;
  readonly player: ModulePlayer;
  readonly outbox: Outbox;
  readonly craving: Pick<CravingViewModel, 'learningAt' | 'follow'>;
  /** The person's music; absent: only what comes with Attune. */
  readonly music?: Pick<MusicViewModel, 'profile'>;
  readonly engine: () => OperatorFunction<InputEvent | Tick, SessionEvent>;
  readonly configHash: (protocol: Protocol) => string;
  readonly protocols: { readonly session: Protocol; readonly rescue: Protocol };
  readonly readPacket: ReadPacket;
  /** A fresh session id, and chance for the session's seed: 32 bits. */
  readonly newId: () => string;
  readonly newSeed: () => number;
  readonly scheduler?: SchedulerLike;
}

export interface AppViewModel {
  /** The session under way or just over; absent before the first. */
  readonly session$: Behavior<SessionViewModel | undefined>;
  /** Music is on, or would be as soon as the player can: Stop has a meaning. */
  readonly sounding$: Behavior<boolean>;
  /** Music is on but the browser or another app holds the audio: a press of `unblock` may help. */
  readonly blocked$: Behavior<boolean>;
  readonly volume$: Behavior<number>;
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
export function appViewModel(ports: AppPorts): AppViewModel {
  const { player, protocols } = ports;
  const session$ = new BehaviorSubject<SessionViewModel | undefined>(undefined);
  const volume$ = new BehaviorSubject(START_VOLUME);
  const sounding$ = keepLatest(session$.pipe(switchMap(sounding), distinctUntilChanged()), false);
  const audible$ = player.state$.pipe(map(({ context }) => context === 'running'));
  // Refused audio is seen in the player's state; there is nothing to do but to ask for a press.
  const openAudio = (): void => void player.start().catch(() => undefined);
  player.setVolume(START_VOLUME);

  const open = (protocol: Protocol, source?: HeartSource): SessionViewModel => {
    session$.value?.finish();
    openAudio();
    const session = sessionViewModel(openSession(ports, protocol, source), protocol, ports);
    session$.next(session);
    return session;
  };
  return {
    session$,
    sounding$,
    blocked$: keepLatest(
      combineLatest([sounding$, audible$]).pipe(
        map(([on, audible]) => on && !audible),
        // Opening the audio takes a moment; only a lasting silence is worth a word.
        debounceTime(BLOCKED_AFTER_MS, ports.scheduler),
        distinctUntilChanged(),
      ),
      false,
    ),
    volume$,
    cravingNow: () => {
      const now = session$.value;
      const stage = now?.protocol.id === protocols.rescue.id ? now.state$.value.stage : 'ended';
      if (stage === 'halted') {
        openAudio();
        now?.resume();
      } else if (stage !== 'running') open(protocols.rescue).setPacer(true);
    },
    begin: ({ craving, tags }, source) => {
      const session = open(protocols.session, source);
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

function openSession(ports: AppPorts, protocol: Protocol, source?: HeartSource): LiveSession {
  const id = ports.newId();
  const startedAtMs = ports.clock();
  const kind = source?.sensor.kind ?? 'none';
  // A recorded heart is not this person's; and "Craving now" promises music without questions.
  const own = kind === 'strap' || kind === 'none';
  const mayAsk = protocol.id !== ports.protocols.rescue.id;
  const learning = own ? ports.craving.learningAt(startedAtMs, mayAsk) : undefined;
  const start: SessionStarted = {
    type: 'session-started',
    atMs: startedAtMs,
    author: 'person',
    version: 1,
    ...protocolNaming(protocol),
    seed: ports.newSeed(),
    configHash: ports.configHash(protocol),
    profile: { triggers: [], earlyRecovery: false, ...ports.music?.profile() },
    ...(source?.baseline && { baseline: source.baseline }),
    ...(learning && { craving: learning }),
    source: { kind, name: source?.sensor.name ?? 'none' },
  };
  const log = ports.outbox.open({ id, startedAtMs, protocol: protocol.id, source: kind });
  const session = startSession(
    { ...ports, engine: ports.engine(), log },
    { id, start, sensor: source?.sensor },
  );
  if (learning) ports.craving.follow(session);
  return session;
}

const sounding = (session: SessionViewModel | undefined): Observable<boolean> =>
  session ? session.state$.pipe(map(({ stage }) => stage === 'running')) : of(false);
