import type { SessionSummary } from '../contract/index.ts';
import type { SessionStore } from './session-store.ts';

const DAY_MS = 86_400_000;
/** Sessions that are looked at in a row. */
const PAGE = 100;

/**
 * Deletes sessions that ended more than so many days ago, each with its tombstone; again and again harmless, also from
 * several services at once.
 *
 * @param nowMs  epoch ms
 * @returns how many
 * @throws StoreError  (as a rejection) what was deleted by then stays so
 */
export const deleteExpired = async (
  sessions: Pick<SessionStore, 'list' | 'delete'>,
  days: number,
  nowMs: number,
): Promise<number> => {
  const endedByMs = nowMs - days * DAY_MS;
  let deleted = 0;
  // Also what began at that very moment.
  let before = { startedAtMs: endedByMs + 1, id: '' };
  for (;;) {
    const page = await sessions.list({ limit: PAGE, before });
    for (const session of page)
      if (endOf(session) <= endedByMs && (await sessions.delete(session.id))) deleted += 1;
    const last = page.at(-1);
    if (!last || page.length < PAGE) return deleted;
    before = { startedAtMs: last.startedAtMs, id: last.id };
  }
};

/** Epoch ms: what its log spans, from when it began. */
const endOf = ({ startedAtMs, firstAtMs = 0, lastAtMs = 0 }: SessionSummary): number =>
  startedAtMs + Math.max(0, lastAtMs - firstAtMs);
