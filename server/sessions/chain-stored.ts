import type { Transaction } from 'kysely';
import { headAfter, linkOf, originOf } from './chain.ts';
import type { SessionTables } from './session-tables.ts';

/** Events held in memory at a time. */
const PAGE = 500;

/**
 * Chains what is stored of a session, as a version of before left it, or a deletion that broke off on a full disk.
 * Whoever calls holds the session's lock.
 *
 * @returns the head
 */
export const chainStored = async (
  trx: Transaction<SessionTables>,
  session: { readonly id: string; readonly started_at_ms: number; readonly protocol: string },
): Promise<string> => {
  const { id } = session;
  const origin = originOf({ id, startedAtMs: session.started_at_ms, protocol: session.protocol });
  let head = origin;
  for (let from = 0; ;) {
    const rows = await trx
      .selectFrom('session_event')
      .select(['seq', 'text', 'link'])
      .where('session_id', '=', id)
      .where('seq', '>=', from)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    for (const { seq, text, link } of rows) {
      head = headAfter(head, seq, text);
      from = seq + 1;
      if (link === linkOf(head)) continue;
      await trx
        .updateTable('session_event')
        .set({ link: linkOf(head) })
        .where('session_id', '=', id)
        .where('seq', '=', seq)
        .execute();
    }
    if (rows.length < PAGE) break;
  }
  await trx
    .updateTable('session')
    .set({ head, origin: linkOf(origin) })
    .where('id', '=', id)
    .execute();
  return head;
};
