import {
  AccountParams,
  AuthenticatorOptions,
  Done,
  Me,
  PasswordChange,
  Proof,
  SignInList,
} from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import type { AccountPlugin, AccountPorts } from './account-ports.ts';
import { attempt } from './attempt.ts';
import { isFitPassword } from './fit-password.ts';
import { isOver, whoHasProved, whoIsSignedIn, type SignedInRequest } from './identify.ts';
import { accountOfPasskey, beginPasskeySignIn } from './passkey-check.ts';
import { signIn } from './sign-in.ts';

const config = { action: 'account.own' as const };
const failures = failureSchemas(401, 404, 408, 413, 415);

/** `/accounts/me`: who is signed in. */
export const meRoutes: AccountPlugin = (app, { ports }, done) => {
  app.get(
    '/accounts/me',
    { config, schema: { summary: 'Who is signed in here', response: { ...failures, 200: Me } } },
    (request) => meOf(whoIsSignedIn(request), ports),
  );

  done();
};

/** `/accounts/me/sign-ins`. */
export const ownSignInRoutes: AccountPlugin = (app, { ports }, done) => {
  const { store, clock } = ports;

  app.get(
    '/accounts/me/sign-ins',
    {
      config,
      schema: { summary: 'The browsers that are signed in', response: { ...failures, 200: SignInList } },
    },
    async (request) => {
      const { account, signIn: own } = whoIsSignedIn(request);
      const all = await store.signIns.of(account.id);
      const signIns = all
        .filter((one) => !isOver({ signIn: one, account }, clock()))
        .map(({ id, device, begunAtMs, seenAtMs }) => ({
          ...{ id, device, begunAtMs, seenAtMs },
          isThis: id === own.id,
        }));
      return { service: 'attune' as const, signIns };
    },
  );

  app.delete(
    '/accounts/me/sign-ins/:id',
    {
      config,
      schema: {
        summary: 'Sign a browser out; harmless to repeat',
        params: AccountParams,
        response: { ...failures, 200: Done },
      },
    },
    async (request) => {
      await store.signIns.end(whoIsSignedIn(request).account.id, request.params.id);
      return { service: 'attune' as const };
    },
  );

  app.delete(
    '/accounts/me/sign-ins',
    { config, schema: { summary: 'Sign all other browsers out', response: { ...failures, 200: Done } } },
    async (request) => {
      const { account, signIn: own } = whoIsSignedIn(request);
      await store.signIns.endAll(account.id, own.id);
      return { service: 'attune' as const };
    },
  );

  done();
};

/** `/accounts/me/proof`: who it is, once more. */
export const proofRoutes: AccountPlugin = (app, { ports }, done) => {
  const { store } = ports;

  app.post(
    '/accounts/me/proof/begin',
    {
      config,
      schema: {
        summary: 'What a passkey is asked for, to prove it once more',
        response: { ...failures, 200: AuthenticatorOptions },
      },
    },
    async (request) => ({
      service: 'attune' as const,
      options: await beginPasskeySignIn(request, `prove ${whoIsSignedIn(request).account.id}`, ports),
    }),
  );

  app.post(
    '/accounts/me/proof',
    {
      config,
      schema: {
        summary: 'Prove once more who it is, before the ways to sign in are changed',
        body: Proof,
        response: { ...failures, 200: Done },
      },
    },
    async (request, reply) => {
      const { account } = whoIsSignedIn(request);
      const { password, passkey } = request.body;
      const isRight = async () => {
        if (password !== undefined) {
          const kept = await store.passwords.of(account.id);
          return (kept !== undefined && (await ports.hasher.isRight(kept, password))) || undefined;
        }
        const found = await accountOfPasskey(request, { passkey, purpose: `prove ${account.id}` }, ports);
        return found?.id === account.id || undefined;
      };
      if (password === undefined && passkey === undefined) throw new Failure(400, 'A password or a passkey.');
      await attempt(reply, `proof ${account.id}`, { ports, isRight });
      // A new token, as at each sign-in (ASVS 7.2.4).
      await signIn(reply, account, { ports, stage: 'whole' });
      return { service: 'attune' as const };
    },
  );

  done();
};

/** `/accounts/me/password`. */
export const passwordRoutes: AccountPlugin = (app, { ports }, done) => {
  const { store, clock } = ports;

  app.put(
    '/accounts/me/password',
    {
      config,
      schema: {
        summary: 'Set the password; every other browser is signed out',
        body: PasswordChange,
        response: { ...failures, 200: Done },
      },
    },
    async (request, reply) => {
      const { account } = whoHasProved(request, clock());
      const hash = await hashOfFit(request.body.password, [account.signInName, account.shownName], ports);
      await store.passwords.set(account.id, hash, clock());
      await store.signIns.endAll(account.id);
      await signIn(reply, account, { ports, stage: 'whole' });
      return { service: 'attune' as const };
    },
  );
  done();
};

/** The hash of a password that may be set. @throws Failure 400 `unfit-password` */
export const hashOfFit = async (
  password: string,
  names: readonly string[],
  { hasher }: AccountPorts,
): Promise<string> => {
  if (await isFitPassword(password, names)) return hasher.hash(password);
  const message = 'This password is among the first that anybody would try. Choose another one.';
  throw new Failure(400, message, 'unfit-password');
};

const meOf = async ({ account }: SignedInRequest, { store }: AccountPorts): Promise<Me> => {
  const { id, signInName, shownName, role } = account;
  const [password, code, recoveryCodesLeft, passkeys] = await Promise.all([
    store.passwords.of(id),
    store.codes.secretOf(id, true),
    store.codes.recoveryLeft(id),
    store.passkeys.of(id),
  ]);
  return {
    ...{ service: 'attune', id, signInName, shownName, role },
    hasPassword: password !== undefined,
    hasCode: code !== undefined,
    recoveryCodesLeft,
    passkeys: passkeys.map(({ id, shownName, addedAtMs, usedAtMs }) => ({
      ...{ id, shownName, addedAtMs },
      ...(usedAtMs !== undefined && { usedAtMs }),
    })),
  };
};
