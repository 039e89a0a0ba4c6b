import { openSqlite } from '../database/dialects/sqlite.ts';
import { SESSION_SCHEMA, type SessionDatabase } from './session-database.ts';
import type { SessionStore } from './session-store.ts';
import { sqlSessionStore } from './sql-session-store.ts';

/**
 * The session log in one SQLite file; see {@link openSqlite}.
 * @throws StoreError  (as a rejection)
 */
export const openSqliteSessionStore = async (file: string): Promise<SessionStore> =>
  sqlSessionStore(await openSqlite<SessionDatabase>(file, SESSION_SCHEMA));
