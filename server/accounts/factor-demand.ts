import type { Role } from '../access/actor.ts';
import type { AccountPorts } from './account-ports.ts';
import type { Account, SignIn } from './account-store.ts';

/** Whether somebody of this role has to show two factors: whoever may read about others. */
export const demandsFactor = (role: Role, { secondFactor }: Pick<AccountPorts, 'secondFactor'>): boolean =>
  secondFactor === 'staff' && role !== 'client';

/** Whether this sign-in had none, and needs one. */
export const lacksFactor = (
  { signIn, account }: { readonly signIn: Pick<SignIn, 'isStrong'>; readonly account: Account },
  ports: Pick<AccountPorts, 'secondFactor'>,
): boolean => demandsFactor(account.role, ports) && !signIn.isStrong;
