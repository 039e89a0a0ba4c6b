import { openPostgres } from '../../server/database/dialects/postgres.ts';
import { openOnce } from '../../server/database/reopening.ts';
import { SCHEMA, type Tables } from '../../server/schema.ts';
import { sqlSessionStore } from '../../server/sessions/sql-session-store.ts';
import { newPostgresDatabase } from '../support/postgres-database.ts';
import { sessionStoreContract } from '../support/session-store-contract.ts';

sessionStoreContract('PostgreSQL', async () =>
  sqlSessionStore(openOnce(await openPostgres<Tables>(await newPostgresDatabase(), SCHEMA))),
);
