import { NEVER, Observable, Subject, type Subscriber } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../../engine/index.ts';
import type { RoomTold } from '../../../../server/contract/index.ts';
import { stayInRoom, type Company } from '../../../../web/features/room/stay-in-room.ts';
import { behavior, type SettableBehavior } from '../../../../web/kit/behavior.ts';
import type { ClinicianInput } from '../../../../web/session/live-session.ts';

/** Each time the page entered: from which number, and the line to it. */
let entered: { readonly from: number; readonly line: Subscriber<RoomTold> }[];
let left: number;
let orders: ClinicianInput[];
let events$: Subject<SessionEvent>;
let online$: Subject<unknown>;
let isSignedIn$: SettableBehavior<boolean>;
let company$: SettableBehavior<Company | undefined>;

beforeEach(() => {
  [entered, left, orders] = [[], 0, []];
  [events$, online$] = [new Subject(), new Subject()];
  isSignedIn$ = behavior(true);
  company$ = behavior<Company | undefined>(undefined);
  stayInRoom({
    session: { id: 's', events$, order: (input) => orders.push(input) },
    enter: (_session, from) =>
      new Observable((line) => {
        entered.push({ from, line });
        return () => (left += 1);
      }),
    isSignedIn$,
    online$,
    company$,
    // Waits end by the network alone.
    scheduler: { now: () => 0, schedule: () => NEVER.subscribe() },
  });
});

const line = (): Subscriber<RoomTold> => entered.at(-1)!.line;
const command = (number: number, asked: object): RoomTold =>
  ({ type: 'command', number, id: `c${number}`, by: 'c', ageMs: 3, command: asked }) as unknown as RoomTold;
const calmer = { type: 'press', button: 'calmer', level: 1, why: 'she asked for it' };

describe('stayInRoom', () => {
  it('has the session carry out a command, with its fields as they were given and its number', () => {
    line().next(command(0, calmer));
    expect(orders).toEqual([{ ...calmer, command: 0 }]);
  });

  it('carries out each once, also where it is given again after a cut', () => {
    line().next(command(0, calmer));
    line().error(new Error('cut'));
    online$.next(1);
    expect(entered.map(({ from }) => from)).toEqual([0, 1]);
    line().next(command(0, calmer));
    line().next(command(1, { type: 'pacer', breathsPerMinute: 5 }));
    expect(orders.map((order) => order.command)).toEqual([0, 1]);
  });

  it.each([
    { type: 'session-ended', reason: 'finished' },
    { type: 'press', button: 'explode' },
    { type: 'press', button: 'calmer', level: 9 },
    { type: 'press', button: 'calmer', seq: 4 },
    { type: 'press', button: 'calmer', author: 'engine' },
    { type: 'pacer', breathsPerMinute: 60 },
    { type: 'tag', tags: 'sitting' },
    { type: '__proto__' },
  ])('leaves what no session carries out: %o', (asked) => {
    line().next(command(0, asked));
    line().next(command(1, { type: 'mark', what: 'craving' }));
    expect(orders).toEqual([{ type: 'mark', what: 'craving', command: 1 }]);
  });

  it('waits for somebody to be signed in, before it enters and after a cut', () => {
    isSignedIn$.next(false);
    line().error(new Error('cut'));
    online$.next(1);
    expect(entered).toHaveLength(1);
    isSignedIn$.next(true);
    expect(entered).toHaveLength(2);
  });

  it('says who looks on, and nothing of it while the room is not reached', () => {
    line().next({ type: 'presence', plays: true, watchers: 1 });
    expect(company$.value).toEqual({ watchers: 1 });
    line().next(command(0, calmer));
    line().next({ type: 'presence', plays: true, watchers: 0 });
    expect(company$.value).toEqual({ watchers: 0, order: { ...calmer, command: 0 } });
    line().error(new Error('cut'));
    expect(company$.value).toBeUndefined();
  });

  it('leaves with the end of the session, also while it waits to enter anew', () => {
    line().next({ type: 'presence', plays: true, watchers: 1 });
    line().error(new Error('cut'));
    events$.complete();
    online$.next(1);
    expect(entered).toHaveLength(1);
    expect(company$.value).toBeUndefined();
    expect(left).toBe(1);
  });
});
