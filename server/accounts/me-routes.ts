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
import { endOf, isOver, whoHasProved, whoIsSignedIn, type SignedInRequest } from './identify.ts';
import { lacksFactor } from './factor-demand.ts';
import { takeAnyCode } from './one-time-code.ts';
import { accountOfPasskey, beginPasskeySignIn } from './passkey-check.ts';
import { shownBy, signIn } from './sign-in.ts';

const config = { action: 'account.own' as const };
/** Also for whoever has a second factor still to set up. */
const early = { action: 'account.factor' as const };
const failures = failureSchemas(401, 404, 408, 413, 415);

/** `/accounts/me`: who is signed in. */
export const meRoutes: AccountPlugin = (app, { ports }, done) => {
  app.get(
    '/accounts/me',
    {
      config: early,
      schema: { summary: 'Who is signed in here', response: { ...failures, 200: Me } },
    },
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
        .map((one) => ({
          ...{ id: one.id, device: one.device, begunAtMs: one.begunAtMs, seenAtMs: one.seenAtMs },
          ...(one.method !== undefined && { method: one.method }),
          endsAtMs: endOf({ signIn: one, account }),
          isThis: one.id === own.id,
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
      await store.signIns.end(whoHasProved(request, clock()).account.id, request.params.id);
      return { service: 'attune' as const };
    },
  );

  app.delete(
    '/accounts/me/sign-ins',
    { config, schema: { summary: 'Sign all other browsers out', response: { ...failures, 200: Done } } },
    async (request) => {
      const { account, signIn: own } = whoHasProved(request, clock());
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
      config: early,
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
      config: early,
      schema: {
        summary: 'Prove once more who it is, before the ways to sign in are changed',
        body: Proof,
        response: { ...failures, 200: Done },
      },
    },
    async (request, reply) => {
      const found = whoIsSignedIn(request);
      const { account } = found;
      const { password, passkey, code } = request.body;
      const isRight = async () => {
        if (code !== undefined) return (await takeAnyCode(account.id, code, ports)) || undefined;
        if (password !== undefined) {
          const kept = await store.passwords.of(account.id);
          return (kept !== undefined && (await ports.hasher.isRight(kept, password))) || undefined;
        }
        const found = await accountOfPasskey(request, { passkey, purpose: `prove ${account.id}` }, ports);
        return found?.id === account.id || undefined;
      };
      if ([password, passkey, code].filter((it) => it !== undefined).length !== 1)
        throw new Failure(400, 'A password, a passkey or a code, one of them.');
      await attempt(reply, `proof ${account.id}`, { ports, isRight });
      // A new token, as at each sign-in (ASVS 7.2.4).
      const by = { ...shownBy(found), ...(password === undefined && { isStrong: true }) };
      await signIn(reply, account, { ports, stage: 'whole', by });
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
      const found = whoHasProved(request, clock());
      const { account } = found;
      const hash = await hashOfFit(request.body.password, [account.signInName, account.shownName], ports);
      await store.passwords.set(account.id, hash, clock());
      await store.signIns.endAll(account.id);
      await signIn(reply, account, { ports, stage: 'whole', by: shownBy(found) });
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

const meOf = async (found: SignedInRequest, ports: AccountPorts): Promise<Me> => {
  const { store } = ports;
  const { id, signInName, shownName, role } = found.account;
  const [password, code, recoveryCodesLeft, passkeys, provider] = await Promise.all([
    store.passwords.of(id),
    store.codes.secretOf(id, true),
    store.codes.recoveryLeft(id),
    store.passkeys.of(id),
    store.providers.of(id),
  ]);
  return {
    ...{ service: 'attune', id, signInName, shownName, role },
    needsFactor: lacksFactor(found, ports),
    ...(provider && { provider }),
    hasPassword: password !== undefined,
    hasCode: code !== undefined,
    recoveryCodesLeft,
    passkeys: passkeys.map(({ id, shownName, addedAtMs, usedAtMs }) => ({
      ...{ id, shownName, addedAtMs },
      ...(usedAtMs !== undefined && { usedAtMs }),
    })),
  };
};
