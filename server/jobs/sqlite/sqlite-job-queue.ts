import type { Kysely } from 'kysely';
import { openSqlite } from '../../database/dialects/sqlite.ts';
import type { Database } from '../../database/open-database.ts';
import { openOnce, reopening } from '../../database/reopening.ts';
import { addressOf, USUAL_ATTEMPTS } from '../job-kind.ts';
import { refuseOtherInput, type JobQueue } from '../job-queue.ts';
import { JOB_SCHEMA, type JobTables } from './job-tables.ts';
import * as rows from './rows.ts';

export interface SqliteJobQueueOptions {
  readonly file: string;
  /**
   * Whether this is the process that works on them: it holds the data folder, so that what is said to be running is
   * what a process of before has left. Others look, and have things tried again.
   */
  readonly isWorker: boolean;
  /** Told what the person at the machine has to do something about. */
  readonly notify?: (message: string) => void;
  /** Epoch ms. */
  readonly clock?: () => number;
  /** Before a job is tried for the second time; then twice as long each time, ms. */
  readonly retryDelayMs?: number;
}

const RETRY_DELAY_MS = 2000;

/**
 * Jobs in a SQLite file of their own, for the one process that holds the data folder. Opened when it is first asked:
 * a service that has no job has no file.
 */
export const sqliteJobQueue = (options: SqliteJobQueueOptions): JobQueue => {
  const { clock = Date.now, retryDelayMs = RETRY_DELAY_MS } = options;
  let opened: Promise<Database<JobTables>> | undefined;
  const use = async <T>(ask: (db: Kysely<JobTables>) => Promise<T>): Promise<T> => {
    opened ??= open(options, clock()).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return (await opened).use((it) => it.guarded(() => ask(it.db)));
  };
  return {
    put: async (kind, input) => {
      refuseOtherInput(kind, input);
      const id = addressOf(kind, input);
      const { name, attempts: attemptsAllowed = USUAL_ATTEMPTS } = kind;
      await use((db) => rows.insertJob(db, { kind: name, id, input, putAtMs: clock(), attemptsAllowed }));
      return id;
    },
    find: (kind, id) => use((db) => rows.findJob(db, { kind, id })),
    list: ({ limit, state }) => use((db) => rows.listJobs(db, limit, state)),
    counts: () => use((db) => rows.countJobs(db, clock())),
    retry: (kind, id) => use((db) => rows.retryJob(db, { kind, id })),
    take: (kinds) => {
      const names = kinds.map(({ name }) => name);
      return use((db) => rows.takeJob(db, names, clock()));
    },
    keep: (job, share) => use((db) => rows.keepJob(db, job, share)),
    done: (job, result) => use((db) => rows.endJob(db, job, { result, nowMs: clock() })),
    failed: (job, reason, isFinal) => {
      const delayMs = retryDelayMs * 2 ** Math.min(job.attempts - 1, 12);
      return use((db) => rows.failJob(db, job, { reason, isFinal, nowMs: clock(), delayMs }));
    },
    handBack: (job) => use((db) => rows.returnJob(db, job)),
    remove: (kind, id) => use((db) => rows.removeJob(db, { kind, id })),
    close: async () => {
      const database = await opened?.catch(() => undefined);
      await database?.close();
    },
  };
};

const open = async (
  { file, isWorker, notify = () => undefined }: SqliteJobQueueOptions,
  nowMs: number,
): Promise<Database<JobTables>> => {
  const openFile = () => openSqlite<JobTables>(file, JOB_SCHEMA);
  if (!isWorker) return openOnce(await openFile());
  const database = await reopening({ open: openFile, notify, called: JOB_SCHEMA.called });
  await database.use((it) => it.guarded(() => rows.takeOverJobs(it.db, nowMs)));
  return database;
};
