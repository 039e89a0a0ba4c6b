import type { Kysely, Migration } from 'kysely';

export const track: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('track')
      .addColumn('id', 'text', (it) => it.primaryKey().notNull())
      .addColumn('size_bytes', 'integer', (it) => it.notNull())
      .addColumn('about', 'text')
      .execute();
  },
};
