import type {
  AccountList,
  AuthenticatorOptions,
  CodeSetUp,
  Done,
  InvitationList,
  InvitationShown,
  MadeInvitation,
  Me,
  RecoveryCodes,
  ServiceAbout,
  SignedIn,
  ProviderAddress,
  SignInList,
  SignInWays,
} from '../../../server/contract/index.ts';
import { httpClient, type Answer, type HttpRequest } from '../../storage/http-client.ts';
import type { Shape } from '../../storage/reply-shapes.ts';

/** Why nothing came of it; each has words for people. */
export type Why =
  | 'wrong-credentials'
  | 'unfit-password'
  | 'prove-again'
  | 'not-permitted'
  | 'name-taken'
  | 'last-owner'
  | 'last-credential'
  /** No second factor would be left, and the role asks for one. */
  | 'last-factor'
  /** The role comes in by the clinic's own sign-in alone. */
  | 'single-sign-on'
  /** The clinic's own sign-in does not answer. */
  | 'provider-down'
  /** A link, or something else that was asked for, is not there or not any more. */
  | 'not-found'
  /** Too often wrong. */
  | 'wait'
  | 'signed-out'
  /** The service cannot be reached, or has trouble. */
  | 'trouble'
  /** The passkey was not given: it was called off, or there is none. */
  | 'no-passkey'
  /** This device has a passkey of the account already. */
  | 'passkey-there';

export type Said<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: Why; readonly waitMs?: number };

type Method = HttpRequest['method'];

/** The accounts of a clinic's service. Nothing throws. */
export interface AccountApi {
  about(): Promise<Said<ServiceAbout>>;
  me(): Promise<Said<Me>>;
  signIns(): Promise<Said<SignInList>>;
  ways(): Promise<Said<SignInWays>>;
  /** Where the browser goes to the clinic's own sign-in. */
  address(path: string, body?: object): Promise<Said<ProviderAddress>>;
  accounts(): Promise<Said<AccountList>>;
  invitations(): Promise<Said<InvitationList>>;
  look(token: string): Promise<Said<InvitationShown>>;
  signIn(path: string, body: object): Promise<Said<SignedIn>>;
  options(path: string, body?: object): Promise<Said<AuthenticatorOptions>>;
  setUpCode(): Promise<Said<CodeSetUp>>;
  recoveryCodes(method: 'PUT' | 'POST', path: string, body?: object): Promise<Said<RecoveryCodes>>;
  link(path: string, body?: object): Promise<Said<MadeInvitation>>;
  done(method: Method, path: string, body?: object): Promise<Said<Done>>;
}

export function accountApi(fetch: typeof globalThis.fetch): AccountApi {
  const http = httpClient(fetch);
  const ask =
    <T extends object>(...fields: readonly (keyof T)[]) =>
    async (method: Method, path: string, body?: object): Promise<Said<T>> =>
      saidIn(await http.ask<T>({ method, path, ...(body && { body }) }, ours(fields)));
  const signedIn = ask<SignedIn>('next');
  const options = ask<AuthenticatorOptions>('options');
  const codes = ask<RecoveryCodes>('recoveryCodes');
  const made = ask<MadeInvitation>('token', 'kind', 'endsAtMs');
  return {
    about: () => ask<ServiceAbout>('mode')('GET', '/service'),
    me: () => ask<Me>('id', 'role', 'passkeys')('GET', '/accounts/me'),
    signIns: () => ask<SignInList>('signIns')('GET', '/accounts/me/sign-ins'),
    ways: () => ask<SignInWays>('service')('GET', '/accounts/sign-in/ways'),
    address: (path, body) => ask<ProviderAddress>('address')('POST', path, body),
    accounts: () => ask<AccountList>('accounts')('GET', '/accounts'),
    invitations: () => ask<InvitationList>('invitations')('GET', '/accounts/invitations'),
    look: (token) =>
      ask<InvitationShown>('kind', 'role', 'signInName')('POST', '/accounts/invitations/look', { token }),
    signIn: (path, body) => signedIn('POST', path, body),
    options: (path, body) => options('POST', path, body),
    setUpCode: () => ask<CodeSetUp>('secret', 'uri')('POST', '/accounts/me/code'),
    recoveryCodes: (method, path, body) => codes(method, path, body),
    link: (path, body) => made('POST', path, body),
    done: ask<Done>('service'),
  };
}

/** An answer of ours with these fields. */
const ours =
  <T extends object>(fields: readonly (keyof T)[]): Shape<T> =>
  (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    (value as { service?: unknown }).service === 'attune' &&
    fields.every((field) => field in value);

function saidIn<T>(answer: Answer<T>): Said<T> {
  switch (answer.kind) {
    case 'given':
      return { ok: true, value: answer.value };
    case 'denied':
      return { ok: false, why: isWhy(answer.code) ? answer.code : 'trouble' };
    case 'trouble': {
      const { why, retryAfterMs } = answer.trouble;
      if (why === 'signed-out') return { ok: false, why };
      return why === 'busy' && retryAfterMs !== undefined
        ? { ok: false, why: 'wait', waitMs: retryAfterMs }
        : { ok: false, why: 'trouble' };
    }
  }
}

const WHYS = [
  ...(['wrong-credentials', 'unfit-password', 'prove-again', 'not-permitted'] as const),
  ...(['name-taken', 'last-owner', 'last-credential', 'last-factor', 'not-found'] as const),
  ...(['single-sign-on', 'provider-down'] as const),
];
const isWhy = (code: string): code is (typeof WHYS)[number] => (WHYS as readonly string[]).includes(code);
