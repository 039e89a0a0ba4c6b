import type { Kysely, Migration } from 'kysely';

/** How each sign-in was made, and the accounts of a clinic's own sign-in. */
export const singleSignOn: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['method', 'provider_subject', 'provider_session'])
      await db.schema.alterTable('account_sign_in').addColumn(column, 'text').execute();
    // Of those from before nobody knows: whoever needs a second factor shows it once more.
    await db.schema
      .alterTable('account_sign_in')
      .addColumn('factors', 'integer', (it) => it.notNull().defaultTo(1))
      .execute();
    await db.schema
      .createTable('account_provider')
      .addColumn('account_id', 'text', (it) =>
        it.primaryKey().notNull().references('account.id').onDelete('cascade'),
      )
      .addColumn('person_hash', 'text', (it) => it.notNull().unique())
      .addColumn('linked_at_ms', 'double precision', (it) => it.notNull())
      .addColumn('used_at_ms', 'double precision')
      .execute();
    for (const column of ['provider_subject', 'provider_session'])
      await db.schema.createIndex(`account_sign_in_${column}`).on('account_sign_in').column(column).execute();
  },
};
