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
import { whoHasProved } from './identify.ts';
import { keptRecoveryCode, newCodeSecret, takeCode } from './one-time-code.ts';
import { beginPasskey, madePasskey } from './passkey-check.ts';
import { newRecoveryCode } from './secret-token.ts';

const config = { action: 'account.own' as const };
const failures = failureSchemas(401, 404, 408, 409, 413, 415);

const RECOVERY_CODES = 10;

/** `/accounts/me/code`: the authenticator app. */
export const codeRoutes: AccountPlugin = (app, { ports }, done) => {
  const { store, clock } = ports;

  app.post(
    '/accounts/me/code',
    {
      config,
      schema: {
        summary: 'Begin to set up an authenticator app; nothing is asked for until a code of it was right',
        response: { ...failures, 200: CodeSetUp },
      },
    },
    async (request) => {
      const { account } = whoHasProved(request, clock());
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
      config,
      schema: {
        summary: 'Confirm it by a code of it; gives the recovery codes, this once',
        body: CodeConfirmation,
        response: { ...failures, 200: RecoveryCodes },
      },
    },
    async (request, reply) => {
      const { account } = whoHasProved(request, clock());
      const secret = await store.codes.secretOf(account.id, false);
      if (secret === undefined) throw new Failure(404, 'No authenticator app is being set up.');
      const given = { accountId: account.id, secret, code: request.body.code };
      const isRight = async () => (await takeCode(given, ports)) || undefined;
      await attempt(reply, `code ${account.id}`, { ports, isRight });
      return { service: 'attune' as const, recoveryCodes: await giveRecoveryCodes(account.id, ports) };
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
      await store.codes.remove(whoHasProved(request, clock()).account.id);
      return { service: 'attune' as const };
    },
  );
  done();
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
      config,
      schema: {
        summary: 'What a new passkey is made by',
        response: { ...failures, 200: AuthenticatorOptions },
      },
    },
    async (request) => {
      const { account } = whoHasProved(request, clock());
      const options = await beginPasskey(request, { owner: account, purpose: `add ${account.id}` }, ports);
      return { service: 'attune' as const, options };
    },
  );

  app.post(
    '/accounts/me/passkeys',
    {
      config,
      schema: { summary: 'Add it', body: NewPasskey, response: { ...failures, 200: Done } },
    },
    async (request) => {
      const { account } = whoHasProved(request, clock());
      const { name, passkey } = request.body;
      const made = await madePasskey(request, { passkey, purpose: `add ${account.id}` }, ports);
      const kept = { ...made, accountId: account.id, shownName: name.trim(), addedAtMs: clock() };
      if (!made || !(await store.passkeys.add({ ...kept, ...made }))) throw wrongCredentials();
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
      const others = (await store.passkeys.of(account.id)).filter(({ id }) => id !== request.params.id);
      if (others.length === 0 && (await store.passwords.of(account.id)) === undefined) {
        const message = 'Nothing would be left to sign in with: set a password or add another passkey first.';
        throw new Failure(409, message, 'last-credential');
      }
      await store.passkeys.remove(account.id, request.params.id);
      return { service: 'attune' as const };
    },
  );
  done();
};
