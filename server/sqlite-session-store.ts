import { openSqlite } from './database/dialects/sqlite.ts';
import { openOnce } from './database/reopening.ts';
import { SCHEMA, type Tables } from './schema.ts';
import type { SessionStore } from './sessions/session-store.ts';
import { sqlSessionStore } from './sessions/sql-session-store.ts';

/**
 * The session log in one SQLite file that is not looked for again once it is lost; see {@link openSqlite}.
 * @throws StoreError  (as a rejection)
 */
export const openSqliteSessionStore = async (file: string): Promise<SessionStore> =>
  sqlSessionStore(openOnce(await openSqlite<Tables>(file, SCHEMA)));
