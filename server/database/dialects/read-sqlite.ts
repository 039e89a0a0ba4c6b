import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { ReadDatabase } from '../open-database.ts';
import { preparedOnce } from './prepared-once.ts';

/**
 * A SQLite file to be read only, also while a service writes it.
 * @throws SqliteError  there is none, it is no database, or its pages do not fit together
 */
export const readSqlite = <Tables>(file: string): ReadDatabase<Tables> => {
  const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new SqliteDatabase.SqliteError('its pages do not fit together', 'SQLITE_CORRUPT');
  } catch (error) {
    database.close();
    throw error;
  }
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparedOnce(database) }) });
  return {
    dialect: 'sqlite',
    db,
    within: (_reach, work) => db.transaction().execute(work),
    close: () => db.destroy(),
  };
};
