import type { Result } from '../../engine/index.ts';
import type { Role } from '../access/actor.ts';
import type { Account, AccountStore, Invitation } from './account-store.ts';
import { digestOf, newId, newToken } from './secret-token.ts';
import { INVITATION_MS, RECOVERY_MS } from './sign-in-length.ts';
import { foldSignInName } from './sign-in-name.ts';

export interface Invited {
  readonly invitation: Invitation;
  /** Told this once. */
  readonly token: string;
}

interface Ports {
  readonly store: Pick<AccountStore, 'invitations'>;
  readonly clock: () => number;
}

/** Makes an invitation that is good once, for a week. @param madeBy  absent: whoever is at the machine */
export const invite = async (
  wanted: { readonly signInName: string; readonly role: Role; readonly madeBy?: string },
  { store, clock }: Ports,
): Promise<Result<Invited, { readonly code: 'taken' }>> => {
  const atMs = clock();
  const invitation: Invitation = {
    ...wanted,
    ...{ id: newId(), kind: 'invitation', signInName: foldSignInName(wanted.signInName) },
    ...{ madeAtMs: atMs, endsAtMs: atMs + INVITATION_MS },
  };
  return keep(invitation, store);
};

/** Makes a link by which the account begins anew, good once, for a day. */
export const recover = async (
  { account, madeBy }: { readonly account: Account; readonly madeBy?: string },
  { store, clock }: Ports,
): Promise<Result<Invited, { readonly code: 'taken' }>> => {
  const atMs = clock();
  const { id: accountId, signInName, role } = account;
  const invitation: Invitation = {
    ...{ id: newId(), kind: 'recovery', accountId, signInName, role },
    ...(madeBy !== undefined && { madeBy }),
    ...{ madeAtMs: atMs, endsAtMs: atMs + RECOVERY_MS },
  };
  return keep(invitation, store);
};

const keep = async (invitation: Invitation, { invitations }: Ports['store']) => {
  const token = newToken();
  const made = await invitations.make(invitation, digestOf(token));
  return made.ok ? { ok: true as const, value: { invitation, token } } : made;
};
