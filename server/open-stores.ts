import { openServiceDatabase, type ServiceDatabasePorts } from './service-database.ts';
import type { SessionStore } from './sessions/session-store.ts';
import { sqlSessionStore } from './sessions/sql-session-store.ts';
import { lastingTrackStore } from './tracks/lasting-track-store.ts';
import type { TrackStore } from './tracks/track-store.ts';

/** @throws StoreError  or StartError  (as a rejection); nothing is left open */
export const openStores = async (
  places: ServiceDatabasePorts,
): Promise<readonly [SessionStore, TrackStore]> => {
  const store = sqlSessionStore(await openServiceDatabase(places));
  try {
    return [store, await lastingTrackStore({ folder: places.folder.musicFolder, notify: places.notify })];
  } catch (error) {
    await store.close();
    throw error;
  }
};
