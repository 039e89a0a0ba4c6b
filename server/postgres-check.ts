import { sql, type Kysely } from 'kysely';
import { placeOf } from './database/dialects/postgres/explain-postgres.ts';
import { refuseRoleAboveRowSecurity } from './database/dialects/postgres/row-security.ts';
import { readPostgres } from './database/dialects/read-postgres.ts';
import { HOUSEKEEPING } from './database/open-database.ts';
import { StoreError } from './database/store-error.ts';
import { right, wrong, type Check } from './operation/check.ts';
import { SCHEMA, SECURED_TABLES } from './schema.ts';

/**
 * Whether a PostgreSQL server answers, to a role that row-level security holds for and that may make the tables, and
 * has none of a newer version. Nothing is changed.
 */
export const postgresCheck = async (url: string): Promise<Check> => {
  try {
    const reading = await readPostgres<unknown>(url, { schema: SCHEMA, applicationName: 'attune check' });
    const place = placeOf(url);
    try {
      return await reading.within(HOUSEKEEPING, (db) => checkWithin(db, place));
    } finally {
      await reading.close();
    }
  } catch (error) {
    return wrong('database', error instanceof Error ? error.message : String(error));
  }
};

const checkWithin = async (db: Kysely<unknown>, place: string): Promise<Check> => {
  const migrations = await migrationsOf(db);
  if (migrations.some((name) => !Object.hasOwn(SCHEMA.migrations, name)))
    throw new StoreError('newer', `${place} was written by a newer version of Attune. Update Attune.`);
  const isOfToday = Object.keys(SCHEMA.migrations).every((name) => migrations.includes(name));
  // What is older is brought up to date at the start, and has no row-level security before that.
  await refuseRoleAboveRowSecurity(db, isOfToday ? SECURED_TABLES : []);
  if (isOfToday)
    return right('database', `${place} answers, and keeps clients' rows apart by row-level security.`);
  const { rows } = await sql<{ readonly may_create: boolean | null }>`
    select has_schema_privilege(current_schema(), 'create') as may_create`.execute(db);
  return rows[0]!.may_create
    ? right('database', `${place} answers; its tables are made or brought up to date at the start.`)
    : wrong('database', `The role may not make tables in ${place}. Make it the owner of that database.`);
};

/** None: there are no tables yet. */
const migrationsOf = async (db: Kysely<unknown>): Promise<readonly string[]> => {
  const { rows: found } = await sql<{ readonly is_there: boolean }>`
    select to_regclass('kysely_migration') is not null as is_there`.execute(db);
  if (!found[0]!.is_there) return [];
  const { rows } = await sql<{ readonly name: string }>`select name from kysely_migration`.execute(db);
  return rows.map(({ name }) => name);
};
