import type { Kysely, Migration } from 'kysely';

export const roomCommand: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('room_command')
      .addColumn('session_id', 'text', (it) => it.notNull().references('session.id').onDelete('cascade'))
      .addColumn('number', 'integer', (it) => it.notNull())
      .addColumn('id', 'text', (it) => it.notNull())
      .addColumn('by_account', 'text', (it) => it.notNull())
      .addColumn('at_ms', 'double precision', (it) => it.notNull())
      .addColumn('command', 'text', (it) => it.notNull())
      .addPrimaryKeyConstraint('room_command_key', ['session_id', 'number'])
      .addUniqueConstraint('room_command_id', ['session_id', 'by_account', 'id'])
      .execute();
  },
};
