import { Kysely, PostgresDialect } from 'kysely';
import { HOUSEKEEPING, type ReadDatabase, type Schema } from '../open-database.ts';
import { explainPostgres, placeOf } from './postgres/explain-postgres.ts';
import { withinPostgres } from './postgres/within.ts';

/**
 * All of a PostgreSQL database, to be read only, also while services write it. Nothing is made or brought up to date.
 * Its connections are its own: they find everybody's rows.
 *
 * @param applicationName  what the server's list of connections calls it
 */
export const readPostgres = async <Tables>(
  url: string,
  { schema, applicationName }: { readonly schema: Schema; readonly applicationName: string },
): Promise<ReadDatabase<Tables>> => {
  const { postgresPool } = await import('./postgres/pool.ts');
  const pool = postgresPool(url, {
    ...{ applicationName, statementMs: 0, silenceMs: 0, connections: 2 },
    ...{ reach: HOUSEKEEPING, isReadOnly: true },
  });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool.forKysely }) });
  const within = withinPostgres(db);
  const explain = (error: unknown) => explainPostgres(error, placeOf(url), schema);
  return {
    dialect: 'postgres',
    db,
    within: (...work) =>
      within(...work).catch((error: unknown) => {
        throw explain(error);
      }),
    close: () => db.destroy(),
  };
};
