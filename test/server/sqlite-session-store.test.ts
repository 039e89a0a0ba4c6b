import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logEntry } from '../../server/sessions/session-store.ts';
import { openSqliteFile, overSqlite } from '../../server/database/dialects/sqlite.ts';
import { openOnce } from '../../server/database/reopening.ts';
import { SCHEMA, type Tables } from '../../server/schema.ts';
import { sqlSessionStore } from '../../server/sessions/sql-session-store.ts';
import { openSqliteSessionStore } from '../../server/sqlite-session-store.ts';
import { event, newSession, sessionStoreContract } from '../support/session-store-contract.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-store-'));
  file = join(folder, 'sessions.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

sessionStoreContract('a SQLite file', () => openSqliteSessionStore(file));
sessionStoreContract('SQLite in memory', () => openSqliteSessionStore(':memory:'));

const { id } = newSession();
const log = { from: 0, limit: 100_000 };

describe('openSqliteSessionStore', () => {
  it('finds the log again when opened a second time', async () => {
    const first = await openSqliteSessionStore(file);
    await first.create(newSession());
    await first.append(
      id,
      [0, 1, 2].map((seq) => logEntry(event(seq))),
    );
    await first.close();
    const second = await openSqliteSessionStore(file);
    expect(await second.texts(id, log)).toEqual([0, 1, 2].map((seq) => JSON.stringify(event(seq))));
    expect(await second.append(id, [logEntry(event(3))])).toEqual({ ok: true, value: { nextSeq: 4 } });
    await second.close();
  });

  it('makes a file that only its owner can read', async () => {
    const store = await openSqliteSessionStore(file);
    await store.create(newSession());
    for (const name of [file, `${file}-wal`]) expect(statSync(name).mode & 0o077).toBe(0);
    await store.close();
  });

  it('leaves no trace of a deleted session in the files', async () => {
    const marker = 'something very private';
    const store = await openSqliteSessionStore(file);
    await store.create(newSession());
    await store.append(
      id,
      Array.from({ length: 300 }, (_, seq) => logEntry(event(seq, { marker }))),
    );
    const bytes = () =>
      [file, `${file}-wal`].map((name) => (existsSync(name) ? readFileSync(name, 'latin1') : '')).join('');
    expect(bytes()).toContain(marker);
    await store.delete(id);
    expect(bytes()).not.toContain(marker);
    expect(bytes()).not.toContain(id);
    await store.close();
  });

  it.each([
    ['text', 'this is not a database, but a letter. '.repeat(30)],
    ['a damaged header', `SQLite format 3\0${'\xff'.repeat(4096)}`],
  ])('names the file and a way out when it is %s', async (_what, content) => {
    writeFileSync(file, content, 'latin1');
    const error = await openSqliteSessionStore(file).catch((it: unknown) => it);
    expect(error).toMatchObject({ name: 'StoreError', code: 'corrupt' });
    expect((error as Error).message).toContain(file);
    expect((error as Error).message).toContain('backup');
  });

  it('finds damage in the middle of the file', async () => {
    const store = await openSqliteSessionStore(file);
    await store.create(newSession());
    await store.append(
      id,
      Array.from({ length: 2000 }, (_, seq) => logEntry(event(seq))),
    );
    await store.close();
    truncateSync(file, Math.floor(statSync(file).size / 2 / 4096) * 4096);
    await expect(openSqliteSessionStore(file)).rejects.toMatchObject({ code: 'corrupt' });
  });

  it('refuses a file of a newer version', async () => {
    await (await openSqliteSessionStore(file)).close();
    const database = new SqliteDatabase(file);
    database.exec("insert into kysely_migration values ('9999-from-the-future', '2099-01-01')");
    database.close();
    await expect(openSqliteSessionStore(file)).rejects.toMatchObject({ code: 'newer' });
  });

  it('says so when the file cannot be made', async () => {
    const nowhere = join(folder, 'no', 'such', 'folder.sqlite');
    await expect(openSqliteSessionStore(nowhere)).rejects.toMatchObject({
      name: 'StoreError',
      code: 'failed',
    });
  });
});

describe('sqlSessionStore over SQLite', () => {
  it('refuses a batch for which there is no room, keeps all before it, and goes on once there is room', async () => {
    const database = openSqliteFile(file);
    const store = sqlSessionStore(openOnce(await overSqlite<Tables>(database, SCHEMA)));
    await store.create(newSession());
    await store.append(id, [logEntry(event(0))]);
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages + 2}`);
    const batch = Array.from({ length: 100 }, (_, i) => logEntry(event(1 + i, { filler: 'x'.repeat(1000) })));
    await expect(store.append(id, batch)).rejects.toMatchObject({ name: 'StoreError', code: 'full' });
    expect(await store.texts(id, log)).toEqual([JSON.stringify(event(0))]);
    database.pragma('max_page_count = 1000000');
    expect(await store.append(id, batch)).toEqual({ ok: true, value: { nextSeq: 101 } });
    await store.close();
  });

  // As SQLite does by itself on some full disks: undoing a second time would fail and hide the cause.
  it('names the cause when the database has undone the transaction by itself', async () => {
    const database = openSqliteFile(file);
    const store = sqlSessionStore(openOnce(await overSqlite<Tables>(database, SCHEMA)));
    await store.create(newSession());
    database.exec(
      "create temp trigger t before insert on session_event begin select raise(rollback, 'the cause'); end",
    );
    const error = await store.append(id, [logEntry(event(0))]).catch((it: unknown) => it);
    expect(error).toMatchObject({ name: 'StoreError', code: 'failed', cause: { message: 'the cause' } });
    database.exec('drop trigger t');
    expect(await store.append(id, [logEntry(event(0))])).toEqual({ ok: true, value: { nextSeq: 1 } });
    await store.close();
  });
});
