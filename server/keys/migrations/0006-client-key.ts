import type { Kysely, Migration } from 'kysely';

/** Only adds: sessions that are there are encrypted when they go on or are packed. */
export const clientKey: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('master_key')
      .addColumn('number', 'integer', (it) => it.primaryKey().notNull())
      .addColumn('fingerprint', 'text', (it) => it.notNull())
      .addColumn('made_at_ms', 'double precision', (it) => it.notNull())
      .execute();
    await db.schema
      .createTable('client_key')
      .addColumn('id', 'text', (it) => it.primaryKey().notNull())
      .addColumn('client_id', 'text', (it) => it.notNull().unique())
      .addColumn('wrapped', 'text', (it) => it.notNull())
      .addColumn('made_at_ms', 'double precision', (it) => it.notNull())
      .execute();
    await db.schema
      .alterTable('session')
      .addColumn('key_id', 'text', (it) => it.references('client_key.id'))
      .execute();
    await db.schema.createIndex('session_of_key').on('session').column('key_id').execute();
  },
};
