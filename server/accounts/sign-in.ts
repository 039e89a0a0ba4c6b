import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AccountPorts } from './account-ports.ts';
import type { Account, SignIn } from './account-store.ts';
import { deviceName } from './device-name.ts';
import { digestOf, newId, newToken } from './secret-token.ts';
import { giveToken, tokenIn } from './sign-in-cookie.ts';
import { CODE_WAIT_MS, DEVICE_MS, signInLength } from './sign-in-length.ts';

/**
 * Signs the account in with this browser: a new token, always. What the browser was signed in with before ends, so
 * that no token from before a change of rights goes on.
 *
 * @param stage  `code`: only that the password was right
 */
export const signIn = async (
  reply: FastifyReply,
  account: Account,
  { ports, stage }: { readonly ports: AccountPorts; readonly stage: SignIn['stage'] },
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
