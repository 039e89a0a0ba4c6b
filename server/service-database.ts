import type { DataFolder } from './data-folder.ts';
import { openPostgres } from './database/dialects/postgres.ts';
import { openSqlite } from './database/dialects/sqlite.ts';
import type { Database } from './database/open-database.ts';
import { openOnce, reopening } from './database/reopening.ts';
import { refuseHalfMoved } from './move/progress.ts';
import { SCHEMA, type Tables } from './schema.ts';

export interface ServiceDatabasePorts {
  /** `postgresql://…`; absent: a file in the data folder. */
  readonly databaseUrl?: string;
  readonly folder: DataFolder;
  /** Told what the person at the machine has to do something about. */
  readonly notify: (message: string) => void;
}

/**
 * The database of a service: on a PostgreSQL server, found again by itself after a restart, or in a SQLite file that is
 * opened anew where it was taken away.
 *
 * @throws StoreError  (as a rejection) it cannot be used, or a move to it has not ended
 */
export const openServiceDatabase = async ({
  databaseUrl,
  folder,
  notify,
}: ServiceDatabasePorts): Promise<Database<Tables>> => {
  if (databaseUrl !== undefined)
    return openOnce(await refuseHalfMoved(await openPostgres<Tables>(databaseUrl, SCHEMA)));
  const open = async () => {
    // A folder that was taken away and is back may be another process's by now.
    folder.hold();
    return refuseHalfMoved(await openSqlite<Tables>(folder.sessionsFile, SCHEMA));
  };
  return reopening({ open, notify, called: SCHEMA.called });
};
