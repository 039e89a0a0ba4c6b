import { filter, map, type Observable, pairwise, startWith, Subject } from 'rxjs';
import type {
  AccountList,
  CodeSetUp,
  Done,
  InvitationList,
  InvitationShown,
  MadeInvitation,
  Me,
  Role,
  SignInList,
  SignInWays,
} from '../../../server/contract/index.ts';
import { behavior, type Behavior } from '../../kit/behavior.ts';
import type { AccountApi, Said } from './account-api.ts';
import type { Passkeys } from './passkeys.ts';

/** Who is signed in here. `unknown`: not asked yet, or the service did not answer. */
export type Standing =
  | { readonly kind: 'unknown' }
  /** A service of one person: nobody signs in. */
  | { readonly kind: 'personal' }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'in'; readonly me: Me };

/** What a person shows who they are by. */
export type Shown = { readonly password: string } | { readonly code: string } | 'passkey';

/** What a person is sent to the clinic's own sign-in for, and where they come back to. */
export type SentFor =
  | { readonly kind: 'sign-in' | 'connect' }
  | { readonly kind: 'accept'; readonly token: string }
  | { readonly kind: 'proof'; readonly back: 'account' | 'people' | 'second-factor' };

export interface AccountViewModel {
  readonly standing$: Behavior<Standing>;
  readonly passkeysArePossible: boolean;
  /** Somebody has signed in, who had not been. */
  readonly signedIn$: Observable<unknown>;
  /** Somebody has signed out by themselves: no sign-in that ran out. */
  readonly signedOut$: Observable<unknown>;
  /** Asks the service who is signed in; in a personal one nothing after that. */
  look(): Promise<void>;

  signIn(signInName: string, password: string): Promise<Said<'in' | 'code'>>;
  signInByCode(code: string): Promise<Said<'in' | 'code'>>;
  signInByPasskey(): Promise<Said<'in' | 'code'>>;
  signOut(): Promise<Said<Done>>;
  proveAgain(shown: Shown): Promise<Said<Done>>;

  /** The clinic's own sign-in; absent: there is none. */
  provider(): Promise<SignInWays['provider']>;
  /** Leaves this page for it. */
  goToProvider(sentFor: SentFor): Promise<Said<'gone'>>;

  lookAtLink(token: string): Promise<Said<InvitationShown>>;
  accept(token: string, shownName: string, shown: Shown): Promise<Said<'in' | 'code'>>;

  signIns(): Promise<Said<SignInList>>;
  /** Absent: all but this one. */
  endSignIn(id?: string): Promise<Said<Done>>;
  setPassword(password: string): Promise<Said<Done>>;
  addPasskey(name: string): Promise<Said<Done>>;
  removePasskey(id: string): Promise<Said<Done>>;
  setUpCode(): Promise<Said<CodeSetUp>>;
  /** Gives the recovery codes. */
  confirmCode(code: string): Promise<Said<readonly string[]>>;
  newRecoveryCodes(): Promise<Said<readonly string[]>>;
  removeCode(): Promise<Said<Done>>;
  disconnect(): Promise<Said<Done>>;

  accounts(): Promise<Said<AccountList>>;
  invitations(): Promise<Said<InvitationList>>;
  invite(signInName: string, role: Role): Promise<Said<MadeInvitation>>;
  revoke(id: string): Promise<Said<Done>>;
  change(id: string, change: { readonly role?: Role; readonly disabled?: boolean }): Promise<Said<Done>>;
  recover(id: string): Promise<Said<MadeInvitation>>;
}

const ME = '/accounts/me';

type Next = Said<'in' | 'code'>;

export function accountViewModel(
  api: AccountApi,
  passkeys: Passkeys,
  leave: (address: string) => void,
): AccountViewModel {
  const standing$ = behavior<Standing>({ kind: 'unknown' });
  const signedOut$ = new Subject<unknown>();
  const lookAtMe = async (): Promise<void> => {
    const said = await api.me();
    if (said.ok) standing$.next({ kind: 'in', me: said.value });
    else if (said.why === 'signed-out') standing$.next({ kind: 'nobody' });
  };
  /** What was done may have changed who is signed in, or by what. */
  const then: Then = async (asked) => {
    const said = await asked;
    if (said.ok) await lookAtMe();
    // Nobody is, or somebody who lacks a second factor.
    else if (said.why === 'signed-out') await lookAtMe();
    return said;
  };
  return {
    standing$,
    passkeysArePossible: passkeys.arePossible,
    signedIn$: standing$.pipe(
      map(({ kind }) => kind === 'in'),
      startWith(true),
      pairwise(),
      filter(([before, now]) => !before && now),
    ),
    look: async () => {
      const about = await api.about();
      if (!about.ok) return;
      if (about.value.mode === 'clinic') await lookAtMe();
      else standing$.next({ kind: 'personal' });
    },
    ...signingIn(api, deviceOf(api, passkeys), then),
    signedOut$,
    signOut: async () => {
      const said = await then(api.done('POST', '/accounts/sign-out'));
      if (said.ok) signedOut$.next(undefined);
      return said;
    },
    ...ownWays(api, deviceOf(api, passkeys), then),
    provider: async () => {
      const said = await api.ways();
      return said.ok ? said.value.provider : undefined;
    },
    goToProvider: async (sentFor) => {
      const said = await api.address(...wayThere(sentFor));
      if (!said.ok) return said;
      leave(said.value.address);
      return { ok: true, value: 'gone' };
    },
    accounts: () => api.accounts(),
    invitations: () => api.invitations(),
    invite: (signInName, role) => api.link('/accounts/invitations', { signInName, role }),
    revoke: (id) => api.done('DELETE', `/accounts/invitations/${id}`),
    change: (id, change) => api.done('PATCH', `/accounts/${id}`, change),
    recover: (id) => api.link(`/accounts/${id}/recovery`),
  };
}

const wayThere = (sentFor: SentFor): [string, object?] => {
  switch (sentFor.kind) {
    case 'sign-in':
      return ['/accounts/sign-in/provider/begin', {}];
    case 'accept':
      return ['/accounts/sign-in/provider/begin', { invitation: sentFor.token }];
    case 'connect':
      return [`${ME}/provider/begin`];
    case 'proof':
      return [`${ME}/proof/provider/begin`, { back: sentFor.back }];
  }
};

type Then = <T>(asked: Promise<Said<T>>) => Promise<Said<T>>;

const mapped = async <T, U>(asked: Promise<Said<T>>, valueOf: (value: T) => U): Promise<Said<U>> => {
  const said = await asked;
  return said.ok ? { ok: true, value: valueOf(said.value) } : said;
};

type SigningIn = Pick<
  AccountViewModel,
  'signIn' | 'signInByCode' | 'signInByPasskey' | 'proveAgain' | 'lookAtLink' | 'accept'
>;

const signingIn = (api: AccountApi, device: Device, then: Then): SigningIn => {
  const next = (path: string, body: object): Promise<Next> =>
    then(mapped(api.signIn(path, body), (value) => value.next));
  return {
    signIn: (signInName, password) => next('/accounts/sign-in', { signInName, password }),
    signInByCode: (code) => next('/accounts/sign-in/code', { code }),
    signInByPasskey: async () => {
      const given = await device('use', '/accounts/sign-in/passkey/begin');
      return given.ok ? next('/accounts/sign-in/passkey', given.value) : given;
    },
    proveAgain: async (shown) => {
      const given = await shownBy(shown, () => device('use', `${ME}/proof/begin`));
      return given.ok ? then(api.done('POST', `${ME}/proof`, given.value)) : given;
    },
    lookAtLink: (token) => api.look(token),
    accept: async (token, shownName, shown) => {
      const who = { token, ...(shownName.trim() !== '' && { shownName: shownName.trim() }) };
      const given = await shownBy(shown, () => device('make', '/accounts/invitations/passkey/begin', who));
      return given.ok ? next('/accounts/invitations/accept', { ...who, ...given.value }) : given;
    },
  };
};

type OwnWays = Pick<
  AccountViewModel,
  | ('signIns' | 'endSignIn' | 'setPassword' | 'addPasskey' | 'removePasskey')
  | ('setUpCode' | 'confirmCode' | 'newRecoveryCodes' | 'removeCode' | 'disconnect')
>;

const ownWays = (api: AccountApi, device: Device, then: Then): OwnWays => ({
  signIns: () => api.signIns(),
  endSignIn: (id) => then(api.done('DELETE', `${ME}/sign-ins${id === undefined ? '' : `/${id}`}`)),
  setPassword: (password) => then(api.done('PUT', `${ME}/password`, { password })),
  addPasskey: async (name) => {
    const given = await device('make', `${ME}/passkeys/begin`);
    return given.ok ? then(api.done('POST', `${ME}/passkeys`, { name, ...given.value })) : given;
  },
  removePasskey: (id) => then(api.done('DELETE', `${ME}/passkeys/${encodeURIComponent(id)}`)),
  setUpCode: () => api.setUpCode(),
  confirmCode: (code) =>
    then(mapped(api.recoveryCodes('PUT', `${ME}/code`, { code }), (value) => value.recoveryCodes)),
  newRecoveryCodes: () =>
    then(mapped(api.recoveryCodes('POST', `${ME}/code/recovery-codes`), (value) => value.recoveryCodes)),
  removeCode: () => then(api.done('DELETE', `${ME}/code`)),
  disconnect: () => then(api.done('DELETE', `${ME}/provider`)),
});

/** Has this device's authenticator answer what the service asks at `path`. */
type Device = (
  how: 'make' | 'use',
  path: string,
  body?: object,
) => Promise<Said<{ readonly passkey: object }>>;

const deviceOf =
  (api: AccountApi, passkeys: Passkeys): Device =>
  async (how, path, body) => {
    const said = await api.options(path, body);
    return said.ok ? mapped(passkeys[how](said.value.options), (passkey) => ({ passkey })) : said;
  };

const shownBy = (shown: Shown, ask: () => Promise<Said<object>>): Promise<Said<object>> =>
  shown === 'passkey' ? ask() : Promise.resolve({ ok: true, value: shown });
