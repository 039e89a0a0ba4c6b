import type { MigrationProvider } from 'kysely';
import { sessionLog } from './0001-session-log.ts';

/** In the order of their names. One that has been released is never edited: add the next. */
export const migrations: MigrationProvider = {
  getMigrations: () => Promise.resolve({ '0001-session-log': sessionLog }),
};
