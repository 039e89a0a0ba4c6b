import type { DataFolder } from './data-folder.ts';
import { openSqlite } from './database/dialects/sqlite.ts';
import type { Database } from './database/open-database.ts';
import { reopening } from './database/reopening.ts';
import { StoreError } from './database/store-error.ts';
import { SCHEMA, type Tables } from './schema.ts';
import type { SessionStore } from './sessions/session-store.ts';
import { sqlSessionStore } from './sessions/sql-session-store.ts';
import { lastingTrackStore } from './tracks/lasting-track-store.ts';
import type { TrackStore } from './tracks/track-store.ts';

export interface StorePlaces {
  readonly folder: DataFolder;
  /** PostgreSQL; absent: SQLite in the folder. */
  readonly databaseUrl?: string;
  readonly notify: (message: string) => void;
}

/** The one database that the stores share. @throws StoreError  or StartError  (as a rejection) */
const openServiceDatabase = async ({
  folder,
  databaseUrl,
  notify,
}: StorePlaces): Promise<Database<Tables>> => {
  // Never SQLite in the place of what was asked for.
  if (databaseUrl !== undefined)
    throw new StoreError(
      'failed',
      'This build has no PostgreSQL. Take ATTUNE_DATABASE_URL away, or update Attune.',
    );
  // A folder that was taken away and is back may be another process's by now.
  const open = () => {
    folder.hold();
    return openSqlite<Tables>(folder.sessionsFile, SCHEMA);
  };
  return reopening({ open, notify, called: SCHEMA.called });
};

/** @throws StoreError  or StartError  (as a rejection); nothing is left open */
export const openStores = async (places: StorePlaces): Promise<readonly [SessionStore, TrackStore]> => {
  const store = sqlSessionStore(await openServiceDatabase(places));
  try {
    return [store, await lastingTrackStore({ folder: places.folder.musicFolder, notify: places.notify })];
  } catch (error) {
    await store.close();
    throw error;
  }
};
