import type { Kysely } from 'kysely';
import type { AccountTables } from '../account-tables.ts';

export type Db = Kysely<AccountTables>;

/** Works on the open database. @throws StoreError  (as a rejection) */
export type Use = <T>(work: (db: Db) => Promise<T>) => Promise<T>;
