import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { sql } from 'kysely';
import { sessionsFileIn, takeDataFolder } from './data-folder.ts';
import { isPostgresUrl, openPostgres } from './database/dialects/postgres.ts';
import { placeOf } from './database/dialects/postgres/explain-postgres.ts';
import { openSqlite } from './database/dialects/sqlite.ts';
import { moveDatabase, type MovedTable, type MovePorts } from './move/move-database.ts';
import { MoveError } from './move/move-error.ts';
import type { AnyDatabase, AnyTables } from './move/rows.ts';
import { HOUSEKEEPING } from './database/open-database.ts';
import { POLICY_NAME } from './database/row-policy.ts';
import { tablesOf, type TableShape } from './database/tables-of.ts';
import { SCHEMA } from './schema.ts';

export interface MoveOptions {
  /** A data folder, or `postgresql://…`. */
  readonly from: string;
  readonly to: string;
  readonly onProgress?: MovePorts['onProgress'];
}

/**
 * Moves all that a service keeps in its database to another one. Both must be out of use meanwhile.
 *
 * @throws MoveError, StartError or StoreError  (as a rejection) with a message for the person
 */
export const moveData = async ({ from, to, onProgress }: MoveOptions): Promise<readonly MovedTable[]> => {
  if (!isPostgresUrl(from) && !existsSync(sessionsFileIn(from)))
    throw new MoveError('unusable', `There is no session log in the folder ${resolve(from)}.`);
  const open: Side[] = [];
  const opened = async (place: string): Promise<AnyDatabase> => {
    const side = await openSide(place);
    open.push(side);
    return side.database;
  };
  try {
    const source = await opened(from);
    const target = await opened(to);
    if (source.opening === target.opening)
      throw new MoveError('unusable', 'Source and target are the same database.');
    const fresh = await openSqlite<AnyTables>(':memory:', SCHEMA);
    open.push({ database: fresh, close: fresh.close });
    await refuseHidden(source, await tablesOf(source));
    const release = await keepStill(source);
    const name = isPostgresUrl(from) ? placeOf(from) : resolve(from);
    const ports = { from: source, to: target, fresh, source: name, ...(onProgress && { onProgress }) };
    // A refusal is no failure of the target.
    const moved = await target.guarded(() => moveDatabase(ports).catch(refusalOf)).finally(release);
    if (moved instanceof MoveError) throw moved;
    return moved;
  } finally {
    for (const side of open.reverse()) await side.close();
  }
};

const refusalOf = (error: unknown): MoveError => {
  if (error instanceof MoveError) return error;
  throw error;
};

interface Side {
  readonly database: AnyDatabase;
  readonly close: () => Promise<void>;
}

const openSide = async (place: string): Promise<Side> => {
  if (isPostgresUrl(place)) {
    const database = await openPostgres<AnyTables>(place, SCHEMA, {
      ...{ applicationName: 'attune move', statementMs: 0, reach: HOUSEKEEPING },
    });
    try {
      await refuseInUse(database, placeOf(place));
    } catch (error) {
      await database.close();
      throw error;
    }
    return { database, close: database.close };
  }
  const folder = takeDataFolder(place);
  try {
    const database = await openSqlite<AnyTables>(folder.sessionsFile, SCHEMA);
    return { database, close: () => database.close().finally(() => folder.release()) };
  } catch (error) {
    folder.release();
    throw error;
  }
};

const refuseInUse = async ({ db }: AnyDatabase, place: string): Promise<void> => {
  const { rows } = await sql<{ readonly connections: number }>`
    select count(*) as connections from pg_stat_activity
    where datname = current_database() and application_name = 'attune'`.execute(db);
  if (rows[0]!.connections > 0)
    throw new MoveError('in-use', `Attune runs on ${place}. Stop it first, wherever it runs.`);
};

/** A policy that is not ours, which all of Attune's rows pass, would leave rows out without a word. */
const refuseHidden = async ({ db, dialect }: AnyDatabase, tables: readonly TableShape[]): Promise<void> => {
  if (dialect === 'sqlite') return;
  for (const { name } of tables) {
    const { rows } = await sql<{ readonly is_hiding: boolean }>`
      select row_security_active(oid) and (
        not exists (select 1 from pg_policy where polrelid = it.oid)
        or exists (select 1 from pg_policy where polrelid = it.oid and polname <> ${POLICY_NAME})
      ) as is_hiding from pg_class it where oid = quote_ident(${name})::regclass`.execute(db);
    if (rows[0]!.is_hiding)
      throw new MoveError(
        'unusable',
        `Row-level security that is not Attune's hides rows of ${name} from this role. ` +
          'Move as a role that may bypass it.',
      );
  }
};

/** Keeps others from writing to a PostgreSQL database until it is released. A folder's lock does so for a file. */
const keepStill = async ({ db, dialect }: AnyDatabase): Promise<() => Promise<void>> => {
  if (dialect === 'sqlite') return () => Promise.resolve();
  const trx = await db.startTransaction().execute();
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(trx);
  for (const { name } of await tablesOf({ db: trx, dialect }))
    await sql`lock table ${sql.table(name)} in share mode`.execute(trx);
  return async () => {
    await trx.rollback().execute();
  };
};
