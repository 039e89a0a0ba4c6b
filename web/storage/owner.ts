import { behavior, type Behavior } from '../kit/behavior.ts';

/**
 * Whose sessions this browser keeps now: an account of a clinic's service, by its id. Absent: nobody's in particular,
 * as in a personal service. It stays when a sign-in has run out, and until somebody signs out or somebody else in.
 */
export interface Owner {
  readonly owner$: Behavior<string | undefined>;
  readonly become: (account: string | undefined) => void;
}

const KEY = 'attune-owner';

/** The owner that the browser remembers. Where it keeps nothing, it is remembered as long as the page lives. */
export function browserOwner(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Owner {
  const owner$ = behavior(storage.getItem(KEY) ?? undefined);
  return {
    owner$,
    become: (account) => {
      if (account === owner$.value) return;
      if (account === undefined) storage.removeItem(KEY);
      else storage.setItem(KEY, account);
      owner$.next(account);
    },
  };
}

/** Whether a session is for somebody to see and to send: their own, or one that was made while there was nobody. */
export const isOf =
  (owner: string | undefined) =>
  ({ account }: { readonly account?: string }): boolean =>
    account === undefined || account === owner;
