import type { Kysely, Selectable } from 'kysely';
import type { Job, JobCount, JobState, TakenJob } from '../job-queue.ts';
import type { JobTables } from './job-tables.ts';

type Db = Kysely<JobTables>;
type Ref = Pick<TakenJob, 'kind' | 'id'>;

export interface NewJob extends Ref {
  readonly input: unknown;
  readonly putAtMs: number;
  readonly attemptsAllowed: number;
}

/** What is there already stays. */
export const insertJob = async (
  db: Db,
  { kind, id, input, putAtMs, attemptsAllowed }: NewJob,
): Promise<void> => {
  const fresh = {
    state: 'waiting',
    attempts: 0,
    not_before_ms: 0,
    attempts_allowed: attemptsAllowed,
  } as const;
  await db
    .insertInto('job')
    .values({ kind, id, input: JSON.stringify(input), put_at_ms: putAtMs, ...fresh })
    .onConflict((it) => it.doNothing())
    .execute();
};

export const findJob = async (db: Db, { kind, id }: Ref): Promise<Job | undefined> => {
  const found = db.selectFrom('job').selectAll().where('kind', '=', kind).where('id', '=', id);
  const row = await found.executeTakeFirst();
  return row && jobOf(row);
};

export const listJobs = async (db: Db, limit: number, state: JobState | undefined): Promise<Job[]> => {
  const all = db.selectFrom('job').selectAll().orderBy('put_at_ms', 'desc').orderBy('id').limit(limit);
  const rows = await (state === undefined ? all : all.where('state', '=', state)).execute();
  return rows.map(jobOf);
};

export const countJobs = async (db: Db, nowMs: number): Promise<JobCount[]> => {
  const rows = await db
    .selectFrom('job')
    .select(['kind', 'state'])
    .select((it) => [it.fn.countAll<number>().as('jobs'), it.fn.min<number>('put_at_ms').as('first')])
    .groupBy(['kind', 'state'])
    .execute();
  return rows.map(({ first, ...row }) => ({ ...row, oldestS: Math.max(0, (nowMs - first) / 1000) }));
};

/** In one statement, so that two never take the same. */
export const takeJob = async (db: Db, kinds: readonly string[], nowMs: number): Promise<Job | undefined> => {
  const row = await db
    .updateTable('job')
    .set((it) => ({ state: 'running', attempts: it('attempts', '+', 1), share: null }))
    .where((it) => {
      const next = it
        .selectFrom('job')
        .select(['kind', 'id'])
        .where('kind', 'in', kinds)
        .where('state', '=', 'waiting')
        .where('not_before_ms', '<=', nowMs)
        .orderBy('put_at_ms')
        .limit(1);
      return it(it.refTuple('kind', 'id'), 'in', next.$asTuple('kind', 'id'));
    })
    .returningAll()
    .executeTakeFirst();
  return row && jobOf(row);
};

const running = (db: Db, { kind, id }: Ref) =>
  db.updateTable('job').where('kind', '=', kind).where('id', '=', id).where('state', '=', 'running');

/** False: it does not run. */
export const keepJob = async (db: Db, job: Ref, share: number | undefined): Promise<boolean> => {
  const { numUpdatedRows } = await running(db, job)
    .set({ share: share ?? null })
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const endJob = async (
  db: Db,
  job: Ref,
  { result, nowMs }: { readonly result: unknown; readonly nowMs: number },
): Promise<void> => {
  const ended = { share: null, reason: null, ended_at_ms: nowMs, result: JSON.stringify(result) };
  await running(db, job)
    .set({ ...ended, state: 'done' })
    .execute();
};

interface Failing {
  readonly reason: string;
  readonly isFinal: boolean;
  readonly nowMs: number;
  /** Before it is tried again. */
  readonly delayMs: number;
}

export const failJob = async (
  db: Db,
  job: TakenJob,
  { reason, isFinal, nowMs, delayMs }: Failing,
): Promise<void> => {
  const again = running(db, job).where('attempts_allowed', '>', job.attempts);
  const waiting = { state: 'waiting', reason, share: null, not_before_ms: nowMs + delayMs } as const;
  const { numUpdatedRows = 0n } = isFinal ? {} : await again.set(waiting).executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  await running(db, job).set({ state: 'failed', reason, share: null, ended_at_ms: nowMs }).execute();
};

export const returnJob = async (db: Db, job: Ref): Promise<void> => {
  await running(db, job)
    .set((it) => ({ state: 'waiting', share: null, attempts: it('attempts', '-', 1) }))
    .execute();
};

export const retryJob = async (db: Db, { kind, id }: Ref): Promise<boolean> => {
  const failed = db
    .updateTable('job')
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('state', '=', 'failed');
  const { numUpdatedRows } = await failed
    .set((it) => ({
      ...{ state: 'waiting' as const, not_before_ms: 0, ended_at_ms: null },
      attempts_allowed: it('attempts', '+', 1),
    }))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export const removeJob = async (db: Db, { kind, id }: Ref): Promise<void> => {
  await db.deleteFrom('job').where('kind', '=', kind).where('id', '=', id).execute();
};

/** How long jobs that are done, and those that failed, can still be looked at, ms. */
const DONE_MS = 7 * 86_400_000;
const FAILED_MS = 30 * 86_400_000;
const LOST_REASON = 'its process ended while it ran';

/** What the process of before has left half done waits again; what ended long ago is forgotten. */
export const takeOverJobs = async (db: Db, nowMs: number): Promise<void> => {
  const left = () => db.updateTable('job').where('state', '=', 'running');
  await left()
    .set({ state: 'failed', reason: LOST_REASON, share: null, ended_at_ms: nowMs })
    .whereRef('attempts', '>=', 'attempts_allowed')
    .execute();
  await left().set({ state: 'waiting', reason: LOST_REASON, share: null }).execute();
  const forget = (state: JobState, ms: number) =>
    db
      .deleteFrom('job')
      .where('state', '=', state)
      .where('ended_at_ms', '<', nowMs - ms)
      .execute();
  await forget('done', DONE_MS);
  await forget('failed', FAILED_MS);
};

const jobOf = (row: Selectable<JobTables['job']>): Job => {
  const { id, kind, state, attempts, share, result, reason } = row;
  return {
    ...{ id, kind, state, attempts, putAtMs: row.put_at_ms, input: JSON.parse(row.input) as unknown },
    ...(share !== null && { share }),
    ...(result !== null && { result: JSON.parse(result) as unknown }),
    ...(reason !== null && { reason }),
  };
};
