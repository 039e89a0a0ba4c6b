import { Migrator, type Kysely, type Migration, type Transaction } from 'kysely';
import type { Reopening } from './reopening.ts';
import type { RowReach } from './row-policy.ts';
import type { StoreError } from './store-error.ts';

/** A database's name in messages, and its migrations. */
export interface Schema {
  /** "session log", as in "The session log /data/sessions.sqlite is damaged". */
  readonly called: string;
  /** Room on the disk to keep for deletions: what one transaction may write, and the log before it. */
  readonly reserveBytes: number;
  /** Run in the order of their names. One that has been released is never edited: add the next. */
  readonly migrations: Readonly<Record<string, Migration>>;
}

/**
 * Does work in one transaction, which finds the rows of a reach and, on PostgreSQL, no others: there a query outside of
 * one finds nothing of any client. Stores narrow down what they ask for by themselves as well.
 *
 * @throws StoreError  (as a rejection) with nothing of the work done
 */
export type Within<Tables> = <T>(
  reach: RowReach,
  work: (trx: Transaction<Tables>) => Promise<T>,
  options?: WithinOptions,
) => Promise<T>;

export interface WithinOptions {
  /** Whether all that it reads is of one moment. */
  readonly isOneMoment?: boolean;
}

/** What seals, verifies, moves, backs up and migrates, and what finds out whom somebody reaches, works on all rows. */
export const HOUSEKEEPING = 'all';

/** An open, migrated database, with what depends on its dialect. Several stores may share one. */
export interface OpenDatabase<Tables> {
  /** For what only one of them can do; a store works alike on each. */
  readonly dialect: 'sqlite' | 'postgres';
  readonly db: Kysely<Tables>;
  readonly within: Within<Tables>;
  /** Another one whenever it was opened anew, and may have less than before: a UUID. */
  readonly opening: string;
  /** Turns what the driver threw into a store's error. */
  readonly explain: (error: unknown) => StoreError;
  /** Does work on it. @throws StoreError  (as a rejection); also where it was done on files that are no longer there */
  readonly guarded: <T>(work: () => Promise<T>) => Promise<T>;
  /** Removes remains of deleted rows outside the tables, now or as soon as nobody reads them. */
  readonly erase: () => void;
  /** Whether no remains are left. */
  readonly isErased: () => boolean;
  /** Makes what room it can on a full disk, for a deletion. */
  readonly makeRoom: () => void;
  readonly close: () => Promise<void>;
}

/** One that is read only, while others may write it. */
export type ReadDatabase<Tables> = Pick<OpenDatabase<Tables>, 'dialect' | 'db' | 'within' | 'close'>;

/** The database of a service that runs: opened anew where what it was kept in has been taken away. */
export type Database<Tables> = Reopening<OpenDatabase<Tables>>;

/** Brings the tables up to date. @throws whatever the driver or Kysely's migrator throws */
export const migrate = async <Tables>(db: Kysely<Tables>, { migrations }: Schema): Promise<void> => {
  const provider = { getMigrations: () => Promise.resolve(migrations) };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  throw error instanceof Error ? error : new Error('the database could not be brought up to date');
};
