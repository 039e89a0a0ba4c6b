import type { FastifyReply } from 'fastify';
import { Failure } from '../http/failures.ts';
import type { AccountPorts } from './account-ports.ts';
import { addressKey, OF_ACCOUNT, OF_ADDRESS } from './lock-out.ts';
import { digestOf } from './secret-token.ts';

/**
 * Lets somebody try: what `isRight` finds, if it finds something. Counted as a failure before it is tried, for the
 * address and for `key`, whether or not there is an account behind that, so that nothing tells.
 *
 * @param key  "name anna", "code <account>" …; absent: nobody is held up but the address
 * @throws Failure 401 `wrong-credentials`, or 429 with the time to wait
 */
export const attempt = async <T>(
  reply: FastifyReply,
  key: string | undefined,
  { ports, isRight }: { readonly ports: AccountPorts; readonly isRight: () => Promise<T | undefined> },
): Promise<T> => {
  const { attempts } = ports.store;
  const address = digestOf(addressKey(reply.request.ip));
  const own = key === undefined ? undefined : digestOf(key);
  const nowMs = ports.clock();
  const ofAddress = await attempts.begin(address, nowMs, OF_ADDRESS);
  refuseWhile(reply, ofAddress.waitMs);
  if (own !== undefined) {
    const { waitMs } = await attempts.begin(own, nowMs, OF_ACCOUNT);
    if (waitMs > 0) await attempts.takeBack(address, ofAddress);
    refuseWhile(reply, waitMs);
  }
  const found = await isRight();
  if (found === undefined) throw wrongCredentials();
  await attempts.takeBack(address, ofAddress);
  if (own !== undefined) await attempts.forget(own);
  return found;
};

const refuseWhile = (reply: FastifyReply, waitMs: number): void => {
  if (waitMs <= 0) return;
  void reply.header('retry-after', Math.ceil(waitMs / 1000));
  throw new Failure(429, 'Too many attempts that were wrong: wait a moment.');
};

/** One answer for every way of being wrong. */
export const wrongCredentials = (): Failure =>
  new Failure(401, 'That does not let anybody in here. Check what you typed.', 'wrong-credentials');
