import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { API_PREFIX } from '../contract/index.ts';
import type { Journey } from './openid/provider.ts';
import type { AccountPorts } from './account-ports.ts';
import { digestOf, newToken } from './secret-token.ts';
import { giveToken, isOverTls, takeToken, tokenIn } from './sign-in-cookie.ts';
import type { SingleSignOn } from './single-sign-on.ts';

/** How long somebody may be away at the clinic's own sign-in. */
export const JOURNEY_MS = 10 * 60_000;

/** Screens that somebody may come back to. */
export const BACK = ['account', 'people', 'second-factor'] as const;
export type Back = (typeof BACK)[number];

/** What a browser was sent there for. */
export type ProviderPurpose =
  | { readonly kind: 'sign-in' }
  /** @param invitation  the digest of its token */
  | { readonly kind: 'accept'; readonly invitation: string }
  | { readonly kind: 'link'; readonly account: string; readonly signIn: string }
  | { readonly kind: 'prove'; readonly account: string; readonly signIn: string; readonly back: Back };

export const PROVIDER_CALLBACK = '/accounts/sign-in/provider/callback';

/**
 * Sends a browser on its way: the address that it goes to. Its cookie has one secret, of which state, nonce and PKCE
 * verifier follow; the database keeps the secret's digest with what it is for, so that it is good once, on every
 * replica, for nothing else, and there is no key to be kept.
 *
 * @throws ProviderFault  (as a rejection)
 */
export const beginJourney = async (
  reply: FastifyReply,
  purpose: ProviderPurpose,
  { ports, singleSignOn }: { readonly ports: AccountPorts; readonly singleSignOn: SingleSignOn },
): Promise<string> => {
  const secret = newToken();
  const way = journeyOf(reply.request, { secret, purpose }, { ports, singleSignOn });
  const address = await singleSignOn.provider.address(way);
  const atMs = ports.clock();
  const words = wordsOf(purpose);
  await ports.store.challenges.keep(digestOf(secret), words, { atMs, endsAtMs: atMs + JOURNEY_MS });
  giveToken(reply, { cookie: 'provider', token: `${secret}.${words}`, lastsMs: JOURNEY_MS }, ports);
  return address;
};

interface ReturnedJourney {
  readonly purpose: ProviderPurpose;
  readonly journey: Journey;
  /** The address that the browser came back by. */
  readonly came: URL;
}

/**
 * What the browser that comes back was sent for; absent: it was not this browser, it took too long, or it comes once
 * more.
 */
export const endJourney = async (
  reply: FastifyReply,
  { ports, singleSignOn }: { readonly ports: AccountPorts; readonly singleSignOn: SingleSignOn },
): Promise<ReturnedJourney | undefined> => {
  const { request } = reply;
  const [secret = '', ...rest] = (tokenIn(request, 'provider', ports) ?? '').split('.');
  const words = rest.join('.');
  const purpose = purposeOf(words);
  if (!purpose) return undefined;
  const journey = journeyOf(request, { secret, purpose }, { ports, singleSignOn });
  const came = new URL(journey.returnTo);
  came.search = new URL(request.url, 'http://host').search;
  if (!isSame(came.searchParams.get('state') ?? '', journey.state)) return undefined;
  takeToken(reply, 'provider', ports);
  const isGood = await ports.store.challenges.take(digestOf(secret), words, ports.clock());
  return isGood ? { purpose, journey, came } : undefined;
};

const journeyOf = (
  request: FastifyRequest,
  { secret, purpose }: { readonly secret: string; readonly purpose: ProviderPurpose },
  { ports, singleSignOn }: { readonly ports: AccountPorts; readonly singleSignOn: SingleSignOn },
): Journey => {
  const part = (name: string) => createHmac('sha256', secret).update(name).digest('base64url');
  // The host is one of those that the service is known by: see the guard of requests.
  const origin = `${isOverTls(request, ports) ? 'https' : 'http'}://${request.headers.host ?? ''}`;
  return {
    // The same whether a browser names the usual port or not.
    returnTo: new URL(`${origin}${singleSignOn.basePath ?? ''}${API_PREFIX}${PROVIDER_CALLBACK}`).href,
    ...{ state: part('state'), nonce: part('nonce'), verifier: part('verifier') },
    anew: purpose.kind === 'prove',
  };
};

const wordsOf = (purpose: ProviderPurpose): string => {
  switch (purpose.kind) {
    case 'sign-in':
      return 'provider.sign-in';
    case 'accept':
      return `provider.accept.${purpose.invitation}`;
    case 'link':
      return `provider.link.${purpose.account}.${purpose.signIn}`;
    case 'prove':
      return `provider.prove.${purpose.account}.${purpose.signIn}.${purpose.back}`;
  }
};

/** The other way round. Whether it was begun for that, the database knows. */
const purposeOf = (words: string): ProviderPurpose | undefined => {
  const [, kind, first = '', signIn = '', to] = words.split('.');
  switch (kind) {
    case 'sign-in':
      return { kind };
    case 'accept':
      return { kind, invitation: first };
    case 'link':
      return { kind, account: first, signIn };
    case 'prove':
      return { kind, account: first, signIn, back: BACK.find((it) => it === to) ?? 'account' };
    case undefined:
    default:
      return undefined;
  }
};

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
