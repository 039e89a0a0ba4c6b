import type { ColumnDefinitionBuilder, Kysely, Migration, SchemaModule } from 'kysely';

const required = (it: ColumnDefinitionBuilder) => it.notNull();
const key = (it: ColumnDefinitionBuilder) => it.primaryKey().notNull();
const ofAccount = (it: ColumnDefinitionBuilder) => it.notNull().references('account.id').onDelete('cascade');

export const accounts: Migration = {
  async up(db: Kysely<unknown>) {
    await makeCredentials(db.schema);
    await makeSignIns(db.schema);
    for (const [table, column] of INDEXES)
      await db.schema.createIndex(`${table}_${column}`).on(table).column(column).execute();
  },
};

const makeCredentials = async (schema: SchemaModule) => {
  await schema
    .createTable('account')
    .addColumn('id', 'text', key)
    .addColumn('sign_in_name', 'text', (it) => it.notNull().unique())
    .addColumn('shown_name', 'text', required)
    .addColumn('role', 'text', required)
    .addColumn('made_at_ms', 'double precision', required)
    .addColumn('disabled_at_ms', 'double precision')
    .execute();
  await schema
    .createTable('account_password')
    .addColumn('account_id', 'text', (it) => ofAccount(it).primaryKey())
    .addColumn('hash', 'text', required)
    .addColumn('set_at_ms', 'double precision', required)
    .execute();
  await schema
    .createTable('account_passkey')
    .addColumn('id', 'text', key)
    .addColumn('account_id', 'text', ofAccount)
    .addColumn('shown_name', 'text', required)
    .addColumn('public_key', 'text', required)
    .addColumn('counter', 'double precision', required)
    .addColumn('transports', 'text', required)
    .addColumn('added_at_ms', 'double precision', required)
    .addColumn('used_at_ms', 'double precision')
    .execute();
  await schema
    .createTable('account_code')
    .addColumn('account_id', 'text', (it) => ofAccount(it).primaryKey())
    .addColumn('secret', 'text', required)
    .addColumn('confirmed_at_ms', 'double precision')
    .addColumn('last_step', 'double precision', required)
    .execute();
  await schema
    .createTable('account_recovery_code')
    .addColumn('code_hash', 'text', key)
    .addColumn('account_id', 'text', ofAccount)
    .execute();
};

const makeSignIns = async (schema: SchemaModule) => {
  await schema
    .createTable('account_sign_in')
    .addColumn('id', 'text', key)
    .addColumn('token_hash', 'text', (it) => it.notNull().unique())
    .addColumn('account_id', 'text', ofAccount)
    .addColumn('stage', 'text', required)
    .addColumn('device', 'text', required)
    .addColumn('begun_at_ms', 'double precision', required)
    .addColumn('seen_at_ms', 'double precision', required)
    .addColumn('proved_at_ms', 'double precision', required)
    .addColumn('ends_at_ms', 'double precision', required)
    .execute();
  await schema
    .createTable('account_invitation')
    .addColumn('id', 'text', key)
    .addColumn('token_hash', 'text', (it) => it.notNull().unique())
    .addColumn('kind', 'text', required)
    .addColumn('account_id', 'text', (it) => it.references('account.id').onDelete('cascade'))
    .addColumn('sign_in_name', 'text', required)
    .addColumn('role', 'text', required)
    .addColumn('made_by', 'text')
    .addColumn('made_at_ms', 'double precision', required)
    .addColumn('ends_at_ms', 'double precision', required)
    .execute();
  await schema
    .createTable('account_challenge')
    .addColumn('challenge_hash', 'text', key)
    .addColumn('purpose', 'text', required)
    .addColumn('ends_at_ms', 'double precision', required)
    .execute();
  await schema
    .createTable('account_device')
    .addColumn('token_hash', 'text', key)
    .addColumn('account_id', 'text', ofAccount)
    .addColumn('seen_at_ms', 'double precision', required)
    .execute();
  await schema
    .createTable('account_attempt')
    .addColumn('key_hash', 'text', key)
    .addColumn('failures', 'integer', required)
    .addColumn('last_at_ms', 'double precision', required)
    .addColumn('blocked_until_ms', 'double precision', required)
    .execute();
};

const INDEXES = [
  ['account_passkey', 'account_id'],
  ['account_recovery_code', 'account_id'],
  ['account_sign_in', 'account_id'],
  ['account_device', 'account_id'],
  ['account_challenge', 'ends_at_ms'],
  ['account_attempt', 'last_at_ms'],
] as const;
