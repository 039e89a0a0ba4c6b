import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openPostgres } from '../../server/database/dialects/postgres.ts';
import { openSqlite } from '../../server/database/dialects/sqlite.ts';
import { moveData, serve, sessionsFileIn } from '../../server/index.ts';
import { beginProgress, type ProgressTables } from '../../server/move/progress.ts';
import type { AnyDatabase, AnyTables } from '../../server/move/rows.ts';
import { SCHEMA } from '../../server/schema.ts';
import { allRows, fillTables } from '../support/any-rows.ts';
import { temporaryFolder } from '../support/command-line.ts';
import { administer, newPostgresDatabase } from '../support/postgres-database.ts';

const root = temporaryFolder();
let n = 0;
/** A data folder with rows in it. */
const folderOf = async (rows: number) => {
  const folder = join(root, String((n += 1)));
  mkdirSync(folder);
  const database = await openSqlite<AnyTables>(sessionsFileIn(folder), SCHEMA);
  await fillTables(database, { rows });
  await database.close();
  return folder;
};
const rowsIn = async (open: Promise<AnyDatabase>) => {
  const database = await open;
  return allRows(database).finally(() => database.close());
};
const rowsInFolder = (folder: string) => rowsIn(openSqlite<AnyTables>(sessionsFileIn(folder), SCHEMA));

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('moveData', () => {
  it('moves a data folder to PostgreSQL, and that to another folder', async () => {
    const [from, url, to] = [await folderOf(40), await newPostgresDatabase(), join(root, 'made', 'anew')];
    const steps = new Set<string>();
    await moveData({ from, to: url, onProgress: (step) => steps.add(step) });
    await moveData({ from: url, to });
    expect(await rowsInFolder(to)).toEqual(await rowsInFolder(from));
    expect([...steps]).toEqual(['copy', 'check']);
  });

  it('moves nothing out of a folder that a service uses, or into one', async () => {
    const [used, free] = [await folderOf(1), join(root, 'free')];
    const served = await serve({ dataDir: used, port: 0, signals: false });
    closing.push(served.close);
    const inUse = { name: 'StartError', code: 'data-folder-in-use' };
    await expect(moveData({ from: used, to: free })).rejects.toMatchObject(inUse);
    await expect(moveData({ from: await folderOf(1), to: used })).rejects.toMatchObject(inUse);
  });

  it('moves nothing while a service is connected to the server', async () => {
    const url = await newPostgresDatabase();
    const served = await serve({ dataDir: join(root, 'beside'), databaseUrl: url, port: 0, signals: false });
    closing.push(served.close);
    const inUse = { name: 'MoveError', code: 'in-use' };
    await expect(moveData({ from: await folderOf(1), to: url })).rejects.toMatchObject(inUse);
    await expect(moveData({ from: url, to: join(root, 'free') })).rejects.toMatchObject(inUse);
  });

  it('makes nothing of a folder without a log, and moves nothing onto itself', async () => {
    await expect(moveData({ from: join(root, 'nothing'), to: join(root, 'free') })).rejects.toThrow(
      /^There is no session log in the folder .*nothing\.$/,
    );
    const url = await newPostgresDatabase();
    await expect(moveData({ from: url, to: url })).rejects.toThrow('the same database');
  });

  it('leaves out no rows that row-level security of others hides', async () => {
    const url = await newPostgresDatabase();
    await moveData({ from: await folderOf(2), to: url });
    const name = new URL(url).pathname.slice(1);
    await administer("create policy theirs on session as restrictive using (id <> 'hidden')", name);
    const moving = moveData({ from: url, to: join(root, 'hidden') });
    await expect(moving).rejects.toMatchObject({ name: 'MoveError', code: 'unusable' });
  });

  it('is not disturbed by who wants to write to its source meanwhile', async () => {
    const url = await newPostgresDatabase();
    await moveData({ from: await folderOf(2), to: url });
    const writer = await openPostgres<AnyTables>(url, SCHEMA, {
      ...{ applicationName: 'another program', reach: 'all' },
    });
    const to = join(root, 'still');
    let written: Promise<unknown> | undefined;
    await moveData({
      from: url,
      to,
      onProgress: (_step, done) => {
        if (done > 0) written ??= writer.db.updateTable('session').set({ next_seq: 9 }).execute();
      },
    });
    await written;
    const { session } = await rowsIn(Promise.resolve(writer));
    expect(session?.map((it) => it['next_seq'])).toEqual([9, 9]);
    expect((await rowsInFolder(to))['session']?.map((it) => it['next_seq'])).toEqual([0, 1]);
  });
});

describe('a service on a database to which a move has not ended', () => {
  it('does not start', async () => {
    const url = await newPostgresDatabase();
    const database = await openPostgres<ProgressTables>(url, SCHEMA);
    await beginProgress(database.db, { source: 'elsewhere', tables: ['session'] }, () => Promise.resolve());
    await database.close();
    const starting = serve({ dataDir: join(root, 'half'), databaseUrl: url, port: 0, signals: false });
    await expect(starting).rejects.toMatchObject({ name: 'StoreError', code: 'failed' });
    await expect(starting).rejects.toThrow('A move of data to this database has not ended.');
  });
});
