import type { Transaction } from 'kysely';
import { headAfter, linkOf, originOf } from './chain.ts';
import type { ClientKeys } from '../keys/client-keys.ts';
import type { SessionTables } from './session-tables.ts';
import { readSession, storedEvents } from './stored-events.ts';
import { rowForm } from './stored-form.ts';

/**
 * Chains what is stored of a session, as a version of before left it, or a deletion that broke off on a full disk.
 * Whoever calls holds the session's lock.
 *
 * @returns the head
 */
export const chainStored = async (
  trx: Transaction<SessionTables>,
  session: {
    readonly id: string;
    readonly started_at_ms: number;
    readonly protocol: string;
    readonly key_id: string | null;
  },
  keys: ClientKeys | undefined,
): Promise<string> => {
  const { id } = session;
  const origin = originOf({ id, startedAtMs: session.started_at_ms, protocol: session.protocol });
  const reading = await readSession(trx, keys, session);
  let head = origin;
  for await (const { seq, text, link } of storedEvents(trx, reading)) {
    head = headAfter(head, seq, text);
    if (link === linkOf(head)) continue;
    await trx
      .updateTable('session_event')
      .set(rowForm(reading.key, id, { seq, text, link: linkOf(head) }))
      .where('session_id', '=', id)
      .where('seq', '=', seq)
      .execute();
  }
  await trx
    .updateTable('session')
    .set({ head, origin: linkOf(origin) })
    .where('id', '=', id)
    .execute();
  return head;
};
