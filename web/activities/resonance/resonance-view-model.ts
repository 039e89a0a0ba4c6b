import { asyncScheduler } from 'rxjs';
import {
  BREATH_RANGE,
  chance,
  paceOrder,
  resonanceAssessment,
  type PacedStretch,
  type ResonanceVerdict,
} from '../../../engine/index.ts';
import { behavior, type Behavior } from '../../kit/behavior.ts';
import type { Scope } from '../../kit/scope.ts';
import type { SessionState } from '../../session/session-state.ts';
import { stageOf, ticksIn } from '../../session/stages.ts';
import type { ActivityModel, ActivityPorts, ActivitySession } from '../activity.ts';
import { after, anew, beginning, isTimed, type Place, type Timed } from './course.ts';
import type { Left, resonanceEvents } from './events.ts';
import { notesOf, tenth } from './notes-of.ts';

export interface ResonanceModel extends ActivityModel {
  /** Absent: it has not begun. */
  readonly place$: Behavior<Place | undefined>;
  /** Whole seconds that the part still takes. */
  readonly leftS$: Behavior<number>;
  readonly session$: Behavior<Session | undefined>;
  /** Only at the end; until then nothing is concluded. */
  readonly verdict$: Behavior<ResonanceVerdict | undefined>;
  /** The person's pace for the guide, breaths a minute. */
  readonly guiding: ActivityPorts['guiding'];
  /** Leaves the part for the next one. */
  skip(): void;
  /** Ends it here: nothing is concluded. */
  leave(): void;
  /** Makes the pace that was found the pace of the breathing guide. */
  take(): void;
}

type Session = ActivitySession<typeof resonanceEvents>;

const PROTOCOL = 'paced-breathing';
const TICK_MS = 500;
/** Beats that a minute of rest must have brought. */
const LEAST_BEATS = 20;

/** Leads through six paces in an order of its own, and tells at the end at which of them the heart swings most. */
// eslint-disable-next-line max-lines-per-function -- commands over one state, each a few lines
export function resonanceViewModel(
  scope: Scope,
  { beginSession, guiding, clock, scheduler = asyncScheduler }: ActivityPorts<typeof resonanceEvents>,
): ResonanceModel {
  const place$ = behavior<Place | undefined>(undefined);
  const leftS$ = behavior(0);
  const session$ = behavior<Session | undefined>(undefined);
  const verdict$ = behavior<ResonanceVerdict | undefined>(undefined);
  for (const kept of [place$, leftS$, session$, verdict$]) scope.onEnd(() => kept.complete());
  let order: readonly number[] = [];
  let stretches: PacedStretch[] = [];

  const enter = (place: Place): void => {
    const session = session$.value;
    if (!session) return;
    if (place.at === 'pace') {
      session.note({ what: 'pace-begun', details: { pace: order[place.pace]! } });
      session.setPacer(true, order[place.pace]);
    } else if (session.state$.value.pacer) session.setPacer(false);
    place$.next(place);
    if (isTimed(place)) count(place);
    if (place.at === 'no-heart') session.note({ what: 'no-heart', details: {} });
    if (place.at === 'result') verdict$.next(concluded(session, stretches));
  };
  const count = ({ endsMs }: Timed): void => leftS$.next(Math.max(0, Math.ceil((endsMs - clock()) / 1000)));
  const leavePace = ({ at, pace, sinceMs }: Timed, how: Left): void => {
    if (at !== 'pace') return;
    const stretch = { perMinute: order[pace]!, fromMs: sinceMs, toMs: clock() };
    session$.value!.note(leftNote(stretch, how));
    // Of a pace that is taken up again only the last time counts.
    stretches = [...stretches.filter(({ perMinute }) => perMinute !== stretch.perMinute), stretch];
  };
  const goOn = (place: Timed, how: Left): void => {
    leavePace(place, how);
    enter(place.at === 'settle' && !hasHeart(session$.value!) ? { at: 'no-heart' } : after(place, clock()));
  };
  const turn = (stage: SessionState['stage']): void => {
    const place = place$.value;
    if (stage === 'halted' && isTimed(place)) leavePace(place, 'stopped');
    if (stage === 'running' && isTimed(place) && place.sinceMs < clock()) enter(anew(place, clock()));
    if (stage === 'reflecting') session$.value?.finish();
  };
  const tick = (): void => {
    const place = place$.value;
    if (!isTimed(place) || session$.value?.state$.value.stage !== 'running') return;
    count(place);
    if (clock() >= place.endsMs) goOn(place, 'through');
  };

  return {
    place$,
    leftS$,
    session$,
    verdict$,
    guiding,
    begin: () => {
      if (session$.value) return;
      const session = beginSession(PROTOCOL);
      session$.next(session);
      // Chance that the log need not know: the order is in it, pace by pace.
      order = paceOrder(chance(clock()));
      enter(beginning(clock()));
      scope.listen(stageOf(session), turn);
      scope.listen(ticksIn(session, TICK_MS, scheduler), tick);
    },
    skip: () => {
      const place = place$.value;
      if (isTimed(place) && session$.value?.state$.value.stage === 'running') goOn(place, 'skipped');
    },
    leave: () => session$.value?.finish(),
    take: () => take(guiding, session$.value, verdict$.value),
  };
}

const leftNote = ({ perMinute, fromMs, toMs }: PacedStretch, how: Left) => ({
  what: 'pace-left' as const,
  details: { pace: perMinute, how, afterS: Math.min(600, Math.round((toMs - fromMs) / 1000)) },
});

const hasHeart = ({ picture }: Session): boolean => picture.heart.beats.length >= LEAST_BEATS;

/** The verdict on these stretches, logged. */
function concluded(session: Session, stretches: readonly PacedStretch[]): ResonanceVerdict {
  const verdict = resonanceAssessment(stretches, session.picture.heart.nn);
  for (const note of notesOf(verdict)) session.note(note);
  return verdict;
}

/** Sets the guide to the pace that was found, as near as the guide can. */
function take(
  guiding: ActivityPorts['guiding'],
  session: Session | undefined,
  verdict: ResonanceVerdict | undefined,
): void {
  if (verdict?.kind !== 'pace') return;
  const { slowest, fastest } = BREATH_RANGE;
  const rate = Math.min(fastest, Math.max(slowest, tenth(verdict.perMinute)));
  guiding.change({ perMinute: rate });
  if (session && session.state$.value.stage !== 'ended') session.note({ what: 'taken', details: { rate } });
}
