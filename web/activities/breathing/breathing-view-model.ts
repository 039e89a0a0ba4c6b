import { asyncScheduler } from 'rxjs';
import { recentSwing } from '../../../engine/index.ts';
import { behavior, type Behavior } from '../../kit/behavior.ts';
import type { Scope } from '../../kit/scope.ts';
import { stageOf, ticksIn } from '../../session/stages.ts';
import type { ActivityModel, ActivityPorts, ActivitySession } from '../activity.ts';
import type { breathingEvents, Ended, Length } from './events.ts';

/** Where the person is: breathing along, or done. */
export interface Practice {
  readonly at: 'breathing' | 'done';
  readonly minutes: Length;
  /** Breathed so far, silence left out. */
  readonly passedMs: number;
  /** How far the heart goes up and down with the breath, 1/min; absent: not known. */
  readonly swingBpm?: number;
}

export interface BreathingModel extends ActivityModel {
  /** Absent: it has not begun. */
  readonly practice$: Behavior<Practice | undefined>;
  readonly session$: Behavior<Session | undefined>;
  readonly guiding: ActivityPorts['guiding'];
  /** Another length; one that is over already ends the practice. */
  setLength(minutes: Length): void;
  /** Enough for now: the guide rests, the music stays. */
  finish(): void;
  /** Once more, as long again. */
  again(): void;
  /** Ends the music and with it the session. */
  end(): void;
}

type Session = ActivitySession<typeof breathingEvents>;

const PROTOCOL = 'paced-breathing';
const TICK_MS = 1000;
/** A computer that slept goes on where it was, not where it would be. */
const LONGEST_TICK_MS = 5000;

/** Breathes along with the person for some minutes, over music that stays as it is. */
// eslint-disable-next-line max-lines-per-function -- commands over one state, each a few lines
export function breathingViewModel(
  scope: Scope,
  { beginSession, guiding, clock, scheduler = asyncScheduler }: ActivityPorts<typeof breathingEvents>,
): BreathingModel {
  const practice$ = behavior<Practice | undefined>(undefined);
  const session$ = behavior<Session | undefined>(undefined);
  scope.onEnd(() => practice$.complete());
  scope.onEnd(() => session$.complete());
  let lastMs = 0;

  const paceNow = (session: Session): number => paceOf(session, guiding);
  const done = (how: Ended): void => {
    const [practice, session] = [practice$.value, session$.value];
    if (practice?.at !== 'breathing' || !session) return;
    conclude(session, practice, { how, pace: paceNow(session) });
    practice$.next({ ...practice, at: 'done' });
  };
  const passTime = (): void => {
    const [practice, session] = [practice$.value, session$.value];
    const ms = Math.min(Math.max(0, clock() - lastMs), LONGEST_TICK_MS);
    lastMs = clock();
    if (practice?.at !== 'breathing' || session?.state$.value.stage !== 'running') return;
    const passedMs = practice.passedMs + ms;
    const swing = swingOf(session, { perMinute: paceNow(session), nowMs: clock() });
    practice$.next({ at: 'breathing', minutes: practice.minutes, passedMs, ...swing });
    if (passedMs >= practice.minutes * 60_000) done('through');
  };
  const start = (minutes: Length): void => {
    session$.value?.note({ what: 'length', details: { minutes } });
    practice$.next({ at: 'breathing', minutes, passedMs: 0 });
    session$.value?.setPacer(true);
  };

  const setLength = (minutes: Length): void => {
    const practice = practice$.value;
    if (practice?.at !== 'breathing' || practice.minutes === minutes) return;
    session$.value?.note({ what: 'length', details: { minutes } });
    practice$.next({ ...practice, minutes });
  };

  return {
    practice$,
    session$,
    guiding,
    begin: () => {
      if (session$.value) return;
      const session = beginSession(PROTOCOL);
      session$.next(session);
      lastMs = clock();
      start(5);
      scope.listen(stageOf(session), (stage) => {
        if (stage === 'reflecting') done('music-over');
        // Silence after the practice has nothing more to wait for.
        if (stage !== 'running' && stage !== 'ended' && practice$.value?.at === 'done') session.finish();
      });
      scope.listen(ticksIn(session, TICK_MS, scheduler), passTime);
    },
    setLength,
    finish: () => {
      done('finished');
      if (session$.value?.state$.value.stage !== 'running') session$.value?.finish();
    },
    again: () => {
      if (practice$.value?.at === 'done' && session$.value?.state$.value.stage === 'running')
        start(practice$.value.minutes);
    },
    end: () => session$.value?.finish(),
  };
}

/** Notes what was practised, and lets the guide rest. */
function conclude(
  session: Session,
  { passedMs, swingBpm }: Pick<Practice, 'passedMs' | 'swingBpm'>,
  { how, pace }: { readonly how: Ended; readonly pace: number },
): void {
  const afterS = Math.min(3600, Math.round(passedMs / 1000));
  session.note({ what: 'practised', details: { how, afterS, pace } });
  if (swingBpm !== undefined) session.note({ what: 'swing', details: { bpm: Math.min(100, swingBpm) } });
  if (session.state$.value.pacer) session.setPacer(false);
}

/** The guide's pace, or what it would be. */
const paceOf = (session: Session, { settings$ }: ActivityPorts['guiding']): number =>
  session.state$.value.pacer?.perMinute ?? settings$.value.perMinute;

function swingOf(
  session: Session,
  { nowMs, perMinute }: { readonly nowMs: number; readonly perMinute: number },
): { swingBpm?: number } {
  const swingBpm = recentSwing(session.picture.heart.nn, nowMs, perMinute);
  return swingBpm === undefined ? {} : { swingBpm: Math.round(swingBpm) };
}
