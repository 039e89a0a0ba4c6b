import {
  asyncScheduler,
  defer,
  endWith,
  filter,
  ignoreElements,
  merge,
  retry,
  switchMap,
  take,
  takeUntil,
  timer,
  type Observable,
  type SchedulerLike,
} from 'rxjs';
import type { RoomTold } from '../../../server/contract/index.ts';
import type { SettableBehavior } from '../../kit/behavior.ts';
import type { ClinicianInput, LiveSession } from '../../session/live-session.ts';
import { orderOf } from './order-of.ts';
import type { EnterRoom } from './room-socket.ts';

/** Who looks on, and what they last asked for. */
export interface Company {
  readonly watchers: number;
  /** Absent: nothing yet. */
  readonly order?: ClinicianInput;
}

interface Staying {
  readonly session: Pick<LiveSession, 'id' | 'events$' | 'order'>;
  readonly enter: EnterRoom;
  /** Waited for: a session may begin before it is known, and a sign-in may end in the middle of one. */
  readonly isSignedIn$: Observable<boolean>;
  /** The network may be back. */
  readonly online$: Observable<unknown>;
  /** Told of who is there; `undefined` while the room is not reached, and once the session is over. */
  readonly company$: Pick<SettableBehavior<Company | undefined>, 'next' | 'value'>;
  readonly scheduler?: SchedulerLike;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15_000;

/**
 * Keeps a session's page in its room until the session is over, and has it carry out what is asked there, each command
 * once. It enters anew after every cut, and after the service did not know the session yet.
 */
export const stayInRoom = (staying: Staying): void => {
  const { session, enter, isSignedIn$, online$, company$, scheduler = asyncScheduler } = staying;
  let next = 0;
  const wait = (_: unknown, attempt: number): Observable<unknown> => {
    company$.next(undefined);
    const ms = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1));
    return merge(timer(ms, scheduler), online$).pipe(take(1));
  };
  const hear = (told: RoomTold): void => {
    if (told.type === 'presence') company$.next({ ...company$.value, watchers: told.watchers });
    if (told.type !== 'command' || told.number < next) return;
    next = told.number + 1;
    const order = orderOf(told.number, told.command);
    if (!order) return;
    session.order(order);
    company$.next({ watchers: 1, ...company$.value, order });
  };
  const over$ = session.events$.pipe(ignoreElements(), endWith(undefined));
  const signedIn$ = isSignedIn$.pipe(filter(Boolean), take(1));
  defer(() => signedIn$.pipe(switchMap(() => enter(session.id, next))))
    .pipe(retry({ delay: wait, resetOnSuccess: true }), takeUntil(over$))
    .subscribe({ next: hear, complete: () => company$.next(undefined) });
};
