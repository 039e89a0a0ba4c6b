import type { Dexie } from 'dexie';

/**
 * What `ask` gives of the database, which is opened once more where it would not before: by itself Dexie does not try
 * again. Asked without a turn between where it is open, since Dexie follows only what is read at once.
 */
export const reopening = <D extends Dexie, T>(database: D, ask: (database: D) => Promise<T>): Promise<T> =>
  database.hasFailed() && !database.hasBeenClosed()
    ? database.open().then(() => ask(database))
    : ask(database);
