import type { AccountStore } from './accounts/account-store.ts';
import { sqlAccountStore } from './accounts/sql-account-store.ts';
import { sqlCareStore, type CareStore } from './care/care-store.ts';
import { HOUSEKEEPING } from './database/open-database.ts';
import { clientKeys } from './keys/client-keys.ts';
import type { Tables } from './schema.ts';
import type { Mode } from './settings-table.ts';
import { sqlRelayStore, type RelayStore } from './relays/relay-store.ts';
import { sqlCommandStore, type CommandStore } from './rooms/command-store.ts';
import { forgetting } from './forget.ts';
import { openServiceDatabase, type ServiceDatabasePorts } from './service-database.ts';
import type { BackupPlan } from './backup/scheduled-backup.ts';
import type { Scheduled } from './jobs/schedule.ts';
import { scheduledJobs } from './scheduled-jobs.ts';
import { packing } from './sessions/packing/packing.ts';
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
  /** Absent: backups are made by hand. */
  readonly backups?: BackupPlan;
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
  /** What is to be done by itself, over these stores. */
  readonly scheduled: readonly Scheduled[];
  /** Destroys everything of an account; see {@link forgetting}. */
  readonly forget: ReturnType<typeof forgetting>;
  /** Seals the log for the last time, too. */
  readonly close: () => Promise<void>;
}

/** How often it is looked for what can be packed. */
const PACKING_LOOK_MS = 60_000;

/** @throws StoreError  or StartError  (as a rejection); nothing is left open */
export const openStores = async ({
  mode,
  keyFile,
  retentionDays,
  backups,
  appended,
  ...ports
}: StorePorts): Promise<Stores> => {
  const database = await openServiceDatabase({ ...ports, mode });
  const place = { folder: ports.folder.musicFolder, notify: ports.notify };
  try {
    const music = mode === 'clinic' ? musicOfAccounts(place) : musicOfOne(await lastingTrackStore(place));
    const keys = clientKeys({ file: keyFile ?? ports.folder.masterKeyFile, encrypts: mode === 'clinic' });
    await database.use((open) => open.within(HOUSEKEEPING, (trx) => keys.check<Tables>(trx)));
    const seals = sealing({
      ...{ database, keyFile: ports.folder.sealKeyFile, keys },
      ...{ clock: Date.now, notify: ports.notify },
    });
    const packs = packing({ database, keys, clock: () => performance.now(), notify: ports.notify });
    const look = setInterval(() => void packs.look(), PACKING_LOOK_MS).unref();
    const sessions = sqlSessionStore(database, appended, keys);
    return {
      sessions,
      accounts: sqlAccountStore(database),
      care: sqlCareStore(database),
      commands: sqlCommandStore(database, keys),
      relays: sqlRelayStore(database),
      music,
      forget: forgetting({
        ...{ database, keys, music, clock: Date.now },
        ...{ dataDir: ports.folder.path, sealKeyFile: ports.folder.sealKeyFile },
      }),
      scheduled: scheduledJobs({
        ...{ sessions, seals, notify: ports.notify },
        ...(retentionDays !== undefined && { retentionDays }),
        ...(backups && { backups: { ...backups, folder: ports.folder.path } }),
      }),
      close: async () => {
        clearInterval(look);
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
