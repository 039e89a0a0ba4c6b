import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { AccessLine } from '../access/ties.ts';
import type { AccessLogLine } from '../contract/index.ts';
import type { CareTables } from './care-tables.ts';

type Db = Kysely<CareTables>;

/** Lines to an `insert`: ten parameters each, well below any dialect's limit. */
const INSERT_ROWS = 500;

/** All of the lines, or none. */
export const writeLines = async (
  trx: Transaction<CareTables>,
  lines: readonly AccessLine[],
  nowMs: number,
): Promise<void> => {
  for (let i = 0; i < lines.length; i += INSERT_ROWS) {
    const rows = lines.slice(i, i + INSERT_ROWS).map((line) => ({
      id: randomUUID(),
      at_ms: nowMs,
      account_id: line.account.id,
      role: line.account.role,
      client_id: line.client,
      action: line.action,
      relation: line.relation,
      subject: line.subject ?? null,
      break_glass_id: line.breakGlass ?? null,
      from_network: line.from ?? null,
    }));
    await trx.insertInto('access_log').values(rows).execute();
  }
};

/** Where a page begins: after this line, newest first. */
export type LineCursor = Pick<AccessLogLine, 'atMs' | 'id'>;

/** Who saw or changed a client's things, newest first. */
export const readLines = async (
  db: Db,
  client: string,
  { limit, before }: { readonly limit: number; readonly before?: LineCursor | undefined },
): Promise<AccessLogLine[]> => {
  const rows = await db
    .selectFrom('access_log')
    .leftJoin('break_glass', 'break_glass.id', 'access_log.break_glass_id')
    .selectAll('access_log')
    .select('break_glass.reason')
    .where('access_log.client_id', '=', client)
    .$if(before !== undefined, (query) =>
      query.where((it) =>
        it.or([
          it('at_ms', '<', before!.atMs),
          it.and([it('at_ms', '=', before!.atMs), it('access_log.id', '<', before!.id)]),
        ]),
      ),
    )
    .orderBy('at_ms', 'desc')
    .orderBy('access_log.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    atMs: row.at_ms,
    account: row.account_id,
    role: row.role,
    action: row.action,
    relation: row.relation,
    ...(row.subject !== null && { subject: row.subject }),
    ...(row.reason !== null && { reason: row.reason }),
    ...(row.from_network !== null && { from: row.from_network }),
  }));
};
