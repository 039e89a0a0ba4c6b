import {
  asyncScheduler,
  filter,
  firstValueFrom,
  fromEvent,
  map,
  merge,
  timer,
  type SchedulerLike,
} from 'rxjs';

/** The part of the Web Locks API that is used; a lock is held until the promise of `held` settles or the tab dies. */
export interface TabLocks {
  request(
    name: string,
    options: { ifAvailable?: boolean },
    held: (lock: unknown) => Promise<void>,
  ): Promise<unknown>;
}

/** What one tab says to the others. */
interface Said {
  readonly kind: 'who-holds' | 'held';
  readonly name: string;
}

/** The part of a `BroadcastChannel` that is used. */
export type TabChannel = EventTarget & { postMessage(said: Said): void };

/** A tab that lives answers sooner, ms. */
const ANSWER_MS = 500;
/** How often a lock that is held is asked for again, ms. */
const AGAIN_MS = 5000;

/**
 * Locks for pages that get none from the browser: whoever wants one asks the other tabs whether they hold it. Two that
 * ask in the same moment both get it, which does no harm here: a session's name is known to its own tab alone at
 * first, and what two tabs send the service takes once.
 */
export function channelLocks(channel: TabChannel, scheduler: SchedulerLike = asyncScheduler): TabLocks {
  const mine = new Set<string>();
  const said$ = fromEvent<MessageEvent<Said>>(channel, 'message').pipe(map(({ data }) => data));
  said$.pipe(filter(({ kind, name }) => kind === 'who-holds' && mine.has(name))).subscribe(({ name }) => {
    channel.postMessage({ kind: 'held', name });
  });
  const isHeld = async (name: string): Promise<boolean> => {
    if (mine.has(name)) return true;
    const held$ = said$.pipe(filter((said) => said.kind === 'held' && said.name === name));
    const answer = firstValueFrom(
      merge(held$.pipe(map(() => true)), timer(ANSWER_MS, scheduler).pipe(map(() => false))),
    );
    channel.postMessage({ kind: 'who-holds', name });
    return answer;
  };
  return {
    request: async (name, { ifAvailable = false }, held) => {
      while (await isHeld(name)) {
        if (ifAvailable) return held(null);
        await firstValueFrom(timer(AGAIN_MS, scheduler));
      }
      mine.add(name);
      try {
        await held({ name });
      } finally {
        mine.delete(name);
      }
    },
  };
}
