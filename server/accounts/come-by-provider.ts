import type { FastifyReply } from 'fastify';
import type { Identity } from './openid/provider.ts';
import type { AccountPorts } from './account-ports.ts';
import type { Account, SignIn } from './account-store.ts';
import { lacksFactor } from './factor-demand.ts';
import { isOver } from './identify.ts';
import type { ProviderPurpose } from './provider-journey.ts';
import { newId } from './secret-token.ts';
import { foldSignInName } from './sign-in-name.ts';
import { signIn, type ShownBy } from './sign-in.ts';
import { personHash, providerMarks, roleBy, type SingleSignOn } from './single-sign-on.ts';

/** Why nobody came in by the clinic's own sign-in, beside what is wrong with the provider. */
export type Turned =
  /** It was begun in another browser, took too long, or comes once more. */
  | 'begin-anew'
  | 'unknown'
  | 'disabled'
  | 'no-role'
  | 'name-taken'
  | 'linked-elsewhere'
  | 'no-invitation'
  | 'other-person';

/** The screen that somebody comes to, or why not. */
export type Arrival = { readonly screen: string } | { readonly turned: Turned };

interface Coming {
  readonly identity: Identity;
  readonly ports: AccountPorts;
  readonly singleSignOn: SingleSignOn;
}

/** What comes of an identity, by what the browser was sent for. */
export const arrive = (reply: FastifyReply, purpose: ProviderPurpose, coming: Coming): Promise<Arrival> => {
  switch (purpose.kind) {
    case 'sign-in':
      return come(reply, coming);
    case 'accept':
      return accept(reply, purpose.invitation, coming);
    case 'link':
      return link(purpose, coming);
    case 'prove':
      return prove(reply, purpose, coming);
  }
};

/** An account is found by the link that was made with it, never by a name or an address that the provider tells. */
const come = async (reply: FastifyReply, coming: Coming): Promise<Arrival> => {
  const { identity, ports, singleSignOn } = coming;
  const { store, clock } = ports;
  const known = await store.providers.find(personHash(singleSignOn, identity.name));
  if (!known) return admit(reply, coming);
  if (known.disabledAtMs !== undefined) return { turned: 'disabled' };
  const role = roleBy(singleSignOn, identity.groups, known.role);
  if (!role) return { turned: 'no-role' };
  // Another role ends what the account was signed in with.
  if (role !== known.role) await store.accounts.change(known.id, { role });
  await store.providers.used(known.id, clock());
  return letIn(reply, { ...known, role }, coming);
};

const admit = async (reply: FastifyReply, coming: Coming): Promise<Arrival> => {
  const { identity, ports, singleSignOn } = coming;
  if (singleSignOn.unknown === 'refuse') return { turned: 'unknown' };
  const role = roleBy(singleSignOn, identity.groups, singleSignOn.unknown);
  if (!role) return { turned: 'no-role' };
  const signInName = foldSignInName(nameFrom(identity.signInName ?? identity.name));
  const account: Account = {
    ...{ id: newId(), signInName, role, madeAtMs: ports.clock() },
    shownName: nameFrom(identity.shownName ?? signInName),
  };
  const hash = personHash(singleSignOn, identity.name);
  const made = await ports.store.providers.admit(account, hash);
  return made.ok ? letIn(reply, made.value, coming) : { turned: 'name-taken' };
};

/** A name of the provider's as one of ours may be. */
const nameFrom = (told: string): string =>
  told
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 100) || 'somebody';

/** Signed in, or asked for the code of the authenticator app first: two factors here are two there as well. */
const letIn = async (reply: FastifyReply, account: Account, coming: Coming): Promise<Arrival> => {
  const { identity, ports } = coming;
  const asksForCode =
    !identity.isStrong && (await ports.store.codes.secretOf(account.id, true)) !== undefined;
  const stage: SignIn['stage'] = asksForCode ? 'code' : 'whole';
  const by = shownByProvider(coming);
  await signIn(reply, account, { ports, stage, by });
  if (asksForCode) return { screen: '/sign-in/code' };
  return { screen: lacksFactor({ signIn: by, account }, ports) ? '/second-factor' : '/' };
};

const shownByProvider = ({ identity, ports, singleSignOn }: Coming): ShownBy => {
  const { subject, session } = providerMarks(singleSignOn, identity);
  return {
    ...{ method: 'provider', isStrong: identity.isStrong },
    // A clock that is ahead there proves nothing for longer here.
    provedAtMs: Math.min(identity.provedAtMs, ports.clock()),
    ...(subject !== undefined && { providerSubject: subject }),
    ...(session !== undefined && { providerSession: session }),
  };
};

const accept = async (reply: FastifyReply, tokenHash: string, coming: Coming): Promise<Arrival> => {
  const { identity, ports, singleSignOn } = coming;
  const { store, clock } = ports;
  const invitation = await store.invitations.find(tokenHash, clock());
  if (!invitation) return { turned: 'no-invitation' };
  const role = roleBy(singleSignOn, identity.groups, invitation.role);
  if (!role) return { turned: 'no-role' };
  const hash = personHash(singleSignOn, identity.name);
  const other = await store.providers.find(hash);
  if (other && other.id !== invitation.accountId) return { turned: 'linked-elsewhere' };
  const account = await store.invitations.accept({
    ...{ tokenHash, atMs: clock(), credential: { kind: 'provider', personHash: hash } },
    shownName: nameFrom(identity.shownName ?? invitation.signInName),
  });
  if (!account) return { turned: 'no-invitation' };
  if (role !== account.role) await store.accounts.change(account.id, { role });
  const arrival = await letIn(reply, { ...account, role }, coming);
  return 'screen' in arrival && arrival.screen === '/' ? { screen: '/account' } : arrival;
};

type Standing = Extract<ProviderPurpose, { readonly kind: 'link' | 'prove' }>;

/** The sign-in that the browser was sent away from, if it goes on; its cookie does not come along from elsewhere. */
const signInOf = async ({ account: id, signIn }: Standing, { store, clock }: AccountPorts) => {
  const account = await store.accounts.find(id);
  if (!account || account.disabledAtMs !== undefined) return undefined;
  const found = (await store.signIns.of(id)).find((it) => it.id === signIn);
  if (!found || isOver({ signIn: found, account }, clock())) return undefined;
  return { account, signIn: found };
};

const link = async (purpose: Standing, { identity, ports, singleSignOn }: Coming): Promise<Arrival> => {
  if (!(await signInOf(purpose, ports))) return { turned: 'begin-anew' };
  const hash = personHash(singleSignOn, identity.name);
  const isLinked = await ports.store.providers.link(purpose.account, hash, ports.clock());
  return isLinked ? { screen: '/account' } : { turned: 'linked-elsewhere' };
};

const prove = async (
  reply: FastifyReply,
  purpose: Extract<Standing, { readonly kind: 'prove' }>,
  coming: Coming,
): Promise<Arrival> => {
  const { identity, ports, singleSignOn } = coming;
  const found = await signInOf(purpose, ports);
  if (!found) return { turned: 'begin-anew' };
  const { account, signIn: before } = found;
  const person = await ports.store.providers.find(personHash(singleSignOn, identity.name));
  if (person?.id !== account.id) return { turned: 'other-person' };
  const by = shownByProvider(coming);
  await signIn(reply, account, {
    ...{ ports, stage: 'whole' },
    by: { ...by, isStrong: before.isStrong || by.isStrong },
  });
  await ports.store.signIns.end(account.id, before.id);
  return { screen: `/${purpose.back}` };
};
