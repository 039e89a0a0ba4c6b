import type { FastifyReply } from 'fastify';
import {
  AuthenticatorOptions,
  CodeConfirmation,
  CodeSetUp,
  Done,
  NewPasskey,
  PasskeyParams,
  RecoveryCodes,
} from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import type { AccountPlugin, AccountPorts } from './account-ports.ts';
import { attempt, wrongCredentials } from './attempt.ts';
import { whoHasProved, type SignedInRequest } from './identify.ts';
import { keptRecoveryCode, newCodeSecret, takeCode } from './one-time-code.ts';
import { beginPasskey, madePasskey } from './passkey-check.ts';
import { keepFactor, whoMayAddFactor } from './second-factor.ts';
import { newRecoveryCode } from './secret-token.ts';
import { shownBy, signIn } from './sign-in.ts';

const config = { action: 'account.own' as const };
/** Also for whoever has a second factor still to set up. */
const early = { action: 'account.factor' as const };
const failures = failureSchemas(401, 404, 408, 409, 413, 415);

const RECOVERY_CODES = 10;

/** `/accounts/me/code`: the authenticator app. */
export const codeRoutes: AccountPlugin = (app, { ports }, done) => {
  const { store } = ports;

  app.post(
    '/accounts/me/code',
    {
      config: early,
      schema: {
        summary: 'Begin to set up an authenticator app; nothing is asked for until a code of it was right',
        response: { ...failures, 200: CodeSetUp },
      },
    },
    async (request) => {
      const { account } = await whoMayAddFactor(request, ports);
      if (await store.codes.secretOf(account.id, true))
        throw new Failure(409, 'An authenticator app is set up already: remove it first.');
      const { secret, uri } = newCodeSecret(account.signInName);
      await store.codes.setUp(account.id, secret);
      return { service: 'attune' as const, secret, uri };
    },
  );

  app.put(
    '/accounts/me/code',
    {
      config: early,
      schema: {
        summary: 'Confirm it by a code of it; gives the recovery codes, this once',
        body: CodeConfirmation,
        response: { ...failures, 200: RecoveryCodes },
      },
    },
    async (request, reply) => {
      const found = await whoMayAddFactor(request, ports);
      const { account } = found;
      const secret = await store.codes.secretOf(account.id, false);
      if (secret === undefined) throw new Failure(404, 'No authenticator app is being set up.');
      const given = { accountId: account.id, secret, code: request.body.code };
      const isRight = async () => (await takeCode(given, ports)) || undefined;
      await attempt(reply, `code ${account.id}`, { ports, isRight });
      const recoveryCodes = await giveRecoveryCodes(account.id, ports);
      await showFactor(reply, found, ports);
      return { service: 'attune' as const, recoveryCodes };
    },
  );

  done();
};

/** `/accounts/me/code`: of one that is set up. */
export const setUpCodeRoutes: AccountPlugin = (app, { ports }, done) => {
  const { store, clock } = ports;

  app.post(
    '/accounts/me/code/recovery-codes',
    {
      config,
      schema: {
        summary: 'New recovery codes in place of the old ones',
        response: { ...failures, 200: RecoveryCodes },
      },
    },
    async (request) => {
      const { account } = whoHasProved(request, clock());
      if (!(await store.codes.secretOf(account.id, true)))
        throw new Failure(404, 'No authenticator app is set up.');
      return { service: 'attune' as const, recoveryCodes: await giveRecoveryCodes(account.id, ports) };
    },
  );

  app.delete(
    '/accounts/me/code',
    {
      config,
      schema: {
        summary: 'Ask for no code any more; harmless to repeat',
        response: { ...failures, 200: Done },
      },
    },
    async (request) => {
      const { account } = whoHasProved(request, clock());
      await keepFactor(account, 'code', ports);
      await store.codes.remove(account.id);
      return { service: 'attune' as const };
    },
  );
  done();
};

/** The factor that was just added was shown by that. A new token, as always where rights grow. */
const showFactor = async (
  reply: FastifyReply,
  found: SignedInRequest,
  ports: AccountPorts,
): Promise<void> => {
  if (found.signIn.isStrong) return;
  const { provedAtMs } = found.signIn;
  const by = { ...shownBy(found), isStrong: true, provedAtMs };
  await signIn(reply, found.account, { ports, stage: 'whole', by });
};

const giveRecoveryCodes = async (accountId: string, ports: AccountPorts): Promise<string[]> => {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  const hashes = await Promise.all(codes.map((code) => keptRecoveryCode(accountId, code, ports)));
  await ports.store.codes.confirm(accountId, ports.clock(), hashes);
  return codes;
};

/** `/accounts/me/passkeys`. */
export const passkeyRoutes: AccountPlugin = (app, { ports }, done) => {
  const { store, clock } = ports;

  app.post(
    '/accounts/me/passkeys/begin',
    {
      config: early,
      schema: {
        summary: 'What a new passkey is made by',
        response: { ...failures, 200: AuthenticatorOptions },
      },
    },
    async (request) => {
      const { account } = await whoMayAddFactor(request, ports);
      const options = await beginPasskey(request, { owner: account, purpose: `add ${account.id}` }, ports);
      return { service: 'attune' as const, options };
    },
  );

  app.post(
    '/accounts/me/passkeys',
    {
      config: early,
      schema: { summary: 'Add it', body: NewPasskey, response: { ...failures, 200: Done } },
    },
    async (request, reply) => {
      const found = await whoMayAddFactor(request, ports);
      const { account } = found;
      const { name, passkey } = request.body;
      const made = await madePasskey(request, { passkey, purpose: `add ${account.id}` }, ports);
      const kept = { ...made, accountId: account.id, shownName: name.trim(), addedAtMs: clock() };
      if (!made || !(await store.passkeys.add({ ...kept, ...made }))) throw wrongCredentials();
      await showFactor(reply, found, ports);
      return { service: 'attune' as const };
    },
  );

  app.delete(
    '/accounts/me/passkeys/:id',
    {
      config,
      schema: {
        summary: 'Remove a passkey; harmless to repeat',
        params: PasskeyParams,
        response: { ...failures, 200: Done },
      },
    },
    async (request) => {
      const { account } = whoHasProved(request, clock());
      await keepCredential(account.id, request.params.id, ports);
      await keepFactor(account, request.params.id, ports);
      await store.passkeys.remove(account.id, request.params.id);
      return { service: 'attune' as const };
    },
  );
  done();
};

/** @throws Failure 409 `last-credential`  nothing would be left without that passkey */
const keepCredential = async (accountId: string, gone: string, { store }: AccountPorts): Promise<void> => {
  const others = (await store.passkeys.of(accountId)).filter(({ id }) => id !== gone);
  if (others.length > 0 || (await store.passwords.of(accountId)) !== undefined) return;
  if (await store.providers.of(accountId)) return;
  const message = 'Nothing would be left to sign in with: set a password or add another passkey first.';
  throw new Failure(409, message, 'last-credential');
};
