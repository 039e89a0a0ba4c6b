import { openPostgres } from '../../server/database/dialects/postgres.ts';
import { openOnce } from '../../server/database/reopening.ts';
import { SCHEMA, type Tables } from '../../server/schema.ts';
import { sqlSessionStore } from '../../server/sessions/sql-session-store.ts';
import { newPostgresDatabase } from '../support/postgres-database.ts';
import { sessionStoreContract } from '../support/session-store-contract.ts';

let url: string | undefined;

sessionStoreContract('PostgreSQL', async () => {
  const database = await openPostgres<Tables>((url ??= await newPostgresDatabase()), SCHEMA);
  // A new database for each test would cost more than the tests.
  await database.within('all', async (trx) => {
    for (const table of ['session', 'tombstone'] as const) await trx.deleteFrom(table).execute();
  });
  return sqlSessionStore(openOnce(database));
});
