import type { Joined } from './relay-api.ts';

const KEY = 'attune-phone';

/** The pairing of this tab, so that a reload needs no new code; where nothing can be kept, it does. */
export const keptPairing = () => ({
  read: (): Joined | undefined => {
    try {
      const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Joined | null;
      return kept ?? undefined;
    } catch {
      return undefined;
    }
  },
  write: (joined: Joined | undefined): void => {
    try {
      if (joined) sessionStorage.setItem(KEY, JSON.stringify(joined));
      else sessionStorage.removeItem(KEY);
    } catch {
      // Then a reload asks for a code.
    }
  },
});
