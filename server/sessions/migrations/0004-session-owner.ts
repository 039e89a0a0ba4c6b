import type { Kysely, Migration } from 'kysely';

/** What was there before belongs to the person of a personal service. */
export const sessionOwner: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('session').addColumn('client_id', 'text').execute();
    await db.schema
      .createIndex('session_of_client')
      .on('session')
      .columns(['client_id', 'started_at_ms', 'id'])
      .execute();
    await db.schema.alterTable('tombstone').addColumn('owner_hash', 'text').execute();
  },
};
