import type { Kysely } from 'kysely';
import type { OpenDatabase } from '../database/open-database.ts';
import { StoreError } from '../database/store-error.ts';
import type { Value } from './rows.ts';

/** How far a move has come, in the target itself, so that rows and progress are written in one transaction. */
export const PROGRESS = 'attune_move';

export interface ProgressTables {
  attune_move: {
    table_name: string;
    /** Where the data come from. */
    source: string;
    /** JSON of the last key that was copied; absent: none. */
    last_key: string | null;
  };
}

export type Key = Readonly<Record<string, Value>>;

export const isMoveUnderWay = async <Tables>(db: Kysely<Tables>): Promise<boolean> =>
  (await db.introspection.getTables()).some((it) => it.name === PROGRESS);

/** Notes that a move begins; what `prepare` does is done with it or not at all. */
export const beginProgress = (
  db: Kysely<ProgressTables>,
  { source, tables }: { readonly source: string; readonly tables: readonly string[] },
  prepare: (trx: Kysely<ProgressTables>) => Promise<void>,
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await trx.schema
      .createTable(PROGRESS)
      .addColumn('table_name', 'text', (it) => it.primaryKey().notNull())
      .addColumn('source', 'text', (it) => it.notNull())
      .addColumn('last_key', 'text')
      .execute();
    await prepare(trx);
    const rows = tables.map((table_name) => ({ table_name, source, last_key: null }));
    await trx.insertInto(PROGRESS).values(rows).execute();
  });

/** Where the data come from of which a part is there. */
export const sourceOfProgress = async (db: Kysely<ProgressTables>): Promise<string | undefined> =>
  (await db.selectFrom(PROGRESS).select('source').limit(1).executeTakeFirst())?.source;

export const endProgress = (db: Kysely<ProgressTables>): Promise<void> =>
  db.schema.dropTable(PROGRESS).execute();

/**
 * The database, unless a move to it has not ended: what is there is not all, and what was added would be mixed with it.
 * @throws StoreError `failed`  (as a rejection) with it closed
 */
export const refuseHalfMoved = async <Tables>(open: OpenDatabase<Tables>): Promise<OpenDatabase<Tables>> => {
  if (!(await open.guarded(() => isMoveUnderWay(open.db)))) return open;
  await open.close();
  throw new StoreError(
    'failed',
    'A move of data to this database has not ended. Run the same "attune move" again: it goes on from where it was.',
  );
};
