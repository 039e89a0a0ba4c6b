import type { DataFolder } from './data-folder.ts';
import { openPostgres } from './database/dialects/postgres.ts';
import { openSqlite } from './database/dialects/sqlite.ts';
import { refuseRoleAboveRowSecurity } from './database/dialects/postgres/row-security.ts';
import type { Database, OpenDatabase } from './database/open-database.ts';
import { openOnce, reopening } from './database/reopening.ts';
import { refuseHalfMoved } from './move/progress.ts';
import { SCHEMA, SECURED_TABLES, type Tables } from './schema.ts';
import type { Mode } from './settings-table.ts';

export interface ServiceDatabasePorts {
  /** `postgresql://…`; absent: a file in the data folder. */
  readonly databaseUrl?: string;
  /** Absent: personal, where all that is there is one person's. */
  readonly mode?: Mode;
  readonly folder: DataFolder;
  /** Told what the person at the machine has to do something about. */
  readonly notify: (message: string) => void;
}

/**
 * The database of a service: on a PostgreSQL server, found again by itself after a restart, or in a SQLite file that is
 * opened anew where it was taken away.
 *
 * @throws StoreError  (as a rejection) it cannot be used, a move to it has not ended, or nothing would keep clients of
 *   a clinic apart there
 */
export const openServiceDatabase = async ({
  databaseUrl,
  mode,
  folder,
  notify,
}: ServiceDatabasePorts): Promise<Database<Tables>> => {
  if (databaseUrl !== undefined) {
    const opened = await refuseHalfMoved(await openPostgres<Tables>(databaseUrl, SCHEMA));
    if (mode === 'clinic') await refuseOpenRows(opened);
    return openOnce(opened);
  }
  const open = async () => {
    // A folder that was taken away and is back may be another process's by now.
    folder.hold();
    return refuseHalfMoved(await openSqlite<Tables>(folder.sessionsFile, SCHEMA));
  };
  return reopening({ open, notify, called: SCHEMA.called });
};

const refuseOpenRows = async (opened: OpenDatabase<Tables>): Promise<void> => {
  try {
    await opened.guarded(() => refuseRoleAboveRowSecurity(opened.db, SECURED_TABLES));
  } catch (error) {
    await opened.close();
    throw error;
  }
};
