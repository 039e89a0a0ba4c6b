import type { Kysely, Migration } from 'kysely';

export const sessionLog: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('session')
      .addColumn('id', 'text', (it) => it.primaryKey().notNull())
      .addColumn('started_at_ms', 'double precision', (it) => it.notNull())
      .addColumn('protocol', 'text', (it) => it.notNull())
      .addColumn('next_seq', 'integer', (it) => it.notNull())
      .addColumn('first_at_ms', 'double precision')
      .addColumn('last_at_ms', 'double precision')
      .addColumn('ended_at_ms', 'double precision')
      .execute();
    await db.schema.createIndex('session_newest').on('session').columns(['started_at_ms', 'id']).execute();
    await db.schema
      .createTable('session_event')
      .addColumn('session_id', 'text', (it) => it.notNull().references('session.id').onDelete('cascade'))
      .addColumn('seq', 'integer', (it) => it.notNull())
      .addColumn('text', 'text', (it) => it.notNull())
      .addPrimaryKeyConstraint('session_event_key', ['session_id', 'seq'])
      .execute();
  },
};
