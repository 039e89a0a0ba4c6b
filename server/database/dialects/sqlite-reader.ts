import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { preparedOnce } from './prepared-once.ts';

/**
 * A SQLite file to be read only, also while a service writes it. `destroy` closes it.
 * @throws SqliteError  there is none, it is no database, or its pages do not fit together
 */
export const readSqlite = <Tables>(file: string): Kysely<Tables> => {
  const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    if (database.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw new SqliteDatabase.SqliteError('its pages do not fit together', 'SQLITE_CORRUPT');
  } catch (error) {
    database.close();
    throw error;
  }
  return new Kysely<Tables>({ dialect: new SqliteDialect({ database: preparedOnce(database) }) });
};
