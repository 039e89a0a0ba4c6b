import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Kysely, Migration } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite, openSqliteFile } from '../../../../server/database/dialects/sqlite.ts';
import type { Schema } from '../../../../server/database/open-database.ts';

interface Letters {
  letter: { id: string; text: string | null };
}

const make = (name: string): Migration => ({
  up: (db: Kysely<unknown>) => db.schema.createTable(name).addColumn('id', 'text').execute(),
});
const widen: Migration = {
  up: (db: Kysely<unknown>) => db.schema.alterTable('letter').addColumn('text', 'text').execute(),
};
const before: Schema = {
  called: 'box of letters',
  reserveBytes: 0,
  migrations: { '0001-letter': make('letter') },
};
const now: Schema = { ...before, migrations: { ...before.migrations, '0002-text': widen } };

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-sqlite-'));
  file = join(folder, 'letters.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('openSqlite', () => {
  it('brings a file of an older version up to date, and keeps what is in it', async () => {
    const older = await openSqlite<Letters>(file, before);
    await older.db.insertInto('letter').values({ id: 'a' }).execute();
    await older.db.destroy();
    const { db } = await openSqlite<Letters>(file, now);
    expect(await db.selectFrom('letter').selectAll().execute()).toEqual([{ id: 'a', text: null }]);
    await db.destroy();
  });

  it('refuses a file of a newer version', async () => {
    await (await openSqlite<Letters>(file, now)).db.destroy();
    await expect(openSqlite<Letters>(file, before)).rejects.toMatchObject({
      name: 'StoreError',
      code: 'newer',
    });
  });

  it('says of damage what the file is for', async () => {
    writeFileSync(file, 'this is not a database, but a letter. '.repeat(30));
    const error = await openSqlite<Letters>(file, now).catch((it: unknown) => it);
    expect(error).toMatchObject({ name: 'StoreError', code: 'corrupt' });
    expect((error as Error).message).toContain(`The box of letters ${file} is damaged`);
  });

  it('lets go of a file that it cannot bring up to date', async () => {
    const broken: Schema = { ...before, migrations: { '0001-twice': make('sqlite_reserved') } };
    await expect(openSqlite<Letters>(file, broken)).rejects.toMatchObject({ code: 'failed' });
    const alone = new SqliteDatabase(file, { timeout: 0 });
    alone.pragma('locking_mode = EXCLUSIVE');
    expect(() => alone.exec('BEGIN EXCLUSIVE')).not.toThrow();
    alone.close();
  });
});

describe('openSqliteFile', () => {
  it('waits for the disk on each commit', () => {
    const database = openSqliteFile(file);
    const pragma = (name: string): unknown => database.pragma(name, { simple: true });
    // 2: FULL
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys')]).toEqual(['wal', 2, 1]);
    database.close();
  });
});
