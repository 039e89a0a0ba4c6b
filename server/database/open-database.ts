import { Migrator, type Kysely, type Migration } from 'kysely';
import type { StoreError } from './store-error.ts';

/** What a database is for: its name in messages, and how its tables come about. */
export interface Schema {
  /** "session log", as in "The session log /data/sessions.sqlite is damaged". */
  readonly called: string;
  /** Run in the order of their names. One that has been released is never edited: add the next. */
  readonly migrations: Readonly<Record<string, Migration>>;
}

/** A database that is open and up to date, with what only its dialect knows. */
export interface OpenDatabase<Tables> {
  readonly db: Kysely<Tables>;
  /** What the driver threw, as the error of the store. */
  readonly explain: (error: unknown) => StoreError;
  /** Removes what deleted rows have left outside the tables. */
  readonly purge: () => void | Promise<void>;
}

/** Brings the tables up to date. @throws whatever the driver or Kysely's migrator throws */
export const migrate = async <Tables>(db: Kysely<Tables>, { migrations }: Schema): Promise<void> => {
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  throw error instanceof Error ? error : new Error('the database could not be brought up to date');
};
