import type { Role } from '../access/actor.ts';
import type { Provider } from './openid/provider.ts';
import type { Account } from './account-store.ts';
import { digestOf } from './secret-token.ts';

/** A clinic's own sign-in, and whom it lets in. */
export interface SingleSignOn {
  readonly provider: Provider;
  readonly issuer: string;
  /** The claim that names a person for good. */
  readonly claim: string;
  /** What it is called on the button. */
  readonly called: string;
  /** The path that a proxy offers the service under; absent: none. */
  readonly basePath?: string;
  /** What becomes of people who have no account: they are refused, or get one of that role. */
  readonly unknown: 'refuse' | Role;
  /** The roles of groups, the first that fits counts; absent: the provider says nothing of roles. */
  readonly roles?: readonly GroupRole[];
  /** Whether staff come in by it alone; an owner's password and passkey stay a way back. */
  readonly isOnlyForStaff: boolean;
}

export interface GroupRole {
  readonly group: string;
  readonly role: Role;
}

/** What is kept of who somebody is there: nobody reads their name off it. */
export const personHash = ({ issuer, claim }: SingleSignOn, name: string): string =>
  digestOf(`${issuer}\n${claim}\n${name}`);

/** What a sign-in is ended by from there. */
export const providerMarks = (
  { issuer }: SingleSignOn,
  { subject, session }: { readonly subject?: string; readonly session?: string },
): { readonly subject?: string; readonly session?: string } => ({
  ...(subject !== undefined && { subject: digestOf(`${issuer}\nsub\n${subject}`) }),
  ...(session !== undefined && { session: digestOf(`${issuer}\nsid\n${session}`) }),
});

/** Whether somebody of this role comes in by the clinic's own sign-in alone. */
export const comesByProviderAlone = (role: Role, singleSignOn: SingleSignOn | undefined): boolean =>
  singleSignOn?.isOnlyForStaff === true && role !== 'client' && role !== 'owner';

/**
 * The role that somebody's groups give them. Where the settings have none it stays as it is, and an owner's always
 * does. Absent: none of the groups has one.
 */
export const roleBy = (
  { roles }: SingleSignOn,
  groups: readonly string[],
  now: Account['role'] | undefined,
): Role | undefined => {
  if (!roles || now === 'owner') return now;
  return roles.find(({ group }) => groups.includes(group))?.role;
};
