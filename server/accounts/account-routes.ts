import {
  AccountList,
  AccountParams,
  AccountPatch,
  Done,
  MadeInvitation,
  rolesUnder,
} from '../contract/index.ts';
import { notPermitted } from '../http/access-guard.ts';
import { Failure, failureSchemas } from '../http/failures.ts';
import type { AccountPlugin, AccountPorts } from './account-ports.ts';
import type { Account } from './account-store.ts';
import { whoHasProved } from './identify.ts';
import { recover } from './invite.ts';
import { madeInvitation } from './invitation-routes.ts';

const failures = failureSchemas(401, 404, 408, 409, 413, 415);

/** `/accounts`: for owners and admins. */
export const accountRoutes: AccountPlugin = (app, { ports }, done) => {
  const { store, clock } = ports;

  app.get(
    '/accounts',
    {
      config: { action: 'account.list' },
      schema: { summary: 'Accounts, by sign-in name', response: { ...failures, 200: AccountList } },
    },
    async () => ({ service: 'attune' as const, accounts: [...(await store.accounts.list())] }),
  );

  app.patch(
    '/accounts/:id',
    {
      config: { action: 'account.manage' },
      schema: {
        summary: 'Give an account another role, or take it out of use; it is signed out everywhere',
        params: AccountParams,
        body: AccountPatch,
        response: { ...failures, 200: Done },
      },
    },
    async (request) => {
      const by = whoHasProved(request, clock()).account;
      const { role, disabled } = request.body;
      const account = await foundUnder(request.params.id, by, ports);
      if (role && !rolesUnder(by.role).includes(role)) throw notPermitted();
      const changed = await store.accounts.change(account.id, {
        ...(role && { role }),
        ...(disabled !== undefined && { disabledAtMs: disabled ? clock() : undefined }),
      });
      if (!changed.ok)
        throw new Failure(409, 'A service has one owner at least: make another one first.', 'last-owner');
      return { service: 'attune' as const };
    },
  );

  app.post(
    '/accounts/:id/recovery',
    {
      config: { action: 'account.manage' },
      schema: {
        summary: 'A link by which the person begins anew, once it is sure who they are',
        params: AccountParams,
        response: { ...failures, 201: MadeInvitation },
      },
    },
    async (request, reply) => {
      const by = whoHasProved(request, clock()).account;
      const account = await foundUnder(request.params.id, by, ports);
      const made = await recover({ account, madeBy: by.id }, ports);
      if (!made.ok) throw new Error('a recovery cannot meet a taken name');
      return reply.code(201).send(madeInvitation(made.value));
    },
  );
  done();
};

/** The account, if `by` may do something with it. @throws Failure 404 or 403 */
const foundUnder = async (id: string, by: Account, { store }: AccountPorts): Promise<Account> => {
  const account = await store.accounts.find(id);
  if (!account) throw new Failure(404, 'There is no such account.');
  if (!rolesUnder(by.role).includes(account.role)) throw notPermitted();
  return account;
};
