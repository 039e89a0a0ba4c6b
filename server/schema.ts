import type { AccountTables } from './accounts/account-tables.ts';
import { accounts } from './accounts/migrations/0003-accounts.ts';
import type { Schema } from './database/open-database.ts';
import { sessionLog } from './sessions/migrations/0001-session-log.ts';
import type { SessionTables } from './sessions/session-tables.ts';

/** The tables of all stores that share the service's database. */
export type Tables = SessionTables & AccountTables;

export const SCHEMA: Schema = {
  called: 'session log',
  // The largest batch, with its index, and the write-ahead log.
  reserveBytes: 8 * 1024 * 1024,
  migrations: { '0001-session-log': sessionLog, '0003-accounts': accounts },
};
