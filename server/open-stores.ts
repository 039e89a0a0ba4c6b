import type { AccountStore } from './accounts/account-store.ts';
import { sqlAccountStore } from './accounts/sql-account-store.ts';
import { sqlCareStore, type CareStore } from './care/care-store.ts';
import { clientKeys } from './keys/client-keys.ts';
import type { Mode } from './settings-table.ts';
import { sqlCommandStore, type CommandStore } from './rooms/command-store.ts';
import { forgetting } from './forget.ts';
import { openServiceDatabase, type ServiceDatabasePorts } from './service-database.ts';
import { packing } from './sessions/packing/packing.ts';
import { deleteExpired } from './sessions/retention.ts';
import { sealing } from './sessions/seal/sealing.ts';
import type { SessionStore } from './sessions/session-store.ts';
import { sqlSessionStore } from './sessions/sql-session-store.ts';
import { lastingTrackStore } from './tracks/lasting-track-store.ts';
import { musicOfAccounts } from './tracks/music-of-accounts.ts';
import { musicOfOne, type Music } from './tracks/music.ts';

export interface StorePorts extends ServiceDatabasePorts {
  readonly mode: Mode;
  /** Where the key is that clients' keys are locked with; absent: in the folder. */
  readonly keyFile?: string;
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
  readonly music: Music;
  /** Destroys everything of an account; see {@link forgetting}. */
  readonly forget: ReturnType<typeof forgetting>;
  /** Seals the log for the last time, too. */
  readonly close: () => Promise<void>;
}

/** How often it looks whether the log's hourly seal is due, and what can be packed. */
const LOOK_MS = 60_000;
/** How often sessions are looked for that were kept long enough, beside once at the start. */
const EXPIRY_LOOK_MS = 3_600_000;

/** @throws StoreError  or StartError  (as a rejection); nothing is left open */
export const openStores = async ({
  mode,
  keyFile,
  retentionDays,
  appended,
  ...ports
}: StorePorts): Promise<Stores> => {
  const database = await openServiceDatabase(ports);
  const place = { folder: ports.folder.musicFolder, notify: ports.notify };
  try {
    const music = mode === 'clinic' ? musicOfAccounts(place) : musicOfOne(await lastingTrackStore(place));
    const keys = clientKeys({ file: keyFile ?? ports.folder.masterKeyFile, encrypts: mode === 'clinic' });
    await database.use((open) => open.guarded(() => keys.check(open.db)));
    const seals = sealing({
      ...{ database, keyFile: ports.folder.sealKeyFile, keys },
      ...{ clock: Date.now, notify: ports.notify },
    });
    const packs = packing({ database, keys, clock: () => performance.now(), notify: ports.notify });
    const look = setInterval(() => void seals.look().then(packs.look), LOOK_MS).unref();
    const sessions = sqlSessionStore(database, appended, keys);
    const expiring = retentionDays === undefined ? undefined : expireHourly(sessions, retentionDays, ports);
    return {
      sessions,
      accounts: sqlAccountStore(database),
      care: sqlCareStore(database),
      commands: sqlCommandStore(database, keys),
      music,
      forget: forgetting({
        ...{ database, keys, music, clock: Date.now },
        ...{ dataDir: ports.folder.path, sealKeyFile: ports.folder.sealKeyFile },
      }),
      close: async () => {
        clearInterval(look);
        clearInterval(expiring);
        await packs.end();
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
