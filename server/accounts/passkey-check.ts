import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { FastifyRequest } from 'fastify';
import { StoreError } from '../database/store-error.ts';
import type { AccountPorts } from './account-ports.ts';
import type { Account, Passkey } from './account-store.ts';
import { digestOf } from './secret-token.ts';
import { CHALLENGE_MS } from './sign-in-length.ts';

/** What was begun for what, so that no answer is good for anything else. */
export type PasskeyPurpose = 'sign-in' | `prove ${string}` | `add ${string}` | `accept ${string}`;

interface Begun<Options extends { readonly challenge: string }> {
  readonly options: Options;
  readonly purpose: PasskeyPurpose;
}

const keepChallenge = async <Options extends { readonly challenge: string }>(
  { options, purpose }: Begun<Options>,
  { store, clock }: AccountPorts,
): Promise<Options> => {
  const atMs = clock();
  await store.challenges.keep(digestOf(options.challenge), purpose, { atMs, endsAtMs: atMs + CHALLENGE_MS });
  return options;
};

/** What a passkey is asked for: it is one for this host, it is found by itself, and the person unlocks it. */
export const beginPasskeySignIn = async (
  request: FastifyRequest,
  purpose: PasskeyPurpose,
  ports: AccountPorts,
) =>
  keepChallenge(
    {
      options: await generateAuthenticationOptions({ rpID: request.hostname, userVerification: 'required' }),
      purpose,
    },
    ports,
  );

interface Owner {
  readonly id: string;
  readonly signInName: string;
  readonly shownName: string;
}

/** What a new passkey is made by; none that the owner has already. No attestation: any authenticator will do. */
export const beginPasskey = async (
  request: FastifyRequest,
  { owner, purpose }: { readonly owner: Owner; readonly purpose: PasskeyPurpose },
  ports: AccountPorts,
) => {
  const has = await ports.store.passkeys.of(owner.id);
  const options = await generateRegistrationOptions({
    rpName: 'Attune',
    rpID: request.hostname,
    userID: new TextEncoder().encode(owner.id),
    userName: owner.signInName,
    userDisplayName: owner.shownName,
    attestationType: 'none',
    excludeCredentials: has.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return keepChallenge({ options, purpose }, ports);
};

/** The browser says https where a proxy that ends TLS lets us see http alone; the host is the same (see the guard). */
const originsOf = ({ host }: FastifyRequest): string[] => [`https://${host}`, `http://${host}`];

interface Answered {
  readonly passkey: unknown;
  readonly purpose: PasskeyPurpose;
}

const expectationsOf = (
  request: FastifyRequest,
  purpose: PasskeyPurpose,
  { store, clock }: AccountPorts,
) => ({
  expectedChallenge: (challenge: string) => store.challenges.take(digestOf(challenge), purpose, clock()),
  expectedOrigin: originsOf(request),
  expectedRPID: request.hostname,
  requireUserVerification: true,
});

/** The passkey that was made; absent: it is not what was begun. */
export const madePasskey = async (
  request: FastifyRequest,
  { passkey, purpose }: Answered,
  ports: AccountPorts,
): Promise<Pick<Passkey, 'id' | 'publicKey' | 'counter' | 'transports'> | undefined> => {
  const checked = await verifyRegistrationResponse({
    response: passkey as RegistrationResponseJSON,
    ...expectationsOf(request, purpose, ports),
  }).catch(unlessOfStore);
  if (!checked?.verified) return undefined;
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, transports };
};

/** The account whose passkey it is, if that is right and may be used. */
export const accountOfPasskey = async (
  request: FastifyRequest,
  { passkey, purpose }: Answered,
  ports: AccountPorts,
): Promise<Account | undefined> => {
  const { store, clock } = ports;
  const response = passkey as AuthenticationResponseJSON;
  const kept = await store.passkeys.find(response.id);
  if (!kept) return undefined;
  const checked = await verifyAuthenticationResponse({
    response,
    credential: {
      id: kept.id,
      publicKey: new Uint8Array(Buffer.from(kept.publicKey, 'base64url')),
      counter: kept.counter,
      transports: [...kept.transports],
    },
    ...expectationsOf(request, purpose, ports),
  }).catch(unlessOfStore);
  if (!checked?.verified) return undefined;
  await store.passkeys.used(kept.id, { counter: checked.authenticationInfo.newCounter, atMs: clock() });
  const account = await store.accounts.find(kept.accountId);
  return account?.disabledAtMs === undefined ? account : undefined;
};

/** Whatever is wrong with what came, the library throws of it. */
const unlessOfStore = (error: unknown): undefined => {
  if (error instanceof StoreError) throw error;
  return undefined;
};
