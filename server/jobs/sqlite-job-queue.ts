import type { Kysely, Selectable } from 'kysely';
import { openSqlite } from '../database/dialects/sqlite.ts';
import type { Database } from '../database/open-database.ts';
import { openOnce, reopening } from '../database/reopening.ts';
import { addressOf, USUAL_ATTEMPTS } from './job-kind.ts';
import { refuseOtherInput, type Job, type JobQueue } from './job-queue.ts';
import { JOB_SCHEMA, type JobTables } from './job-tables.ts';

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

/** How long jobs that are done, and those that failed, can still be looked at, ms. */
const DONE_MS = 7 * 86_400_000;
const FAILED_MS = 30 * 86_400_000;
const RETRY_DELAY_MS = 2000;
const LOST_REASON = 'its process ended while it ran';

/**
 * Jobs in a SQLite file of their own, for the one process that holds the data folder. Opened when it is first asked:
 * a service that has no job has no file.
 */
export const sqliteJobQueue = (options: SqliteJobQueueOptions): JobQueue => {
  const { file, isWorker, notify = () => undefined, clock = Date.now } = options;
  const { retryDelayMs = RETRY_DELAY_MS } = options;
  let opened: Promise<Database<JobTables>> | undefined;
  const open = async (): Promise<Database<JobTables>> => {
    const openFile = () => openSqlite<JobTables>(file, JOB_SCHEMA);
    const database = isWorker
      ? await reopening({ open: openFile, notify, called: JOB_SCHEMA.called })
      : openOnce(await openFile());
    if (isWorker) await takeOver(database, clock());
    return database;
  };
  const use = async <T>(ask: (db: Kysely<JobTables>) => Promise<T>): Promise<T> => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return (await opened).use((it) => it.guarded(() => ask(it.db)));
  };
  const delayMs = (attempts: number) => retryDelayMs * 2 ** Math.min(attempts - 1, 12);
  return {
    put: async (kind, input) => {
      refuseOtherInput(kind, input);
      const id = addressOf(kind, input);
      const row = { kind: kind.name, id, input: JSON.stringify(input), put_at_ms: clock(), ...FRESH };
      const allowed = { attempts_allowed: kind.attempts ?? USUAL_ATTEMPTS };
      await use((db) =>
        db
          .insertInto('job')
          .values({ ...row, ...allowed })
          .onConflict((it) => it.doNothing())
          .execute(),
      );
      return id;
    },
    find: (kind, id) =>
      use(async (db) => {
        const row = await db
          .selectFrom('job')
          .selectAll()
          .where('kind', '=', kind)
          .where('id', '=', id)
          .executeTakeFirst();
        return row && jobOf(row);
      }),
    list: ({ limit, state }) =>
      use(async (db) => {
        const rows = await db
          .selectFrom('job')
          .selectAll()
          .$if(state !== undefined, (it) => it.where('state', '=', state!))
          .orderBy('put_at_ms', 'desc')
          .orderBy('id')
          .limit(limit)
          .execute();
        return rows.map(jobOf);
      }),
    counts: () =>
      use(async (db) => {
        const rows = await db
          .selectFrom('job')
          .select((it) => [
            'kind',
            'state',
            it.fn.countAll<number>().as('jobs'),
            it.fn.min<number>('put_at_ms').as('first'),
          ])
          .groupBy(['kind', 'state'])
          .execute();
        const nowMs = clock();
        return rows.map(({ first, ...row }) => ({ ...row, oldestS: Math.max(0, (nowMs - first) / 1000) }));
      }),
    retry: (kind, id) =>
      use(async (db) => {
        const { numUpdatedRows } = await db
          .updateTable('job')
          .set((it) => ({
            state: 'waiting',
            not_before_ms: 0,
            ended_at_ms: null,
            attempts_allowed: it('attempts', '+', 1),
          }))
          .where('kind', '=', kind)
          .where('id', '=', id)
          .where('state', '=', 'failed')
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    take: (kinds) =>
      use(async (db) => {
        const row = await db
          .updateTable('job')
          .set((it) => ({ state: 'running', attempts: it('attempts', '+', 1), share: null }))
          .where((it) =>
            it(
              it.refTuple('kind', 'id'),
              'in',
              it
                .selectFrom('job')
                .select(['kind', 'id'])
                .where(
                  'kind',
                  'in',
                  kinds.map(({ name }) => name),
                )
                .where('state', '=', 'waiting')
                .where('not_before_ms', '<=', clock())
                .orderBy('put_at_ms')
                .limit(1)
                .$asTuple('kind', 'id'),
            ),
          )
          .returningAll()
          .executeTakeFirst();
        return row && jobOf(row);
      }),
    keep: ({ kind, id }, share) =>
      use(async (db) => {
        const { numUpdatedRows } = await running(db, kind, id)
          .set({ share: share ?? null })
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    done: ({ kind, id }, result) =>
      use(async (db) => {
        const ended = { share: null, reason: null, ended_at_ms: clock(), result: JSON.stringify(result) };
        await running(db, kind, id)
          .set({ ...ended, state: 'done' })
          .execute();
      }),
    failed: ({ kind, id, attempts }, reason, isFinal) =>
      use(async (db) => {
        const again = {
          state: 'waiting',
          reason,
          share: null,
          not_before_ms: clock() + delayMs(attempts),
        } as const;
        const { numUpdatedRows } = await running(db, kind, id)
          .set(again)
          .where('attempts_allowed', '>', isFinal ? Number.MAX_SAFE_INTEGER : attempts)
          .executeTakeFirst();
        if (numUpdatedRows === 0n)
          await running(db, kind, id)
            .set({ state: 'failed', reason, share: null, ended_at_ms: clock() })
            .execute();
      }),
    handBack: ({ kind, id }) =>
      use(async (db) => {
        await running(db, kind, id)
          .set((it) => ({ state: 'waiting', share: null, attempts: it('attempts', '-', 1) }))
          .execute();
      }),
    remove: (kind, id) =>
      use(async (db) => {
        await db.deleteFrom('job').where('kind', '=', kind).where('id', '=', id).execute();
      }),
    close: async () => {
      const database = await opened?.catch(() => undefined);
      await database?.close();
    },
  };
};

const FRESH = { state: 'waiting', attempts: 0, not_before_ms: 0 } as const;

const running = (db: Kysely<JobTables>, kind: string, id: string) =>
  db.updateTable('job').where('kind', '=', kind).where('id', '=', id).where('state', '=', 'running');

/** What the process of before has left half done waits again; what ended long ago is forgotten. */
const takeOver = (database: Database<JobTables>, nowMs: number): Promise<void> =>
  database.use((open) =>
    open.guarded(async () => {
      const { db } = open;
      const left = () => db.updateTable('job').where('state', '=', 'running');
      await left()
        .set({ state: 'failed', reason: LOST_REASON, share: null, ended_at_ms: nowMs })
        .whereRef('attempts', '>=', 'attempts_allowed')
        .execute();
      await left().set({ state: 'waiting', reason: LOST_REASON, share: null }).execute();
      const old = db.deleteFrom('job');
      await old
        .where('state', '=', 'done')
        .where('ended_at_ms', '<', nowMs - DONE_MS)
        .execute();
      await old
        .where('state', '=', 'failed')
        .where('ended_at_ms', '<', nowMs - FAILED_MS)
        .execute();
    }),
  );

const jobOf = (row: Selectable<JobTables['job']>): Job => {
  const { id, kind, state, attempts, share, result, reason } = row;
  return {
    ...{ id, kind, state, attempts, putAtMs: row.put_at_ms, input: JSON.parse(row.input) as unknown },
    ...(share !== null && { share }),
    ...(result !== null && { result: JSON.parse(result) as unknown }),
    ...(reason !== null && { reason }),
  };
};
