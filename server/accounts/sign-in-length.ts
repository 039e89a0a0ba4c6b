import type { Role } from '../access/actor.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface SignInLength {
  /** It ends after so long without a request. */
  readonly idleMs: number;
  /** It ends after so long in any case. */
  readonly wholeMs: number;
}

/** Whoever reads about others: NIST SP 800-63B-4, AAL2 (an hour without use, a day in all), and half of a day. */
const OF_STAFF: SignInLength = { idleMs: HOUR_MS, wholeMs: 12 * HOUR_MS };
/** Whoever sees their own alone, on their own phone, perhaps in a hard hour: AAL1. */
const OF_CLIENT: SignInLength = { idleMs: 14 * DAY_MS, wholeMs: 30 * DAY_MS };

/** How long a sign-in of this role lasts. */
export const signInLength = (role: Role): SignInLength => (role === 'client' ? OF_CLIENT : OF_STAFF);

/** How long the code after a password is waited for. */
export const CODE_WAIT_MS = 5 * 60_000;
/** How long ago password, code or passkey may have been asked for when the ways to sign in are changed. */
export const FRESH_MS = 10 * 60_000;
/** How long what was begun with an authenticator may take. */
export const CHALLENGE_MS = 5 * 60_000;
/** How long an invitation or a recovery link is good. */
export const INVITATION_MS = 7 * DAY_MS;
export const RECOVERY_MS = DAY_MS;
/** How long a browser that is not used stays known. */
export const DEVICE_MS = 180 * DAY_MS;
