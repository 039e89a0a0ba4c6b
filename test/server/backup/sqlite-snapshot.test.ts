import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { snapshotSqlite } from '../../../server/backup/sqlite-snapshot.ts';

let folder: string;
let writer: Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-snapshot-'));
  writer = new SqliteDatabase(join(folder, 'a'));
  writer.pragma('journal_mode = WAL');
  writer.exec('create table line (n integer primary key, text text)');
});
afterEach(() => {
  writer.close();
  rmSync(folder, { recursive: true, force: true });
});

const write = (count: number) => {
  const insert = writer.prepare('insert into line (text) values (?)');
  for (let i = 0; i < count; i++) insert.run('x'.repeat(1000));
};

describe('snapshotSqlite', () => {
  it('holds one moment while somebody writes after every page, and comes to its end', async () => {
    write(200);
    let steps = 0;
    await snapshotSqlite(join(folder, 'a'), join(folder, 'b'), {
      pagesAtOnce: 1,
      onShare: () => {
        if ((steps += 1) > 1000) throw new Error('it has begun anew again and again');
        write(1);
      },
    });
    const copy = new SqliteDatabase(join(folder, 'b'), { readonly: true });
    expect(copy.prepare('select count(*) from line').pluck().get()).toBe(200);
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
    copy.close();
  });
});
