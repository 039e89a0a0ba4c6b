import type { Database, Statement } from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

const MOST_STATEMENTS = 200;

/** A database for Kysely, which would prepare each statement anew: what was prepared before is taken again. */
export const preparedOnce = (database: Database): SqliteDatabase => {
  const statements = new Map<string, Statement>();
  return {
    close: () => database.close(),
    prepare: (sql) => {
      const before = statements.get(sql);
      if (before && !before.busy) return before;
      const statement = database.prepare(sql);
      if (statements.size >= MOST_STATEMENTS) statements.clear();
      statements.set(sql, statement);
      return statement;
    },
  };
};
