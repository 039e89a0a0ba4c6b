import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccountPorts } from './account-ports.ts';
import type { Account, SignIn } from './account-store.ts';
import { deviceName } from './device-name.ts';
import type { SignedInRequest } from './identify.ts';
import { digestOf, newId, newToken } from './secret-token.ts';
import { giveToken, tokenIn } from './sign-in-cookie.ts';
import { CODE_WAIT_MS, DEVICE_MS, signInLength } from './sign-in-length.ts';

/** How somebody has shown who they are. */
export type ShownBy = Pick<SignIn, 'method' | 'isStrong' | 'providerSubject' | 'providerSession'> & {
  /** When; absent: now. */
  readonly provedAtMs?: number;
};

/** The thing, and what unlocks it. */
export const BY_PASSKEY = { method: 'passkey', isStrong: true } as const satisfies ShownBy;

/** How whoever is signed in has shown it. */
export const shownBy = ({ signIn }: SignedInRequest): ShownBy => {
  const { method, isStrong, providerSubject, providerSession } = signIn;
  return {
    isStrong,
    ...(method !== undefined && { method }),
    ...(providerSubject !== undefined && { providerSubject }),
    ...(providerSession !== undefined && { providerSession }),
  };
};

interface SigningIn {
  readonly ports: AccountPorts;
  /** `code`: all but the code of the authenticator app was right. */
  readonly stage: SignIn['stage'];
  readonly by: ShownBy;
}

/**
 * Signs the account in with this browser: a new token, always. What the browser was signed in with before ends, so
 * that no token from before a change of rights goes on.
 */
export const signIn = async (
  reply: FastifyReply,
  account: Account,
  { ports, stage, by }: SigningIn,
): Promise<void> => {
  const { request } = reply;
  const { store } = ports;
  if (request.signedIn) await store.signIns.end(request.signedIn.account.id, request.signedIn.signIn.id);
  const atMs = ports.clock();
  const token = newToken();
  const lastsMs = stage === 'code' ? CODE_WAIT_MS : signInLength(account.role).wholeMs;
  const begun: SignIn = {
    ...{ id: newId(), accountId: account.id, stage },
    device: deviceName(request.headers['user-agent'] ?? ''),
    ...{ begunAtMs: atMs, seenAtMs: atMs, provedAtMs: atMs, endsAtMs: atMs + lastsMs },
    ...by,
  };
  await store.signIns.begin(begun, digestOf(token));
  giveToken(reply, { cookie: 'sign-in', token, lastsMs }, ports);
  if (stage === 'whole') await rememberDevice(reply, account, ports);
};

/** A browser that was signed in with is known from then on: see `attempt`. */
const rememberDevice = async (reply: FastifyReply, account: Account, ports: AccountPorts): Promise<void> => {
  if (await isKnownDevice(reply.request, account.id, ports)) return;
  const token = newToken();
  const atMs = ports.clock();
  await ports.store.devices.remember(account.id, digestOf(token), {
    atMs,
    forgetBeforeMs: atMs - DEVICE_MS,
  });
  giveToken(reply, { cookie: 'device', token, lastsMs: DEVICE_MS }, ports);
};

/** @param accountId  absent: no account has that name; it is looked for all the same */
export const isKnownDevice = async (
  request: FastifyRequest,
  accountId: string | undefined,
  ports: AccountPorts,
): Promise<boolean> => {
  const token = tokenIn(request, 'device', ports);
  return token ? ports.store.devices.isOf(accountId ?? '', digestOf(token)) : false;
};
