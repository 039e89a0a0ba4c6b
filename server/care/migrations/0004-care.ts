import { PostgresAdapter, sql, type CreateTableBuilder, type Kysely, type Migration } from 'kysely';

export const care: Migration = {
  async up(db: Kysely<unknown>) {
    await makeAssignments(db);
    await makeConsents(db);
    await makeBreakGlass(db);
    await makeAccessLog(db);
    await keepAppendOnly(db);
  },
};

const makeAssignments = async (db: Kysely<unknown>): Promise<void> => {
  await withTimes(db.schema.createTable('care_assignment'), ['from_ms'], ['until_ms'])
    .addColumn('clinician_id', 'text', (it) => it.notNull())
    .addColumn('client_id', 'text', (it) => it.notNull())
    .addColumn('assigned_by', 'text', (it) => it.notNull())
    .addColumn('ended_by', 'text')
    .addPrimaryKeyConstraint('care_assignment_key', ['clinician_id', 'client_id', 'from_ms'])
    .execute();
  await db.schema
    .createIndex('care_assignment_of_client')
    .on('care_assignment')
    .column('client_id')
    .execute();
};

const makeConsents = async (db: Kysely<unknown>): Promise<void> => {
  await withTimes(db.schema.createTable('consent'), ['given_at_ms'], ['withdrawn_at_ms'])
    .addColumn('id', 'text', (it) => it.primaryKey().notNull())
    .addColumn('client_id', 'text', (it) => it.notNull())
    .addColumn('purpose', 'text', (it) => it.notNull())
    .addColumn('version', 'text', (it) => it.notNull())
    .execute();
  // At most one of a purpose is in force, also where two requests give it at once.
  await db.schema
    .createIndex('consent_in_force')
    .unique()
    .on('consent')
    .columns(['client_id', 'purpose'])
    .where(sql.ref('withdrawn_at_ms'), 'is', null)
    .execute();
  await db.schema
    .createTable('research_pseudonym')
    .addColumn('client_id', 'text', (it) => it.primaryKey().notNull())
    .addColumn('pseudonym', 'text', (it) => it.notNull().unique())
    .execute();
};

const makeBreakGlass = async (db: Kysely<unknown>): Promise<void> => {
  await withTimes(
    db.schema.createTable('break_glass'),
    ['begun_at_ms', 'until_ms'],
    ['ended_at_ms', 'reviewed_at_ms'],
  )
    .addColumn('id', 'text', (it) => it.primaryKey().notNull())
    .addColumn('clinician_id', 'text', (it) => it.notNull())
    .addColumn('client_id', 'text', (it) => it.notNull())
    .addColumn('reason', 'text', (it) => it.notNull())
    .addColumn('reviewed_by', 'text')
    .execute();
  await db.schema.createIndex('break_glass_of_client').on('break_glass').column('client_id').execute();
  await db.schema.createIndex('break_glass_of_clinician').on('break_glass').column('clinician_id').execute();
};

const makeAccessLog = async (db: Kysely<unknown>): Promise<void> => {
  await withTimes(db.schema.createTable('access_log'), ['at_ms'], [])
    .addColumn('id', 'text', (it) => it.primaryKey().notNull())
    .addColumn('account_id', 'text', (it) => it.notNull())
    .addColumn('role', 'text', (it) => it.notNull())
    .addColumn('client_id', 'text', (it) => it.notNull())
    .addColumn('action', 'text', (it) => it.notNull())
    .addColumn('relation', 'text', (it) => it.notNull())
    .addColumn('subject', 'text')
    .addColumn('break_glass_id', 'text')
    .addColumn('from_network', 'text')
    .execute();
  await db.schema
    .createIndex('access_log_of_client')
    .on('access_log')
    .columns(['client_id', 'at_ms', 'id'])
    .execute();
};

const withTimes = (
  table: CreateTableBuilder<string>,
  given: readonly string[],
  perhaps: readonly string[],
): CreateTableBuilder<string, string> => {
  let built: CreateTableBuilder<string, string> = table;
  for (const name of given) built = built.addColumn(name, 'double precision', (it) => it.notNull());
  for (const name of perhaps) built = built.addColumn(name, 'double precision');
  return built;
};

/** A line that is written stays as it is: the database itself refuses, whoever asks it. */
const keepAppendOnly = async (db: Kysely<unknown>): Promise<void> => {
  const statements =
    db.getExecutor().adapter instanceof PostgresAdapter
      ? [
          `create function access_log_refuse() returns trigger language plpgsql as
           $$ begin raise exception 'the access log is append-only'; end $$`,
          `create trigger access_log_stays before update or delete on access_log
           for each row execute function access_log_refuse()`,
          `create trigger access_log_stays_whole before truncate on access_log
           for each statement execute function access_log_refuse()`,
        ]
      : ['update', 'delete'].map(
          (change) =>
            `create trigger access_log_no_${change} before ${change} on access_log
             begin select raise(abort, 'the access log is append-only'); end`,
        );
  for (const statement of statements) await sql.raw(statement).execute(db);
};
