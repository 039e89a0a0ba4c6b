import type { Kysely } from 'kysely';
import type { SessionTables } from './session-tables.ts';

/** Events held in memory at a time. */
const PAGE = 1000;

/** Events as they are stored, in order. Meanwhile rows may be changed, not added or removed. */
export async function* storedEvents(db: Kysely<SessionTables>, session: string) {
  for (let from = 0; ;) {
    const rows = await db
      .selectFrom('session_event')
      .select(['seq', 'text', 'link'])
      .where('session_id', '=', session)
      .where('seq', '>=', from)
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    yield* rows;
    if (rows.length < PAGE) return;
    from = rows.at(-1)!.seq + 1;
  }
}
