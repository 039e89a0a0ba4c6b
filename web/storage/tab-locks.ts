import { locks as secureLocks } from '../kit/secure-only.ts';
import { channelLocks, type TabLocks } from './channel-locks.ts';

export type { TabLocks };

/** The browser's locks; where it has none, the tabs ask each other. */
export function browserLocks(): TabLocks {
  const locks = secureLocks();
  if (locks) return { request: (name, options, held) => locks.request(name, options, held) };
  return channelLocks(new BroadcastChannel('attune-locks'));
}

const SESSION_LOCKS = 'attune-session-';

/** A session belongs to the tab that holds this lock. */
export const sessionLock = (id: string): string => `${SESSION_LOCKS}${id}`;

/** Whether a session is under way in any tab, or one that is over is still being written. */
export const inSession = async (locks: Pick<LockManager, 'query'>): Promise<boolean> =>
  ((await locks.query()).held ?? []).some(({ name = '' }) => name.startsWith(SESSION_LOCKS));

/** One tab sends at a time. */
export const UPLOAD_LOCK = 'attune-upload';
