import type { Kysely, Migration } from 'kysely';

/** Only adds: rows that are there already are chained later, session by session, so that a large log starts at once. */
export const sessionChain: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('session').addColumn('origin', 'text').execute();
    await db.schema.alterTable('session').addColumn('head', 'text').execute();
    await db.schema.alterTable('session').addColumn('sealed_seq', 'integer').execute();
    await db.schema.alterTable('session_event').addColumn('link', 'text').execute();
    await db.schema
      .createTable('tombstone')
      .addColumn('session_hash', 'text', (it) => it.primaryKey().notNull())
      .addColumn('deleted_at_ms', 'double precision', (it) => it.notNull())
      .addColumn('events', 'integer', (it) => it.notNull())
      .addColumn('head', 'text', (it) => it.notNull())
      .addColumn('link', 'text', (it) => it.notNull())
      .addColumn('seal', 'integer')
      .execute();
    await db.schema
      .createTable('seal')
      .addColumn('number', 'integer', (it) => it.primaryKey().notNull())
      .addColumn('at_ms', 'double precision', (it) => it.notNull())
      .addColumn('hash', 'text', (it) => it.notNull())
      .addColumn('signature', 'text', (it) => it.notNull())
      .addColumn('public_key', 'text', (it) => it.notNull())
      .execute();
    await db.schema
      .createTable('sealed_session')
      .addColumn('seal', 'integer', (it) => it.notNull().references('seal.number'))
      .addColumn('session_hash', 'text', (it) => it.notNull())
      .addColumn('events', 'integer', (it) => it.notNull())
      .addColumn('head', 'text', (it) => it.notNull())
      .addPrimaryKeyConstraint('sealed_session_key', ['seal', 'session_hash'])
      .execute();
    await db.schema.createIndex('sealed_session_hash').on('sealed_session').column('session_hash').execute();
  },
};
