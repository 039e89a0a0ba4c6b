import {
  AuthenticatorOptions,
  CodeSignIn,
  Done,
  PasskeySignIn,
  PasswordSignIn,
  SignedIn,
} from '../contract/index.ts';
import { failureSchemas } from '../http/failures.ts';
import type { AccountPlugin, AccountPorts } from './account-ports.ts';
import type { Account } from './account-store.ts';
import { attempt } from './attempt.ts';
import { notSignedIn } from './identify.ts';
import { takeAnyCode } from './one-time-code.ts';
import { accountOfPasskey, beginPasskeySignIn } from './passkey-check.ts';
import { digestOf } from './secret-token.ts';
import { takeToken, tokenIn } from './sign-in-cookie.ts';
import { foldSignInName } from './sign-in-name.ts';
import { BY_PASSKEY, isKnownDevice, shownBy, signIn } from './sign-in.ts';
import { refuseClosedWay } from './closed-way.ts';

const open = { action: 'account.sign-in' as const };
const failures = failureSchemas(401, 408, 413, 415);

/** `/accounts/sign-in`: for whoever asks. */
export const signInRoutes: AccountPlugin = (app, { ports }, done) => {
  app.post(
    '/accounts/sign-in',
    {
      config: open,
      schema: {
        summary: 'Sign in by name and password',
        body: PasswordSignIn,
        response: { ...failures, 200: SignedIn },
      },
    },
    async ({ body }, reply) => {
      const account = await checkPassword(reply, body, ports);
      refuseClosedWay(account.role, ports);
      const isWhole = (await ports.store.codes.secretOf(account.id, true)) === undefined;
      const by = { method: 'password', isStrong: false } as const;
      await signIn(reply, account, { ports, stage: isWhole ? 'whole' : 'code', by });
      return { service: 'attune' as const, next: isWhole ? ('in' as const) : ('code' as const) };
    },
  );

  app.post(
    '/accounts/sign-in/code',
    {
      config: open,
      schema: {
        summary: 'Then by a code of the authenticator app, or a recovery code',
        body: CodeSignIn,
        response: { ...failures, 200: SignedIn },
      },
    },
    async (request, reply) => {
      const { signedIn } = request;
      if (signedIn?.signIn.stage !== 'code') throw notSignedIn();
      const { account } = signedIn;
      const isRight = async () => (await takeAnyCode(account.id, request.body.code, ports)) || undefined;
      await attempt(reply, `code ${account.id}`, { ports, isRight });
      await signIn(reply, account, { ports, stage: 'whole', by: { ...shownBy(signedIn), isStrong: true } });
      return { service: 'attune' as const, next: 'in' as const };
    },
  );

  done();
};

/** `/accounts/sign-in/passkey`, and the way out. */
export const passkeySignInRoutes: AccountPlugin = (app, { ports }, done) => {
  app.post(
    '/accounts/sign-in/passkey/begin',
    {
      config: open,
      schema: {
        summary: 'What a passkey is asked for',
        response: { ...failures, 200: AuthenticatorOptions },
      },
    },
    async (request) => ({
      service: 'attune' as const,
      options: await beginPasskeySignIn(request, 'sign-in', ports),
    }),
  );

  app.post(
    '/accounts/sign-in/passkey',
    {
      config: open,
      schema: {
        summary: 'Sign in by passkey, which is two factors: the thing and what unlocks it',
        body: PasskeySignIn,
        response: { ...failures, 200: SignedIn },
      },
    },
    async (request, reply) => {
      const { passkey } = request.body;
      const isRight = () => accountOfPasskey(request, { passkey, purpose: 'sign-in' }, ports);
      const account = await attempt(reply, undefined, { ports, isRight });
      refuseClosedWay(account.role, ports);
      await signIn(reply, account, { ports, stage: 'whole', by: BY_PASSKEY });
      return { service: 'attune' as const, next: 'in' as const };
    },
  );

  app.post(
    '/accounts/sign-out',
    {
      config: open,
      schema: { summary: 'Sign this browser out; harmless to repeat', response: { ...failures, 200: Done } },
    },
    async ({ signedIn }, reply) => {
      if (signedIn) await ports.store.signIns.end(signedIn.account.id, signedIn.signIn.id);
      takeToken(reply, 'sign-in', ports);
      return { service: 'attune' as const };
    },
  );
  done();
};

type Reply = Parameters<typeof attempt>[0];

/**
 * The account that name and password let in. Takes as long where there is no such account as where there is, and a
 * browser that was signed in with before has its own count: nobody who guesses elsewhere holds it up.
 */
const checkPassword = async (
  reply: Reply,
  { signInName, password }: { readonly signInName: string; readonly password: string },
  ports: AccountPorts,
): Promise<Account> => {
  const { store, hasher } = ports;
  const name = foldSignInName(signInName);
  const account = await store.accounts.named(name);
  const isKnown = await isKnownDevice(reply.request, account?.id, ports);
  const key = isKnown ? `device ${digestOf(tokenIn(reply.request, 'device', ports) ?? '')}` : `name ${name}`;
  const isRight = async () => {
    const kept = await store.passwords.of(account?.id ?? '');
    const isIt = await hasher.isRight(kept ?? (await hasher.dummy()), password);
    return isIt && kept !== undefined && account?.disabledAtMs === undefined ? account : undefined;
  };
  return attempt(reply, key, { ports, isRight });
};
