import { sql, type Kysely, type Transaction } from 'kysely';
import type { TableShape } from '../database/tables-of.ts';
import { PROGRESS, type Key, type ProgressTables } from './progress.ts';
import { rowsAfter } from './rows-after.ts';
import { plain, type AnyDatabase, type AnySource, type AnyTables, type Row } from './rows.ts';

export interface Sides {
  readonly from: AnySource;
  readonly to: AnyDatabase;
}

/**
 * Copies what the target does not have of a table yet, batch by batch. Each batch is there with its progress or not at
 * all, also where the process is killed, or where the commit of one that was killed comes late.
 */
export const copyTable = async (
  sides: Sides,
  table: TableShape,
  count: (rows: number) => void,
): Promise<number> => {
  let copied = 0;
  for (;;) {
    const rows = await sides.to.db.transaction().execute((trx) => copyBatch(trx, sides.from, table));
    if (rows === 0) break;
    copied += rows;
    count(rows);
  }
  if (sides.to.dialect === 'postgres') await countOn(sides.to.db, table);
  return copied;
};

const copyBatch = async (
  trx: Transaction<AnyTables>,
  from: AnySource,
  table: TableShape,
): Promise<number> => {
  const progress = trx as unknown as Transaction<ProgressTables>;
  // Writing first takes the row's lock on every dialect.
  const { last_key } = await progress
    .updateTable(PROGRESS)
    .set((it) => ({ last_key: it.ref('last_key') }))
    .where('table_name', '=', table.name)
    .returning('last_key')
    .executeTakeFirstOrThrow();
  const rows = await rowsAfter(from, table, last_key === null ? undefined : (JSON.parse(last_key) as Key));
  const last = rows.at(-1);
  if (!last) return 0;
  await trx
    .insertInto(table.name)
    .values(rows.map((row) => plainRow(row, table)))
    .execute();
  const key = Object.fromEntries(table.key.map((column) => [column, last[column]]));
  await progress
    .updateTable(PROGRESS)
    .set({ last_key: JSON.stringify(key) })
    .where('table_name', '=', table.name)
    .execute();
  return rows.length;
};

const plainRow = (row: Row, { name, columns }: TableShape): Row =>
  Object.fromEntries(columns.map((it) => [it.name, plain(row[it.name], `${name}.${it.name}`)]));

/** Numbers that the server gives by itself go on after those that were copied. */
const countOn = async (db: Kysely<AnyTables>, { name, columns }: TableShape): Promise<void> => {
  for (const column of columns) {
    const { rows } = await sql<{ readonly sequence: string | null }>`
      select pg_get_serial_sequence(quote_ident(${name}), ${column.name}) as sequence`.execute(db);
    const sequence = rows[0]?.sequence ?? undefined;
    if (sequence === undefined) continue;
    await sql`select setval(${sequence}, max(${sql.ref(column.name)})) from ${sql.table(name)}`.execute(db);
  }
};
