import type { Kysely, Migration } from 'kysely';

/** Packed events. Only adds: what is there is packed later, bit by bit. */
export const sessionChunk: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('session_chunk')
      .addColumn('session_id', 'text', (it) => it.notNull().references('session.id').onDelete('cascade'))
      .addColumn('from_seq', 'integer', (it) => it.notNull())
      .addColumn('events', 'integer', (it) => it.notNull())
      .addColumn('data', 'bytea', (it) => it.notNull())
      .addPrimaryKeyConstraint('session_chunk_key', ['session_id', 'from_seq'])
      .execute();
  },
};
