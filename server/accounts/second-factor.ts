import type { FastifyRequest } from 'fastify';
import { Failure } from '../http/failures.ts';
import type { AccountPorts } from './account-ports.ts';
import type { Account } from './account-store.ts';
import { whoHasProved, type SignedInRequest } from './identify.ts';
import { demandsFactor, lacksFactor } from './factor-demand.ts';

/**
 * Who may add a second factor: whoever has proved lately who they are. Where the account has one already, it has to be
 * shown first: a password alone must not put another one beside it.
 *
 * @throws Failure 401, or 403 `prove-again` or `second-factor`
 */
export const whoMayAddFactor = async (
  request: FastifyRequest,
  ports: AccountPorts,
): Promise<SignedInRequest> => {
  const found = whoHasProved(request, ports.clock());
  if (lacksFactor(found, ports) && (await factorsOf(found.account.id, ports)).length > 0)
    throw new Failure(403, 'Show the second factor that you have first.', 'second-factor');
  return found;
};

/**
 * That a second factor is left to whoever needs one.
 *
 * @param gone  "code", or the id of a passkey
 * @throws Failure 409 `last-factor`
 */
export const keepFactor = async (
  { id, role }: Pick<Account, 'id' | 'role'>,
  gone: string,
  ports: AccountPorts,
): Promise<void> => {
  if (!demandsFactor(role, ports)) return;
  const factors = await factorsOf(id, ports);
  const isOne = factors.includes(gone);
  if (!isOne || factors.length > 1) return;
  const message = 'Your account asks for a second factor: add another one first.';
  throw new Failure(409, message, 'last-factor');
};

const factorsOf = async (accountId: string, { store }: AccountPorts): Promise<readonly string[]> => {
  const [passkeys, secret] = await Promise.all([
    store.passkeys.of(accountId),
    store.codes.secretOf(accountId, true),
  ]);
  return [...passkeys.map(({ id }) => id), ...(secret === undefined ? [] : ['code'])];
};
