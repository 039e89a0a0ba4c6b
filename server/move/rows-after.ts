import { sql } from 'kysely';
import type { TableShape } from '../database/tables-of.ts';
import type { AnySource, Row, Value } from './rows.ts';

const MOST_ROWS = 500;
/** Below what any dialect takes in one statement. */
const MOST_VALUES = 30_000;

const rowsABatch = ({ columns }: TableShape): number =>
  Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_VALUES / columns.length)));

/**
 * The next rows of a table by its primary key, in the database's own order.
 * @param after  values of the key, by column; absent: from the first row on
 */
export const rowsAfter = (
  { db }: AnySource,
  table: TableShape,
  after?: Readonly<Record<string, Value>>,
): Promise<readonly Row[]> => {
  let next = db
    .selectFrom(table.name)
    .select(table.columns.map((it) => it.name))
    .limit(rowsABatch(table));
  for (const column of table.key) next = next.orderBy(column);
  if (after) {
    const key = sql.join(table.key.map((column) => sql.ref(column)));
    next = next.where(sql<boolean>`(${key}) > (${sql.join(table.key.map((it) => after[it]))})`);
  }
  return next.execute();
};
