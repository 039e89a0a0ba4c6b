/** The part of the Web Locks API that is used; a lock is held until the promise of `held` settles or the tab dies. */
export interface TabLocks {
  request(
    name: string,
    options: { ifAvailable?: boolean },
    held: (lock: unknown) => Promise<void>,
  ): Promise<unknown>;
}

/** The browser's locks; where it has none, every request is granted, which is right for a single tab. */
export function browserLocks(): TabLocks {
  if ('locks' in navigator) {
    return { request: (name, options, held) => navigator.locks.request(name, options, held) };
  }
  return { request: (_name, _options, held) => held({}) };
}

/** A session belongs to the tab that holds this lock. */
export const sessionLock = (id: string): string => `attune-session-${id}`;

/** One tab sends at a time. */
export const UPLOAD_LOCK = 'attune-upload';
