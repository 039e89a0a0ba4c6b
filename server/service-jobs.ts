import { join } from 'node:path';
import type { AccountStore } from './accounts/account-store.ts';
import type { CareStore } from './care/care-store.ts';
import { EXPORTS_NAME } from './database/data-files.ts';
import { exportFilesIn } from './export-files.ts';
import { clearingExports, exportExpiry, exportJobs, exportKind } from './export-jobs.ts';
import { postgresJobQueue } from './jobs/boss/postgres-job-queue.ts';
import type { JobCount, JobQueue } from './jobs/job-queue.ts';
import { keepSchedule, type Scheduled } from './jobs/schedule.ts';
import { sqliteJobQueue } from './jobs/sqlite/sqlite-job-queue.ts';
import { work, type Work } from './jobs/work.ts';
import type { ExportJobs } from './sessions/client-export-job-routes.ts';
import type { SessionStore } from './sessions/session-store.ts';

export interface ServiceJobPorts {
  readonly queue: JobQueue;
  readonly sessions: SessionStore;
  readonly care: CareStore;
  readonly accounts: AccountStore;
  /** What is to be done by itself; may be done by another process. */
  readonly scheduled: readonly Scheduled[];
  /** Where what jobs make is kept for others to fetch. */
  readonly jobsDir: string;
  readonly atOnce?: number;
  readonly notify: (message: string) => void;
}

export interface ServiceJobs {
  readonly exports: ExportJobs;
  /** Of whom a session is deleted, their exports are too. */
  readonly sessions: SessionStore;
  readonly counts: () => Promise<readonly JobCount[]>;
  /** Begins to work. */
  readonly start: () => void;
  /** Lets what is under way end for so long, and hands back the rest. */
  readonly close: (patienceMs: number) => Promise<void>;
}

/** The queue of a service: in its PostgreSQL database, or in a file of the data folder that this process holds. */
export const queueOf = (
  databaseUrl: string | undefined,
  jobsFile: string,
  notify: (message: string) => void,
): JobQueue =>
  databaseUrl === undefined
    ? sqliteJobQueue({ file: jobsFile, isWorker: true, notify })
    : postgresJobQueue({ url: databaseUrl });

/** Jobs of a clinic's service, or of a worker beside it. Nothing is asked of the queue before it is started. */
export const serviceJobs = ({
  queue,
  care,
  accounts,
  jobsDir,
  notify,
  ...ports
}: ServiceJobPorts): ServiceJobs => {
  const files = exportFilesIn(join(jobsDir, EXPORTS_NAME));
  const sessions = clearingExports(ports.sessions, files);
  const roleOf = async (id: string) => {
    const account = await accounts.accounts.find(id);
    return account?.disabledAtMs === undefined ? account?.role : undefined;
  };
  const exportPorts = { files, store: sessions, ties: care, roleOf };
  const all = [...ports.scheduled, exportExpiry(files)];
  let worker: Work | undefined;
  let schedule: ReturnType<typeof keepSchedule> | undefined;
  return {
    exports: exportJobs({ ...exportPorts, queue, wake: () => worker?.wake() }),
    sessions,
    counts: () => queue.counts(),
    start: () => {
      const kinds = [...all.map(({ kind }) => kind), exportKind(exportPorts)];
      worker = work(queue, { kinds, notify, ...(ports.atOnce !== undefined && { atOnce: ports.atOnce }) });
      schedule = keepSchedule({ all, begin: (kind, input) => queue.put(kind, input) });
    },
    close: async (patienceMs) => {
      await schedule?.stop();
      await worker?.stop(patienceMs);
      await queue.close();
    },
  };
};
