import type { Kysely, Migration } from 'kysely';

export const relay: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('relay')
      .addColumn('id', 'text', (it) => it.primaryKey().notNull())
      .addColumn('account_id', 'text')
      .addColumn('made_at_ms', 'double precision', (it) => it.notNull())
      .addColumn('pairing_code', 'text', (it) => it.unique())
      .addColumn('token_hash', 'text')
      .addColumn('next_seq', 'integer', (it) => it.notNull())
      .addColumn('latest', 'text', (it) => it.notNull())
      .execute();
    await db.schema
      .createTable('relay_item')
      .addColumn('relay_id', 'text', (it) => it.notNull().references('relay.id').onDelete('cascade'))
      .addColumn('seq', 'integer', (it) => it.notNull())
      .addColumn('at_ms', 'double precision', (it) => it.notNull())
      .addColumn('said', 'text', (it) => it.notNull())
      .addPrimaryKeyConstraint('relay_item_key', ['relay_id', 'seq'])
      .execute();
  },
};
