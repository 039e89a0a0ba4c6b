import type { FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.ts';
import { Failure } from '../http/failures.ts';
import type { AccountPorts } from './account-ports.ts';
import type { Account, SignIn } from './account-store.ts';
import { lacksFactor } from './factor-demand.ts';
import { digestOf } from './secret-token.ts';
import { tokenIn } from './sign-in-cookie.ts';
import { CODE_WAIT_MS, FRESH_MS, signInLength } from './sign-in-length.ts';
import { comesByProviderAlone } from './single-sign-on.ts';

export interface SignedInRequest {
  readonly signIn: SignIn;
  readonly account: Account;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose cookie came along, also while the code is still to come; absent: nobody's. */
    signedIn?: SignedInRequest;
  }
}

/** How often the last use is written down. */
const SEEN_EVERY_MS = 60_000;

/**
 * Gives what says who asks, by the cookie. Who is disabled, whose sign-in is over or whose code is still to come is
 * nobody.
 *
 * @throws StoreError  (as a rejection) the accounts cannot be read: that is no reason to send anybody to sign in
 */
export const identifyBy =
  (ports: AccountPorts) =>
  async (request: FastifyRequest): Promise<Actor> => {
    const token = tokenIn(request, 'sign-in', ports);
    const found = token ? await ports.store.signIns.find(digestOf(token)) : undefined;
    if (!found) return { kind: 'nobody' };
    const { signIn, account } = found;
    const nowMs = ports.clock();
    if (isOver(found, nowMs) || isOfAClosedWay(found, ports)) {
      await ports.store.signIns.end(account.id, signIn.id);
      return { kind: 'nobody' };
    }
    request.signedIn = found;
    if (signIn.stage === 'code') return { kind: 'nobody' };
    if (nowMs - signIn.seenAtMs >= SEEN_EVERY_MS) await ports.store.signIns.seen(signIn.id, nowMs);
    const { id, role } = account;
    return { kind: 'account', id, role, ...(lacksFactor(found, ports) && { lacksFactor: true }) };
  };

/** Whether the role has to come in another way by now. */
const isOfAClosedWay = ({ signIn, account }: SignedInRequest, { singleSignOn }: AccountPorts): boolean =>
  signIn.method !== 'provider' && comesByProviderAlone(account.role, singleSignOn);

/** Whether it ended by itself: for want of use, or at its end. */
export const isOver = (found: SignedInRequest, nowMs: number): boolean => nowMs >= endOf(found);

/** When it ends by itself if it is not used any more, epoch ms. */
export const endOf = ({ signIn, account }: SignedInRequest): number => {
  const idleMs = signIn.stage === 'code' ? CODE_WAIT_MS : signInLength(account.role).idleMs;
  return Math.min(signIn.endsAtMs, signIn.seenAtMs + idleMs);
};

/** Who is signed in. @throws Failure 401 */
export const whoIsSignedIn = ({ signedIn }: FastifyRequest): SignedInRequest => {
  if (signedIn?.signIn.stage !== 'whole') throw notSignedIn();
  return signedIn;
};

/** The same, who has proved lately who they are. @throws Failure 401, or 403 `prove-again` */
export const whoHasProved = (request: FastifyRequest, nowMs: number): SignedInRequest => {
  const found = whoIsSignedIn(request);
  if (nowMs - found.signIn.provedAtMs >= FRESH_MS)
    throw new Failure(403, 'Say once more who you are: by password or passkey.', 'prove-again');
  return found;
};

export const notSignedIn = (): Failure => new Failure(401, 'Nobody is signed in here.', 'not-signed-in');
