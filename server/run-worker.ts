import { sqlAccountStore } from './accounts/sql-account-store.ts';
import { sqlCareStore } from './care/care-store.ts';
import { openPostgres } from './database/dialects/postgres.ts';
import { openOnce } from './database/reopening.ts';
import { HOUSEKEEPING } from './database/open-database.ts';
import { clientKeys } from './keys/client-keys.ts';
import { postgresJobQueue } from './jobs/boss/postgres-job-queue.ts';
import { refuseHalfMoved } from './move/progress.ts';
import { SCHEMA, type Tables } from './schema.ts';
import { scheduledJobs } from './scheduled-jobs.ts';
import { serviceJobs } from './service-jobs.ts';
import { sqlSessionStore } from './sessions/sql-session-store.ts';

export interface WorkerOptions {
  readonly databaseUrl: string;
  /** Where what jobs make is kept; the service sees the same folder. */
  readonly jobsDir: string;
  /** The key that clients' keys are locked with, as the service has it: exports read what is encrypted. */
  readonly keyFile: string;
  readonly retentionDays?: number;
  /** How many jobs at a time. */
  readonly atOnce: number;
  readonly notify: (message: string) => void;
}

/**
 * Does the jobs of a service on PostgreSQL, on whatever machine; any number of them may. Sealing stays with the
 * service, which has the key.
 *
 * @returns what lets jobs under way end for so long, hands back the rest, and closes everything
 * @throws StoreError  (as a rejection)
 */
export const runWorker = async (options: WorkerOptions): Promise<(patienceMs: number) => Promise<void>> => {
  const { databaseUrl, jobsDir, keyFile, retentionDays, atOnce, notify } = options;
  const database = openOnce(await refuseHalfMoved(await openPostgres<Tables>(databaseUrl, SCHEMA)));
  const keys = clientKeys({ file: keyFile, encrypts: false });
  await database.use((open) => open.within(HOUSEKEEPING, (trx) => keys.check<Tables>(trx)));
  const sessions = sqlSessionStore(database, () => undefined, keys);
  const jobs = serviceJobs({
    queue: postgresJobQueue({ url: databaseUrl }),
    care: sqlCareStore(database),
    accounts: sqlAccountStore(database),
    scheduled: scheduledJobs({ sessions, notify, ...(retentionDays !== undefined && { retentionDays }) }),
    ...{ sessions, jobsDir, atOnce, notify },
  });
  jobs.start();
  return async (patienceMs) => {
    await jobs.close(patienceMs);
    await database.close();
  };
};
