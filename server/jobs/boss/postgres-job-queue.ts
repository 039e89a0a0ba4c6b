import type PgBoss from 'pg-boss';
import { explainPostgres, placeOf } from '../../database/dialects/postgres/explain-postgres.ts';
import { addressOf, USUAL_ATTEMPTS, type JobKind } from '../job-kind.ts';
import {
  LOST_S,
  refuseOtherInput,
  type Job,
  type JobCount,
  type JobQueue,
  type JobState,
} from '../job-queue.ts';
import { COUNT, CREATE_QUEUE, FAIL_FOR_GOOD, FIND, HAND_BACK, KEEP, LIST, RETRY_NOW } from './statements.ts';

export interface PostgresJobQueueOptions {
  readonly url: string;
  /** Whether it only looks: then nothing is made there, and nobody else's lost jobs are seen to. */
  readonly isOnlooker?: boolean;
  /** After how long without a sign of its worker a job is handed to another one, s. */
  readonly lostAfterS?: number;
  /** Before a job is tried for the second time, s; then about twice as long each time. */
  readonly retryDelayS?: number;
  /** Connections of its own. */
  readonly connections?: number;
}

/** How often lost jobs are looked for, s, by whichever process is the first. */
const LOOK_S = 5;
const DONE_S = 7 * 86_400;
const FAILED_S = 30 * 86_400;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
  readonly state: 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed';
  readonly retry_count: number;
  readonly output: Readonly<Record<string, unknown>> | null;
  readonly put_at_ms: number;
  readonly was_begun: boolean;
}

/**
 * Jobs in a PostgreSQL database, kept by pg-boss in a schema of its own there, for any number of processes. A kind is a
 * queue, and an address the id of a job. Connected when it is first asked.
 */
export const postgresJobQueue = (options: PostgresJobQueueOptions): JobQueue => {
  const { use, rows, queueOf, close } = connected(options);
  const { lostAfterS = LOST_S, retryDelayS = 2 } = options;
  return {
    put: async (kind, input) => {
      refuseOtherInput(kind, input);
      const id = addressOf(kind, input);
      await use(async (boss) => {
        await queueOf(boss, kind.name);
        await boss.send(kind.name, { input }, { id, ...settingsOf(kind, { lostAfterS, retryDelayS }) });
      });
      return id;
    },
    find: async (kind, id) => {
      const [row] = await rows<Row>(FIND, [kind, id]);
      return row && jobOf(row);
    },
    list: async ({ limit, state }) =>
      (await rows<Row>(LIST, [limit, state === undefined ? Object.keys(STATES) : namesOf(state)])).map(jobOf),
    counts: async () => {
      type Count = Pick<Row, 'name' | 'state'> & { readonly jobs: number; readonly oldest_s: number };
      const counted = await rows<Count>(COUNT, []);
      return summed(
        counted.map(({ name, state, jobs, oldest_s }) => ({
          ...{ kind: name, state: STATES[state], jobs, oldestS: oldest_s },
        })),
      );
    },
    retry: async (kind, id) => (await rows(RETRY_NOW, [kind, id])).length > 0,
    take: (kinds) =>
      use(async (boss) => {
        for (const { name } of kinds) {
          await queueOf(boss, name);
          const [job] = await boss.fetch<{ readonly input: unknown }>(name, { includeMetadata: true });
          if (job) return { id: job.id, kind: name, input: job.data.input, attempts: job.retryCount + 1 };
        }
        return undefined;
      }),
    keep: async ({ kind, id }, share) => (await rows(KEEP, [kind, id, share ?? null])).length > 0,
    done: ({ kind, id }, result) => use((boss) => boss.complete(kind, id, { result })),
    failed: async ({ kind, id }, reason, isFinal) => {
      if (isFinal) await rows(FAIL_FOR_GOOD, [kind, id, JSON.stringify({ reason })]);
      else await use((boss) => boss.fail(kind, id, { reason }));
    },
    handBack: async ({ kind, id }) => {
      await rows(HAND_BACK, [kind, id]);
    },
    remove: (kind, id) => use((boss) => boss.deleteJob(kind, id)),
    close,
  };
};

/** A connection that is made when it is first needed. */
const connected = (options: PostgresJobQueueOptions) => {
  const place = placeOf(options.url);
  let started: Promise<PgBoss> | undefined;
  const queues = new Set<string>();
  const use = async <T>(ask: (boss: PgBoss) => Promise<T>): Promise<T> => {
    try {
      started ??= start(options).catch((error: unknown) => {
        started = undefined;
        throw error;
      });
      return await ask(await started);
    } catch (error) {
      throw explainPostgres(error, place, QUEUE);
    }
  };
  return {
    use,
    rows: <R>(statement: string, values: readonly unknown[]): Promise<readonly R[]> =>
      use(async (boss) => (await boss.getDb().executeSql(statement, [...values])).rows as R[]),
    /** pg-boss has a table for each queue, made once. */
    queueOf: async (boss: PgBoss, name: string): Promise<void> => {
      if (queues.has(name)) return;
      await boss.getDb().executeSql(CREATE_QUEUE, [name]);
      queues.add(name);
    },
    close: async (): Promise<void> => {
      const boss = await started?.catch(() => undefined);
      await boss?.stop({ graceful: false });
    },
  };
};

/** As messages have it. */
const QUEUE = { called: 'list of jobs', reserveBytes: 0, migrations: {} };

const start = async ({
  url,
  isOnlooker = false,
  connections = 3,
}: PostgresJobQueueOptions): Promise<PgBoss> => {
  // Loaded where there is a PostgreSQL queue: it is much for who has none.
  const { default: Boss } = await import('pg-boss');
  const boss = new Boss({
    connectionString: url,
    application_name: 'attune-jobs',
    max: connections,
    // Times are ours: a job of a time has that in its address.
    schedule: false,
    supervise: !isOnlooker,
    migrate: !isOnlooker,
    maintenanceIntervalSeconds: LOOK_S,
    archiveCompletedAfterSeconds: DONE_S,
    archiveFailedAfterSeconds: FAILED_S,
  });
  // What is asked says so itself; looking for lost jobs is tried again.
  boss.on('error', () => undefined);
  try {
    return await boss.start();
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
};

const settingsOf = (
  { attempts = USUAL_ATTEMPTS }: JobKind,
  { lostAfterS, retryDelayS }: { readonly lostAfterS: number; readonly retryDelayS: number },
): PgBoss.SendOptions => ({
  expireInSeconds: lostAfterS,
  retryLimit: attempts - 1,
  retryDelay: retryDelayS,
  retryBackoff: true,
  // Until somebody has time for it.
  retentionDays: 365,
});

const STATES: Readonly<Record<Row['state'], JobState>> = {
  created: 'waiting',
  retry: 'waiting',
  active: 'running',
  completed: 'done',
  cancelled: 'failed',
  failed: 'failed',
};

const namesOf = (state: JobState): string[] =>
  Object.entries(STATES).flatMap(([name, ours]) => (ours === state ? [name] : []));

const jobOf = (row: Row): Job => {
  const { share, result, reason, value } = row.output ?? {};
  const state = STATES[row.state];
  // pg-boss's own word where a worker was lost.
  const why = typeof reason === 'string' ? reason : value === undefined ? undefined : 'its worker was lost';
  const isToldWhy = (state === 'failed' || state === 'waiting') && why !== undefined;
  return {
    ...{ id: row.id, kind: row.name, state, putAtMs: row.put_at_ms },
    input: (row.data as { readonly input?: unknown } | null)?.input,
    attempts: row.retry_count + (row.was_begun ? 1 : 0),
    ...(state === 'running' && typeof share === 'number' && { share }),
    ...(state === 'done' && result !== undefined && { result }),
    ...(isToldWhy && { reason: why }),
  };
};

/** Two of pg-boss's states are one of ours. */
const summed = (counts: readonly JobCount[]): JobCount[] => {
  const sums = new Map<string, JobCount>();
  for (const count of counts) {
    const key = `${count.kind} ${count.state}`;
    const { jobs = 0, oldestS = 0 } = sums.get(key) ?? {};
    sums.set(key, { ...count, jobs: jobs + count.jobs, oldestS: Math.max(oldestS, count.oldestS) });
  }
  return [...sums.values()];
};
