const MINUTE_MS = 60_000;

/** How often somebody may be wrong, and how long they wait then. */
export interface LockOut {
  /** So many failures are free. */
  readonly free: number;
  /** The wait after the first that is not; each further one doubles it … */
  readonly firstWaitMs: number;
  /** … up to this: nobody is locked out for ever. */
  readonly longestWaitMs: number;
  /** Without a failure for so long, all is forgotten. */
  readonly forgottenAfterMs: number;
}

/**
 * For one account, from browsers that it was never used with. Guessing on goes at four passwords an hour: 35,000 a
 * year. The account's own browsers have a count of their own, and a passkey waits for none of it.
 */
export const OF_ACCOUNT: LockOut = {
  free: 5,
  firstWaitMs: MINUTE_MS / 2,
  longestWaitMs: 15 * MINUTE_MS,
  forgottenAfterMs: 24 * 60 * MINUTE_MS,
};

/** For one address. A clinic has many people behind one, who mistype; so only failures count. */
export const OF_ADDRESS: LockOut = {
  free: 100,
  firstWaitMs: MINUTE_MS,
  longestWaitMs: 15 * MINUTE_MS,
  forgottenAfterMs: 60 * MINUTE_MS,
};

/** @returns ms to wait after so many failures in a row; 0: none */
export const waitAfter = (failures: number, { free, firstWaitMs, longestWaitMs }: LockOut): number =>
  failures < free ? 0 : Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures - free, 30));

/** Of IPv6 the first half: the other is the visitor's own to choose. */
export const addressKey = (address: string): string => {
  if (!address.includes(':') || address.startsWith('::ffff:')) return `address ${address}`;
  const [head = '', tail = ''] = address.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const filled = [
    ...before,
    ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'),
    ...after,
  ];
  return `address ${filled.slice(0, 4).join(':')}`;
};
