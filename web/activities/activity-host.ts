import { filter, merge, take, type SchedulerLike } from 'rxjs';
import type { Clock } from '../../devices/index.ts';
import { protocolOf, type Unlocking } from '../../engine/index.ts';
import { behavior, type Behavior, type SettableBehavior } from '../kit/behavior.ts';
import { openScope, type Scope } from '../kit/scope.ts';
import type { Voice } from '../session/script/voice.ts';
import type { SessionViewModel } from '../session/session-view-model.ts';
import type { SessionsViewModel, HeartSource } from '../session/sessions-view-model.ts';
import type {
  Activity,
  ActivityCard,
  ActivityModel,
  ActivityPorts,
  ActivitySession,
  ListedActivity,
} from './activity.ts';
import { schemaFault } from './activity-schema.ts';

export interface HostPorts {
  readonly list: readonly ListedActivity[];
  readonly sessions: Pick<SessionsViewModel, 'begin' | 'session$' | 'blocked$' | 'unblock'> & {
    /** How breathing is guided in all of them. */
    readonly guiding: ActivityPorts['guiding'];
  };
  /** The heart that sessions go by now; absent: none. */
  readonly source: () => HeartSource | undefined;
  readonly clock: Clock;
  readonly scheduler?: SchedulerLike;
  readonly voice?: Voice;
}

/** An activity that a screen shows. */
export interface Visit {
  readonly activity: Activity;
  readonly model: ActivityModel;
  /** Absent: the person still stands at its door. */
  readonly session$: Behavior<SessionViewModel | undefined>;
}

export interface ActivityHost {
  /** The activity that leads the session under way; absent: none does. */
  readonly running$: Behavior<string | undefined>;
  /** Loads and creates it, or gives the one that is under way. `undefined`: there is none of this id. */
  enter(id: string): Promise<Visit | undefined>;
  /** As the sessions have it: music is on but cannot be heard. */
  readonly blocked$: SessionsViewModel['blocked$'];
  unblock(): void;
  /** The screen is gone. What has not begun, or is over, ends; what is under way waits. */
  leave(visit: Visit): void;
}

/** Whether a person may begin it now: it is open to all, or a clinician has unlocked it for them. */
export const isOpenTo = (
  { unlock }: ActivityCard,
  unlocked: readonly Unlocking[] | undefined,
  atMs: number,
): boolean =>
  unlock === undefined ||
  (unlocked ?? []).some(({ protocol, untilMs }) => protocol === unlock && atMs < untilMs);

/** A visit as the host keeps it. */
interface Created extends Visit {
  readonly session$: SettableBehavior<SessionViewModel | undefined>;
  readonly scope: Scope;
  /** Screens that show it. */
  screens: number;
}

/** Creates activities for screens, and keeps the one that leads a session while people look elsewhere. */
export function activityHost(ports: HostPorts): ActivityHost {
  const running$ = behavior<string | undefined>(undefined);
  let leading: Created | undefined;

  const endUnlessShown = (one: Created): void => {
    if (one.screens === 0 && one !== leading) one.scope.end();
  };
  const letGo = (one: Created): void => {
    if (one !== leading) return;
    leading = undefined;
    running$.next(undefined);
    endUnlessShown(one);
  };
  const lead = (one: Created, session: SessionViewModel): void => {
    if (leading) letGo(leading);
    leading = one;
    one.session$.next(session);
    running$.next(one.activity.id);
    const over$ = merge(
      session.state$.pipe(filter(({ stage }) => stage === 'ended')),
      ports.sessions.session$.pipe(filter((now) => now !== session)),
      session.broken$.pipe(filter(Boolean)),
    );
    one.scope.listen(over$.pipe(take(1)), () => letGo(one));
  };
  const create = (activity: Activity): Created => {
    const scope = openScope();
    const model = activity.create(
      scope,
      portsOf(ports, activity, (session) => lead(created, session)),
    );
    const session$ = behavior<SessionViewModel | undefined>(undefined);
    const created: Created = { activity, model, scope, session$, screens: 0 };
    return created;
  };

  return {
    running$,
    blocked$: ports.sessions.blocked$,
    unblock: () => ports.sessions.unblock(),
    enter: async (id) => {
      const activity = await ports.list.find((one) => one.id === id)?.load();
      if (!activity) return undefined;
      const visit = leading?.activity.id === id ? leading : create(activity);
      visit.screens += 1;
      return visit;
    },
    leave: (visit) => {
      const created = visit as Created;
      created.screens -= 1;
      endUnlessShown(created);
    },
  };
}

function portsOf(
  { sessions, source, clock, scheduler, voice }: HostPorts,
  activity: Activity,
  onBegun: (session: SessionViewModel) => void,
): ActivityPorts {
  const { id, version } = activity;
  const noting = (session: SessionViewModel): ActivitySession => ({
    ...session,
    note: ({ what, details }) => {
      const event = {
        ...{ activity: id, version, what },
        ...(Object.keys(details).length > 0 && { details }),
      };
      const fault = schemaFault(activity, event);
      if (fault) throw new RangeError(`an event of ${id} ${fault}`);
      session.note(event);
    },
  });
  return {
    beginSession: (protocol) => {
      sessions.begin({ tags: [], protocol: protocolOf(protocol) }, source());
      const session = sessions.session$.value!;
      onBegun(session);
      return noting(session);
    },
    guiding: sessions.guiding,
    clock,
    ...(scheduler && { scheduler }),
    ...(voice && { voice }),
  };
}
