import {
  Acceptance,
  AccountParams,
  AuthenticatorOptions,
  Done,
  InvitationList,
  InvitationShown,
  InvitationToken,
  MadeInvitation,
  NewInvitation,
  rolesUnder,
  SignedIn,
} from '../contract/index.ts';
import { notPermitted } from '../http/access-guard.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import type { AccountPlugin, AccountPorts } from './account-ports.ts';
import type { FirstCredential, Invitation } from './account-store.ts';
import { refuseClosedWay } from './closed-way.ts';
import { attempt, wrongCredentials } from './attempt.ts';
import { whoHasProved, whoIsSignedIn } from './identify.ts';
import { invite, type Invited } from './invite.ts';
import { hashOfFit } from './me-routes.ts';
import { beginPasskey, madePasskey } from './passkey-check.ts';
import { digestOf } from './secret-token.ts';
import { BY_PASSKEY, signIn, type ShownBy } from './sign-in.ts';

const failures = failureSchemas(401, 404, 408, 409, 413, 415);

/** `/accounts/invitations`: for owners and admins. */
export const invitationRoutes: AccountPlugin = (app, { ports }, done) => {
  const { store, clock } = ports;

  app.post(
    '/accounts/invitations',
    {
      config: { action: 'account.manage' },
      schema: {
        summary: 'Invite somebody; a newer invitation of the same name takes the place of the older',
        body: NewInvitation,
        response: { ...failures, 201: MadeInvitation },
      },
    },
    async (request, reply) => {
      const { signInName, role } = request.body;
      // An account that reads about others, or makes more such, is made by nobody who found the page open.
      const { account } = role === 'client' ? whoIsSignedIn(request) : whoHasProved(request, clock());
      if (!rolesUnder(account.role).includes(role)) throw notPermitted();
      if (signInName.trim() === '') throw new Failure(400, 'body/signInName has no letter');
      const invited = await invite({ signInName, role, madeBy: account.id }, ports);
      if (!invited.ok) throw nameTaken();
      return reply.code(201).send(madeInvitation(invited.value));
    },
  );

  app.get(
    '/accounts/invitations',
    {
      config: { action: 'account.manage' },
      schema: {
        summary: 'Invitations that are good, newest first',
        response: { ...failures, 200: InvitationList },
      },
    },
    async () => ({
      service: 'attune' as const,
      invitations: (await store.invitations.list(clock())).map(shownToAdmins),
    }),
  );

  app.delete(
    '/accounts/invitations/:id',
    {
      config: { action: 'account.manage' },
      schema: {
        summary: 'Take an invitation back; harmless to repeat',
        params: AccountParams,
        response: { ...failures, 200: Done },
      },
    },
    async (request) => {
      const { account } = whoIsSignedIn(request);
      const { id } = request.params;
      const found = (await store.invitations.list(clock())).find((one) => one.id === id);
      if (found && !rolesUnder(account.role).includes(found.role)) throw notPermitted();
      await store.invitations.revoke(id);
      return { service: 'attune' as const };
    },
  );
  done();
};

export const madeInvitation = ({ invitation, token }: Invited): MadeInvitation => ({
  service: 'attune',
  ...shownToAdmins(invitation),
  token,
});

const shownToAdmins = ({ id, kind, signInName, role, madeAtMs, endsAtMs }: Invitation) => ({
  ...{ id, kind, signInName, role, madeAtMs, endsAtMs },
});

const nameTaken = () =>
  new Failure(
    409,
    'An account has this sign-in name already: choose another, or recover that one.',
    'name-taken',
  );

const open = { action: 'account.sign-in' as const };

/** `/accounts/invitations/…`: for whoever has the link. */
export const linkRoutes: AccountPlugin = (app, { ports }, done) => {
  app.post(
    '/accounts/invitations/look',
    {
      config: open,
      schema: {
        summary: 'What a link is for',
        body: InvitationToken,
        response: { ...failures, 200: InvitationShown },
      },
    },
    async ({ body }, reply) => {
      const { kind, signInName, role } = await goodInvitation(reply, body.token, ports);
      return { service: 'attune' as const, kind, signInName, role };
    },
  );

  app.post(
    '/accounts/invitations/passkey/begin',
    {
      config: open,
      schema: {
        summary: 'What the first passkey is made by',
        body: Acceptance,
        response: { ...failures, 200: AuthenticatorOptions },
      },
    },
    async (request, reply) => {
      const { token, shownName } = request.body;
      const invitation = await goodInvitation(reply, token, ports);
      const { id, accountId, signInName } = invitation;
      const owner = { id: accountId ?? id, signInName, shownName: shownName ?? signInName };
      return {
        service: 'attune' as const,
        options: await beginPasskey(request, { owner, purpose: `accept ${id}` }, ports),
      };
    },
  );

  done();
};

/** `/accounts/invitations/accept`: for the same. */
export const acceptanceRoutes: AccountPlugin = (app, { ports }, done) => {
  app.post(
    '/accounts/invitations/accept',
    {
      config: open,
      schema: {
        summary: 'Take the invitation up, with a password or a passkey, and be signed in',
        body: Acceptance,
        response: { ...failures, 200: SignedIn },
      },
    },
    async (request, reply) => {
      const { token, shownName = '', password, passkey, passkeyName = 'Passkey' } = request.body;
      const invitation = await goodInvitation(reply, token, ports);
      const name = shownName.trim() === '' ? invitation.signInName : shownName.trim();
      const credentialOf = async (): Promise<FirstCredential> => {
        if (password !== undefined)
          return { kind: 'password', hash: await hashOfFit(password, [invitation.signInName, name], ports) };
        const made = await madePasskey(request, { passkey, purpose: `accept ${invitation.id}` }, ports);
        if (!made) throw wrongCredentials();
        return { kind: 'passkey', passkey: { ...made, shownName: passkeyName.trim() } };
      };
      if ((password === undefined) === (passkey === undefined))
        throw new Failure(400, 'A password or a passkey, one of them.');
      refuseClosedWay(invitation.role, ports);
      const account = await ports.store.invitations.accept({
        ...{ tokenHash: digestOf(token), atMs: ports.clock(), shownName: name },
        credential: await credentialOf(),
      });
      if (!account) throw noInvitation();
      const by: ShownBy = passkey === undefined ? { method: 'password', isStrong: false } : BY_PASSKEY;
      await signIn(reply, account, { ports, stage: 'whole', by });
      return { service: 'attune' as const, next: 'in' as const };
    },
  );
  done();
};

/** @throws Failure 404, or 429: guessing at links is counted for the address */
export const goodInvitation = async (
  reply: Parameters<typeof attempt>[0],
  token: string,
  ports: AccountPorts,
): Promise<Invitation> => {
  const isRight = () => ports.store.invitations.find(digestOf(token), ports.clock());
  return attempt(reply, undefined, { ports, isRight }).catch((failure: unknown) => {
    throw failure instanceof Failure && failure.statusCode === 401 ? noInvitation() : failure;
  });
};

const noInvitation = () =>
  new Failure(404, 'This link is not good, or not any more. Ask for a new one where you had it from.');
