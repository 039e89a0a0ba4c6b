import type { FastifyReply } from 'fastify';
import {
  Done,
  ProviderAddress,
  ProviderBegin,
  ProviderLogOut,
  ProviderProof,
  SignInWays,
} from '../contract/index.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import { ProviderFault } from './openid/provider.ts';
import type { AccountPlugin, AccountPorts } from './account-ports.ts';
import { arrive, type Arrival } from './come-by-provider.ts';
import { whoHasProved, whoIsSignedIn } from './identify.ts';
import { goodInvitation } from './invitation-routes.ts';
import { beginJourney, endJourney, PROVIDER_CALLBACK, type ProviderPurpose } from './provider-journey.ts';
import { digestOf } from './secret-token.ts';
import { providerMarks, type SingleSignOn } from './single-sign-on.ts';

const open = { action: 'account.sign-in' as const };
const failures = failureSchemas(401, 404, 408, 409, 413, 415);

/** `/accounts/sign-in/…`: the clinic's own sign-in, for whoever asks. */
export const providerSignInRoutes: AccountPlugin = (app, { ports }, done) => {
  app.get(
    '/accounts/sign-in/ways',
    {
      config: open,
      schema: {
        summary: 'How one may sign in here beside password and passkey',
        response: { ...failures, 200: SignInWays },
      },
    },
    () => {
      const { singleSignOn } = ports;
      const { called = '', isOnlyForStaff = false } = singleSignOn ?? {};
      return { service: 'attune' as const, ...(singleSignOn && { provider: { called, isOnlyForStaff } }) };
    },
  );

  app.post(
    '/accounts/sign-in/provider/begin',
    {
      config: open,
      schema: {
        summary:
          'Where the browser goes to sign in by the clinic’s own sign-in, or to take up an invitation by it',
        body: ProviderBegin,
        response: { ...failures, 200: ProviderAddress },
      },
    },
    async ({ body }, reply) => {
      const { invitation } = body;
      if (invitation === undefined) return leave(reply, { kind: 'sign-in' }, ports);
      await goodInvitation(reply, invitation, ports);
      return leave(reply, { kind: 'accept', invitation: digestOf(invitation) }, ports);
    },
  );

  app.get(
    PROVIDER_CALLBACK,
    { config: open, schema: { summary: 'Where the browser comes back to, and is sent to a screen' } },
    async (_request, reply) => {
      const { basePath = '' } = ports.singleSignOn ?? {};
      return reply.redirect(`${basePath}/#${screenOf(await comeBack(reply, ports))}`, 303);
    },
  );

  done();
};

/** `/accounts/me/provider`: for whoever is signed in. */
export const ownProviderRoutes: AccountPlugin = (app, { ports }, done) => {
  const { store, clock } = ports;

  app.post(
    '/accounts/me/provider/begin',
    {
      config: { action: 'account.own' },
      schema: {
        summary: 'Where the browser goes so that the clinic’s own sign-in lets into this account from now on',
        response: { ...failures, 200: ProviderAddress },
      },
    },
    async (request, reply) => {
      const { account, signIn } = whoHasProved(request, clock());
      return leave(reply, { kind: 'link', account: account.id, signIn: signIn.id }, ports);
    },
  );

  app.delete(
    '/accounts/me/provider',
    {
      config: { action: 'account.own' },
      schema: {
        summary: 'The clinic’s own sign-in lets into this account no more; harmless to repeat',
        response: { ...failures, 200: Done },
      },
    },
    async (request) => {
      const { account } = whoHasProved(request, clock());
      const isLast =
        (await store.passwords.of(account.id)) === undefined &&
        (await store.passkeys.of(account.id)).length === 0;
      if (isLast) {
        const message = 'Nothing would be left to sign in with: set a password or add a passkey first.';
        throw new Failure(409, message, 'last-credential');
      }
      await store.providers.unlink(account.id);
      return { service: 'attune' as const };
    },
  );

  app.post(
    '/accounts/me/proof/provider/begin',
    {
      config: { action: 'account.factor' },
      schema: {
        summary: 'Where the browser goes to prove once more who it is, asked anew',
        body: ProviderProof,
        response: { ...failures, 200: ProviderAddress },
      },
    },
    async (request, reply) => {
      const { account, signIn } = whoIsSignedIn(request);
      const { back } = request.body;
      return leave(reply, { kind: 'prove', account: account.id, signIn: signIn.id, back }, ports);
    },
  );
  done();
};

/** What the provider itself posts. */
export const providerLogOutRoutes: AccountPlugin = (app, { ports }, done) => {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, parsed) => parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.post(
    '/accounts/sign-in/provider/log-out',
    {
      config: open,
      schema: {
        summary: 'Somebody’s session at the provider has ended: ends what was signed in by it',
        body: ProviderLogOut,
        response: { ...failures, 200: Done },
      },
    },
    async ({ body, log }) => {
      const singleSignOn = singleSignOnOf(ports);
      try {
        const whose = await singleSignOn.provider.loggedOut(body.logout_token);
        await ports.store.signIns.endOfProvider(providerMarks(singleSignOn, whose));
      } catch (error) {
        if (!(error instanceof ProviderFault)) throw error;
        log.warn({ code: error.code, why: error.message }, 'log-out by single sign-on refused');
        throw error.code === 'down'
          ? providerDown(singleSignOn)
          : new Failure(400, 'The token does not hold.');
      }
      return { service: 'attune' as const };
    },
  );
  done();
};

const singleSignOnOf = ({ singleSignOn }: AccountPorts): SingleSignOn => {
  if (!singleSignOn) throw new Failure(404, 'There is no single sign-on here.');
  return singleSignOn;
};

const providerDown = ({ called }: SingleSignOn): Failure =>
  new Failure(503, `${called} cannot be asked now: take another way, or try again later.`, 'provider-down');

/** @throws Failure 404 or 503 */
const leave = async (
  reply: FastifyReply,
  purpose: ProviderPurpose,
  ports: AccountPorts,
): Promise<ProviderAddress> => {
  const singleSignOn = singleSignOnOf(ports);
  try {
    return {
      service: 'attune',
      address: await beginJourney(reply, purpose, { ports, singleSignOn }),
    };
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    reply.log.warn({ code: error.code, why: error.message }, 'single sign-on cannot be begun');
    throw providerDown(singleSignOn);
  }
};

type Ended = Arrival | { readonly turned: ProviderFault['code'] };

const comeBack = async (reply: FastifyReply, ports: AccountPorts): Promise<Ended> => {
  const { singleSignOn } = ports;
  if (!singleSignOn) return { turned: 'begin-anew' };
  const back = await endJourney(reply, { ports, singleSignOn });
  if (!back) return { turned: 'begin-anew' };
  try {
    const identity = await singleSignOn.provider.identity(back.came, back.journey);
    return await arrive(reply, back.purpose, { identity, ports, singleSignOn });
  } catch (error) {
    if (!(error instanceof ProviderFault)) throw error;
    // What the provider said of itself; nothing of the person.
    reply.log.warn({ code: error.code, why: error.message }, 'single sign-on failed');
    return { turned: error.code };
  }
};

const screenOf = (ended: Ended): string => {
  if ('screen' in ended) return ended.screen;
  return `/sign-in/${ended.turned === 'spent' ? 'begin-anew' : ended.turned}`;
};
