import type { Kysely } from 'kysely';
import type { Database, OpenDatabase } from '../database/open-database.ts';
import type { AccountStore } from './account-store.ts';
import type { AccountTables } from './account-tables.ts';
import { sqlAccounts } from './sql/accounts.ts';
import { sqlAttempts } from './sql/attempts.ts';
import { sqlCredentials } from './sql/credentials.ts';
import { sqlInvitations } from './sql/invitations.ts';
import { sqlProviders } from './sql/providers.ts';
import { sqlSignIns } from './sql/sign-ins.ts';

/** The accounts over a database of any dialect. Closing it closes the database. */
export const sqlAccountStore = (database: Database<AccountTables>): AccountStore => {
  const use = <T>(work: (db: Kysely<AccountTables>, open: OpenDatabase<AccountTables>) => Promise<T>) =>
    database.use((open) => open.guarded(() => work(open.db, open)));
  return {
    accounts: sqlAccounts(use),
    ...sqlCredentials(use),
    signIns: sqlSignIns(use),
    providers: sqlProviders(use),
    invitations: sqlInvitations(use),
    ...sqlAttempts(use),
    close: database.close,
  };
};
