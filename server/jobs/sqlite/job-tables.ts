import type { ColumnType, Kysely, Migration } from 'kysely';
import type { Schema } from '../../database/open-database.ts';
import type { JobState } from '../job-queue.ts';

type SetOnce<T> = ColumnType<T, T, never>;

/** Times are epoch ms; `input` and `result` are JSON. */
export interface JobTables {
  job: {
    kind: SetOnce<string>;
    id: SetOnce<string>;
    input: SetOnce<string>;
    put_at_ms: SetOnce<number>;
    state: JobState;
    /** How often it was begun, and how often it may be. */
    attempts: number;
    attempts_allowed: number;
    not_before_ms: number;
    ended_at_ms: number | null;
    share: number | null;
    result: string | null;
    reason: string | null;
  };
}

const job: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('job')
      .addColumn('kind', 'text', (it) => it.notNull())
      .addColumn('id', 'text', (it) => it.notNull())
      .addColumn('input', 'text', (it) => it.notNull())
      .addColumn('put_at_ms', 'real', (it) => it.notNull())
      .addColumn('state', 'text', (it) => it.notNull())
      .addColumn('attempts', 'integer', (it) => it.notNull())
      .addColumn('attempts_allowed', 'integer', (it) => it.notNull())
      .addColumn('not_before_ms', 'real', (it) => it.notNull())
      .addColumn('ended_at_ms', 'real')
      .addColumn('share', 'real')
      .addColumn('result', 'text')
      .addColumn('reason', 'text')
      .addPrimaryKeyConstraint('job_key', ['kind', 'id'])
      .execute();
    await db.schema.createIndex('job_by_state').on('job').columns(['state', 'not_before_ms']).execute();
  },
};

export const JOB_SCHEMA: Schema = {
  called: 'list of jobs',
  reserveBytes: 128 * 1024,
  migrations: { '0001-job': job },
};
