import { sql, type Kysely } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { openPostgres } from '../../../server/database/dialects/postgres.ts';
import { openSqlite } from '../../../server/database/dialects/sqlite.ts';
import type { Schema } from '../../../server/database/open-database.ts';
import { moveDatabase } from '../../../server/move/move-database.ts';
import type { AnyDatabase, AnyTables } from '../../../server/move/rows.ts';
import { SCHEMA } from '../../../server/schema.ts';
import { allRows, fillTables } from '../../support/any-rows.ts';
import { newPostgresDatabase } from '../../support/postgres-database.ts';

/** What tables may have that are added later. */
const RICH: Schema = {
  called: 'library',
  reserveBytes: 0,
  migrations: {
    '0001-all': {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable('author')
          .addColumn('id', 'text', (it) => it.primaryKey().notNull())
          .addColumn('is_alive', 'boolean')
          .addColumn('born_at_ms', 'double precision')
          .execute();
        // Its name sorts before that of the table it refers to, and two columns are its key.
        await db.schema
          .createTable('a_book')
          .addColumn('author_id', 'text', (it) => it.notNull().references('author.id'))
          .addColumn('n', 'integer', (it) => it.notNull())
          .addColumn('text', 'text')
          .addPrimaryKeyConstraint('a_book_key', ['author_id', 'n'])
          .execute();
        await db.schema
          .createTable('kind')
          .addColumn('name', 'text', (it) => it.primaryKey().notNull())
          .execute();
        await sql`insert into kind values ('novel'), ('letter')`.execute(db);
      },
    },
  },
};

const opened: AnyDatabase[] = [];
const kept = async (open: Promise<AnyDatabase>) => {
  opened.push(await open);
  return open;
};
const inMemory = (schema: Schema) => kept(openSqlite<AnyTables>(':memory:', schema));
const onPostgres = async (schema: Schema) =>
  kept(openPostgres<AnyTables>(await newPostgresDatabase(), schema, { reach: 'all' }));
afterEach(() => Promise.all(opened.splice(0).map((it) => it.close())));

const move = async (from: AnyDatabase, to: AnyDatabase, schema: Schema) =>
  moveDatabase({ from, to, fresh: await inMemory(schema), source: 'here' });

describe('moveDatabase', () => {
  it.each([
    ['the tables of today', SCHEMA],
    ['tables of other kinds', RICH],
  ])('brings every row of %s to PostgreSQL and back', async (_what, schema) => {
    const [first, second, third] = [await inMemory(schema), await onPostgres(schema), await inMemory(schema)];
    await fillTables(first, { rows: 700 });
    const there = await move(first, second, schema);
    const back = await move(second, third, schema);
    expect(back.map(({ name, rows, hash }) => [name, rows, hash])).toEqual(
      there.map(({ name, rows, hash }) => [name, rows, hash]),
    );
    expect(await allRows(third)).toEqual(await allRows(first));
    expect(there.reduce((sum, it) => sum + it.copied, 0)).toBeGreaterThanOrEqual(1400);
  });

  it('keeps bytes, U+0000 and numbers as they were', async () => {
    const [from, to] = [await inMemory(RICH), await onPostgres(RICH)];
    const books = [
      { author_id: 'a\0b', n: -1, text: '\uffff0 \0 😀' },
      { author_id: 'a\0b', n: 2_147_483_647, text: null },
    ];
    await from.db.insertInto('author').values({ id: 'a\0b', is_alive: 1, born_at_ms: -0.1 }).execute();
    await from.db.insertInto('a_book').values(books).execute();
    await move(from, to, RICH);
    expect(await to.db.selectFrom('a_book').selectAll().orderBy('n').execute()).toEqual(books);
    expect(await to.db.selectFrom('author').selectAll().execute()).toEqual([
      { id: 'a\0b', is_alive: true, born_at_ms: -0.1 },
    ]);
  });

  it('finds everything there when it is run again, and copies nothing', async () => {
    const [from, to] = [await inMemory(RICH), await onPostgres(RICH)];
    await fillTables(from, { rows: 3 });
    await move(from, to, RICH);
    expect((await move(from, to, RICH)).map((it) => it.copied)).toEqual([0, 0, 0]);
  });

  it('refuses a target with data of its own, and leaves it as it is', async () => {
    const [from, to] = [await inMemory(RICH), await onPostgres(RICH)];
    await fillTables(from, { rows: 3 });
    await to.db.insertInto('author').values({ id: 'own', is_alive: null, born_at_ms: null }).execute();
    const before = await allRows(to);
    await expect(move(from, to, RICH)).rejects.toMatchObject({ name: 'MoveError', code: 'other-data' });
    expect(await allRows(to)).toEqual(before);
  });

  it('goes on where a copy broke off, and refuses to mix in another source', async () => {
    const [from, to] = [await inMemory(RICH), await onPostgres(RICH)];
    await fillTables(from, { rows: 1200 });
    const breaking = moveDatabase({
      from,
      to,
      fresh: await inMemory(RICH),
      source: 'here',
      onProgress: (_step, done) => {
        if (done >= 1000) throw new Error('broken off');
      },
    });
    await expect(breaking).rejects.toThrow('broken off');
    const other = moveDatabase({ from, to, fresh: await inMemory(RICH), source: 'elsewhere' });
    await expect(other).rejects.toMatchObject({ code: 'other-data' });
    const moved = await move(from, to, RICH);
    expect(moved.reduce((sum, it) => sum + it.copied, 0)).toBeLessThanOrEqual(3 * 1200 + 2 - 1000);
    expect(moved.map((it) => it.rows)).toEqual([1200, 1202, 1200]);
  });

  it('says so where the source was written to meanwhile', async () => {
    const [from, to] = [await inMemory(RICH), await inMemory(RICH)];
    await fillTables(from, { rows: 5 });
    const moving = moveDatabase({
      from,
      to,
      fresh: await inMemory(RICH),
      source: 'here',
      onProgress: (step, done) => {
        if (step === 'copy' && done > 5) void sql`update author set born_at_ms = 0`.execute(from.db);
      },
    });
    await expect(moving).rejects.toMatchObject({ name: 'MoveError', code: 'differs' });
  });

  it.each([
    ['has no primary key', { '0001': ['create table loose (id text)'] }],
    ['in a circle', { '0001': ['create table ring (id text primary key, next text references ring (id))'] }],
  ])('refuses a table that it could not copy: %s', async (text, statements) => {
    const migrations = Object.fromEntries(
      Object.entries(statements).map(([name, [statement]]) => [
        name,
        {
          up: async (db: Kysely<unknown>) => {
            await sql.raw(statement!).execute(db);
          },
        },
      ]),
    );
    const schema: Schema = { called: 'box', reserveBytes: 0, migrations };
    await expect(move(await inMemory(schema), await inMemory(schema), schema)).rejects.toThrow(text);
  });
});
