import type { AccountStore } from './accounts/account-store.ts';
import { sqlAccountStore } from './accounts/sql-account-store.ts';
import { sqlCareStore, type CareStore } from './care/care-store.ts';
import type { Mode } from './settings-table.ts';
import { sqlRelayStore, type RelayStore } from './relays/relay-store.ts';
import { sqlCommandStore, type CommandStore } from './rooms/command-store.ts';
import { openServiceDatabase, type ServiceDatabasePorts } from './service-database.ts';
import { deleteExpired } from './sessions/retention.ts';
import { sealing } from './sessions/seal/sealing.ts';
import type { SessionStore } from './sessions/session-store.ts';
import { sqlSessionStore } from './sessions/sql-session-store.ts';
import { lastingTrackStore } from './tracks/lasting-track-store.ts';
import { musicOfAccounts } from './tracks/music-of-accounts.ts';
import { musicOfOne, type Music } from './tracks/music.ts';

export interface StorePorts extends ServiceDatabasePorts {
  readonly mode: Mode;
  /** How long a session is kept after its end; absent: until somebody deletes it. */
  readonly retentionDays?: number;
  /** Told of each batch that is on the disk: its session and how many events it had. */
  readonly appended: (session: string, events: number) => void;
}

/** What a service keeps. */
export interface Stores {
  readonly sessions: SessionStore;
  readonly accounts: AccountStore;
  readonly care: CareStore;
  readonly commands: CommandStore;
  readonly relays: RelayStore;
  readonly music: Music;
  /** Seals the log for the last time, too. */
  readonly close: () => Promise<void>;
}

/** How often it looks whether the log's hourly seal is due. */
const SEAL_LOOK_MS = 60_000;
/** How often sessions are looked for that were kept long enough, beside once at the start. */
const EXPIRY_LOOK_MS = 3_600_000;

/** @throws StoreError  or StartError  (as a rejection); nothing is left open */
export const openStores = async ({
  mode,
  retentionDays,
  appended,
  ...ports
}: StorePorts): Promise<Stores> => {
  const database = await openServiceDatabase(ports);
  const place = { folder: ports.folder.musicFolder, notify: ports.notify };
  try {
    const music = mode === 'clinic' ? musicOfAccounts(place) : musicOfOne(await lastingTrackStore(place));
    const seals = sealing({
      ...{ database, keyFile: ports.folder.sealKeyFile },
      ...{ clock: Date.now, notify: ports.notify },
    });
    const look = setInterval(() => void seals.look(), SEAL_LOOK_MS).unref();
    const sessions = sqlSessionStore(database, appended);
    const expiring = retentionDays === undefined ? undefined : expireHourly(sessions, retentionDays, ports);
    return {
      sessions,
      accounts: sqlAccountStore(database),
      care: sqlCareStore(database),
      commands: sqlCommandStore(database),
      relays: sqlRelayStore(database),
      music,
      close: async () => {
        clearInterval(look);
        clearInterval(expiring);
        await seals.end();
        await Promise.all([music.close(), database.close()]);
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
};

const expireHourly = (
  sessions: SessionStore,
  days: number,
  { notify }: Pick<StorePorts, 'notify'>,
): NodeJS.Timeout => {
  const look = () =>
    deleteExpired(sessions, days, Date.now()).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      notify(`Sessions older than ${days} days could not be deleted (${why}). It is tried again in an hour.`);
    });
  void look();
  return setInterval(() => void look(), EXPIRY_LOOK_MS).unref();
};
