import { rolesUnder } from '../../../server/contract/roles.ts';
import { filter, map, merge, type Observable } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { part } from '../../kit/part.ts';
import type { Feature, RouteParams, ScreenRoute, Way } from '../../session/feature.ts';
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
  /** The account that is signed in, as soon as it is known; `undefined` once somebody has signed out by themselves. */
  readonly who$: Observable<string | undefined>;
  readonly isClient$: Behavior<boolean>;
} {
  const account = accountViewModel(accountApi(fetch), browserPasskeys(), (address) =>
    location.assign(address),
  );
  const { standing$ } = account;
  signedOut$.subscribe(() => void account.look());
  const openTo = (is: (standing: Standing) => boolean) =>
    keepLatest(standing$.pipe(map(is)), is(standing$.value));
  const isClinic$ = openTo(({ kind }) => kind === 'nobody' || kind === 'in');
  const isIn$ = openTo(({ kind }) => kind === 'in');
  const needsFactor$ = openTo((standing) => standing.kind === 'in' && standing.me.needsFactor);
  const isOut$ = openTo(({ kind }) => kind === 'nobody');
  const administers$ = openTo(
    (standing) =>
      standing.kind === 'in' && !standing.me.needsFactor && rolesUnder(standing.me.role).length > 0,
  );
  return {
    look: () => account.look(),
    signedIn$: account.signedIn$,
    isSignedIn$: isIn$,
    who$: merge(
      standing$.pipe(
        filter((standing) => standing.kind === 'in'),
        map(({ me }) => me.id),
      ),
      account.signedOut$.pipe(map(() => undefined)),
    ),
    isClient$: openTo((standing) => standing.kind === 'in' && standing.me.role === 'client'),
    routes: screensOf(account, isClinic$),
    waits$: keepLatest(
      standing$.pipe(
        map((standing) => {
          if (standing.kind === 'nobody') return [{ to: '/sign-in', line: words.waits }];
          const needsFactor = standing.kind === 'in' && standing.me.needsFactor;
          return needsFactor ? [{ to: '/second-factor', line: words.waitsForFactor }] : [];
        }),
      ),
      [],
    ),
    ways: waysTo({ isOut$, isIn$, needsFactor$, administers$ }),
  };
}

const screensOf = (account: AccountViewModel, open$: Behavior<boolean>): readonly ScreenRoute[] => [
  ...['/sign-in', '/sign-in/:came'].map((path) => ({
    ...{ path, open$, rarely: true as const },
    ...part<{ account: AccountViewModel }, { params: RouteParams }>(
      () => import('./sign-in-screen.tsx').then(({ SignInScreen }) => SignInScreen),
      { account },
    ),
  })),
  {
    ...{ path: '/second-factor', open$, rarely: true },
    ...part(() => import('./second-factor-screen.tsx').then(({ SecondFactorScreen }) => SecondFactorScreen), {
      account,
    }),
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

type Openings = Readonly<Record<'isOut$' | 'isIn$' | 'needsFactor$' | 'administers$', Behavior<boolean>>>;

const waysTo = ({ isOut$, isIn$, needsFactor$, administers$ }: Openings): readonly Way[] => [
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
    to: '/second-factor',
    label: words.factor,
    hint$: behavior(words.factorHint),
    open$: needsFactor$,
  },
  {
    section: 'plan',
    to: '/people',
    label: words.people,
    hint$: behavior(words.peopleHint),
    open$: administers$,
  },
];
