import { Kysely, Migrator, SqliteDialect, type ColumnType, type Migration } from 'kysely';
import { openSqliteDatabase } from '../database/dialects/sqlite.ts';

export interface TrackDatabase {
  track: {
    id: ColumnType<string, string, never>;
    size_bytes: ColumnType<number, number, never>;
    /** JSON. */
    about: ColumnType<string | null, string | null | undefined, string>;
  };
}

const track: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('track')
      .addColumn('id', 'text', (it) => it.primaryKey().notNull())
      .addColumn('size_bytes', 'integer', (it) => it.notNull())
      .addColumn('about', 'text')
      .execute();
  },
};

/** A file of its own: the session log can be moved, put back or begun anew without the music. One statement at a time, no transactions. */
export const openTrackDatabase = async (file: string): Promise<Kysely<TrackDatabase>> => {
  const db = new Kysely<TrackDatabase>({
    dialect: new SqliteDialect({ database: openSqliteDatabase(file) }),
  });
  // One that has been released is never edited: add the next.
  const provider = { getMigrations: () => Promise.resolve({ '0001-track': track }) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return db;
  await db.destroy();
  throw error instanceof Error ? error : new Error('the database could not be brought up to date');
};
