import { rolesUnder } from '../../../server/contract/roles.ts';
import { map, type Observable } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature, ScreenRoute } from '../../session/feature.ts';
import { accountApi } from './account-api.ts';
import { accountViewModel, type AccountViewModel, type Standing } from './account-view-model.ts';
import { browserPasskeys } from './passkeys.ts';
import { ways as words } from './words.ts';

interface AccountPorts {
  readonly fetch: typeof globalThis.fetch;
  /** A request was refused for want of somebody who is signed in. */
  readonly signedOut$: Observable<unknown>;
}

/** Signing in to a clinic's service. Where the service is one person's own, none of it is there. */
export function accountFeature({ fetch, signedOut$ }: AccountPorts): Feature & {
  /** Asks the service what it is, and who is signed in. */
  readonly look: () => Promise<void>;
  /** Somebody has signed in, who had not been. */
  readonly signedIn$: Observable<unknown>;
  readonly isSignedIn$: Behavior<boolean>;
  readonly isClient$: Behavior<boolean>;
} {
  const account = accountViewModel(accountApi(fetch), browserPasskeys());
  const { standing$ } = account;
  signedOut$.subscribe(() => void account.look());
  const openTo = (is: (standing: Standing) => boolean) =>
    keepLatest(standing$.pipe(map(is)), is(standing$.value));
  const isClinic$ = openTo(({ kind }) => kind === 'nobody' || kind === 'in');
  const isIn$ = openTo(({ kind }) => kind === 'in');
  const isOut$ = openTo(({ kind }) => kind === 'nobody');
  const administers$ = openTo(
    (standing) => standing.kind === 'in' && rolesUnder(standing.me.role).length > 0,
  );
  return {
    look: () => account.look(),
    signedIn$: account.signedIn$,
    isSignedIn$: isIn$,
    isClient$: openTo((standing) => standing.kind === 'in' && standing.me.role === 'client'),
    routes: screensOf(account, isClinic$),
    waits$: keepLatest(
      isOut$.pipe(map((isOut) => (isOut ? [{ to: '/sign-in', line: words.waits }] : []))),
      [],
    ),
    ways: [
      {
        section: 'plan',
        to: '/sign-in',
        label: words.signIn,
        hint$: behavior(words.signInHint),
        open$: isOut$,
      },
      {
        section: 'plan',
        to: '/account',
        label: words.account,
        hint$: behavior(words.accountHint),
        open$: isIn$,
      },
      {
        section: 'plan',
        to: '/people',
        label: words.people,
        hint$: behavior(words.peopleHint),
        open$: administers$,
      },
    ],
  };
}

const screensOf = (account: AccountViewModel, open$: Behavior<boolean>): readonly ScreenRoute[] => [
  {
    ...{ path: '/sign-in', open$, rarely: true },
    ...part(() => import('./sign-in-screen.tsx').then(({ SignInScreen }) => SignInScreen), { account }),
  },
  {
    ...{ path: '/invitation/:token', open$, rarely: true },
    ...part(() => import('./invitation-screen.tsx').then(({ InvitationScreen }) => InvitationScreen), {
      account,
    }),
  },
  {
    ...{ path: '/account', open$, rarely: true },
    ...part(() => import('./account-screen.tsx').then(({ AccountScreen }) => AccountScreen), { account }),
  },
  {
    ...{ path: '/people', open$, rarely: true },
    ...part(() => import('./people-screen.tsx').then(({ PeopleScreen }) => PeopleScreen), { account }),
  },
];
