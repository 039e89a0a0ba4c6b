import { existsSync } from 'node:fs';
import { jobsFileIn } from './data-folder.ts';
import { postgresJobQueue } from './jobs/boss/postgres-job-queue.ts';
import type { JobQueue } from './jobs/job-queue.ts';
import { sqliteJobQueue } from './jobs/sqlite/sqlite-job-queue.ts';

/**
 * Looks at the jobs of a service that may run, without being one of its workers.
 *
 * @returns undefined: there has never been a job, and nothing was made
 * @throws StoreError  (as a rejection)
 */
export const jobsOf = async <T>(
  { dataDir, databaseUrl }: { readonly dataDir: string; readonly databaseUrl?: string | undefined },
  look: (queue: JobQueue) => Promise<T>,
): Promise<T | undefined> => {
  const file = jobsFileIn(dataDir);
  if (databaseUrl === undefined && !existsSync(file)) return undefined;
  const queue =
    databaseUrl === undefined
      ? sqliteJobQueue({ file, isWorker: false })
      : postgresJobQueue({ url: databaseUrl, isOnlooker: true, connections: 1 });
  try {
    return await look(queue);
  } catch (error) {
    const { cause } = error as { readonly cause?: unknown };
    if (cause instanceof Error && cause.message === 'pg-boss is not installed') return undefined;
    throw error;
  } finally {
    await queue.close();
  }
};
