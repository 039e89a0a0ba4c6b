import SqliteDatabase from 'better-sqlite3';

const PAGES_AT_ONCE = 512;

export interface SnapshotOptions {
  /** Told how much is done, 0…1. */
  readonly onShare?: (share: number) => void;
  /** Pages of 4 kB that are copied before anything else has its turn. */
  readonly pagesAtOnce?: number;
}

/**
 * Copies a SQLite database to a file of its own, as it is at one moment, while another process writes to it. The read
 * transaction holds that moment: without it SQLite begins anew whenever somebody writes, and beside a service that is
 * busy it would never end.
 *
 * @returns when it was, ms; what was acknowledged before is in it
 * @throws SqliteError  (as a rejection)
 */
export const snapshotSqlite = async (
  from: string,
  to: string,
  { onShare = () => undefined, pagesAtOnce = PAGES_AT_ONCE }: SnapshotOptions = {},
): Promise<{ readonly atMs: number }> => {
  const source = new SqliteDatabase(from, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    source.exec('BEGIN');
    source.prepare('select count(*) from sqlite_master').get();
    const atMs = Date.now();
    await source.backup(to, {
      progress: ({ totalPages, remainingPages }) => {
        onShare(totalPages === 0 ? 1 : 1 - remainingPages / totalPages);
        return pagesAtOnce;
      },
    });
    return { atMs };
  } finally {
    source.close();
  }
};
