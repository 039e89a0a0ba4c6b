import { createServer, createConnection, type Socket } from 'node:net';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql, type Kysely, type Migration } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPostgres } from '../../../../server/database/dialects/postgres.ts';
import type { OpenDatabase, Schema } from '../../../../server/database/open-database.ts';
import { newPostgresDatabase } from '../../../support/postgres-database.ts';
import { startPostgres, type PostgresServer } from '../../../support/postgres-server.ts';
import { temporaryFolder } from '../../../support/command-line.ts';

interface Letters {
  letter: { id: string; text: string | null };
}

const letters: Migration = {
  up: (db: Kysely<unknown>) =>
    db.schema
      .createTable('letter')
      .addColumn('id', 'text', (it) => it.primaryKey())
      .execute(),
};
const widen: Migration = {
  up: (db: Kysely<unknown>) => db.schema.alterTable('letter').addColumn('text', 'text').execute(),
};
const before: Schema = {
  called: 'box of letters',
  reserveBytes: 0,
  migrations: { '0001-letter': letters },
};
const now: Schema = { ...before, migrations: { ...before.migrations, '0002-text': widen } };

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => expect.unreachable(),
    (error: unknown) => error as Error,
  );

describe('openPostgres', () => {
  let url: string;
  let opened: OpenDatabase<Letters>[];
  const open = async (schema = now, at = url) => {
    const database = await openPostgres<Letters>(at, schema);
    opened.push(database);
    return database;
  };
  beforeEach(async () => {
    url = await newPostgresDatabase();
    opened = [];
  });
  afterEach(() => Promise.all(opened.map((it) => it.close())));

  it('brings a database of an older version up to date, and keeps what is in it', async () => {
    const older = await open(before);
    await older.db.insertInto('letter').values({ id: 'a' }).execute();
    const { db } = await open(now);
    expect(await db.selectFrom('letter').selectAll().execute()).toEqual([{ id: 'a', text: null }]);
  });

  it('refuses a database of a newer version', async () => {
    await open(now);
    await expect(openPostgres(url, before)).rejects.toMatchObject({ name: 'StoreError', code: 'newer' });
  });

  it('is made once by many that open it at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => open()));
    await all[0]!.db.insertInto('letter').values({ id: 'a' }).execute();
    for (const { db } of all) expect(await db.selectFrom('letter').selectAll().execute()).toHaveLength(1);
  });

  it('is named alike by each process that opens it, and otherwise by another database', async () => {
    const [one, two] = [await open(), await open()];
    const other = await open(now, await newPostgresDatabase());
    expect(one.opening).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(two.opening).toBe(one.opening);
    expect(other.opening).not.toBe(one.opening);
  });

  it('gives back every text as it was, and finds it by itself', async () => {
    const { db } = await open();
    const character = fc.oneof(
      fc.constantFrom('\0', '\uffff', '0', "'", '\\'),
      fc.string({ unit: 'grapheme' }),
    );
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(character), async (characters) => {
        const text = characters.join('');
        const id = String((n += 1));
        await db.insertInto('letter').values({ id, text }).execute();
        const found = await db.selectFrom('letter').select('text').where('id', '=', id).executeTakeFirst();
        expect(found).toEqual({ text });
        const same = db.selectFrom('letter').select('id').where('text', '=', text);
        expect(await same.where('id', '=', id).execute()).toHaveLength(1);
      }),
    );
    const texts = await db.selectFrom('letter').select('text').distinct().execute();
    expect(new Set(texts.map((it) => it.text)).size).toBe(texts.length);
  });

  it('gives numbers of every type as numbers', async () => {
    const { db } = await open();
    const { rows } =
      await sql`select count(*) as many, sum(3::bigint) as sum, 8.64e15::double precision as late,
      1700000000000.125::double precision as fraction, 1.5::numeric as numeric`.execute(db);
    expect(rows).toEqual([{ many: 1, sum: 3, late: 8.64e15, fraction: 1_700_000_000_000.125, numeric: 1.5 }]);
  });

  it('ends a statement that takes longer than any should', async () => {
    const slow = await openPostgres<Letters>(url, now, { statementMs: 50 });
    opened.push(slow);
    const failure = slow.guarded(() => sql`select pg_sleep(60)`.execute(slow.db));
    await expect(failure).rejects.toMatchObject({ code: 'busy' });
  });

  it('says which server it does not reach, and no password', async () => {
    const nowhere = 'postgresql://attune:secret@127.0.0.1:1/letters';
    const error = await failureOf(openPostgres(nowhere, now));
    expect(error).toMatchObject({ name: 'StoreError', code: 'unavailable' });
    expect(error.message).toContain('postgresql://attune@127.0.0.1:1/letters cannot be reached');
    expect(error.message).not.toContain('secret');
  });

  it.each([
    ['mysql://attune@localhost/letters', 'like postgresql://'],
    ['postgresql://[', 'like postgresql://'],
  ])('refuses the address %s', async (address, text) => {
    expect((await failureOf(openPostgres(address, now))).message).toContain(text);
  });

  it('says so where there is no such database', async () => {
    const error = await failureOf(openPostgres(`${url}_no`, now));
    expect(error).toMatchObject({ code: 'failed' });
    expect(error.message).toContain('does not exist');
  });

  it('lets go of a database that it cannot bring up to date', async () => {
    const broken: Schema = {
      ...before,
      migrations: { '0001-broken': { up: () => Promise.reject(new Error('no')) } },
    };
    await expect(openPostgres(url, broken)).rejects.toMatchObject({ code: 'failed' });
    const { db } = await open(before);
    const { rows } = await sql`select 1 from pg_stat_activity where datname = current_database()`.execute(db);
    expect(rows).toHaveLength(1);
  });
});

describe('explain of openPostgres', () => {
  let database: OpenDatabase<Letters>;
  beforeAll(async () => {
    database = await openPostgres(await newPostgresDatabase(), now);
  });
  afterAll(() => database.close());

  it.each([
    ['full', '53100'],
    ['corrupt', 'XX001'],
    ['unavailable', '08006'],
    ['unavailable', '57P01'],
    ['unavailable', '53300'],
    ['unavailable', '25006'],
    ['busy', '40P01'],
    ['busy', '40001'],
    ['busy', '57014'],
    ['failed', '42501'],
  ])('calls %s what the server calls %s, and goes on', async (code, sqlState) => {
    const { db, guarded } = database;
    const raise = sql.raw(`do $$ begin raise exception using errcode = '${sqlState}'; end $$`);
    await expect(guarded(() => raise.execute(db))).rejects.toMatchObject({ name: 'StoreError', code });
    await expect(guarded(() => sql`select 1`.execute(db))).resolves.toBeDefined();
  });
});

describe('openPostgres on a server that is restarted, or behind a network that is cut', () => {
  let server: PostgresServer;
  let database: OpenDatabase<Letters>;
  beforeAll(async () => {
    server = await startPostgres();
    database = await openPostgres<Letters>(server.url('postgres', 'postgres'), now);
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
  });
  const add = (id: string) =>
    database.guarded(() => database.db.insertInto('letter').values({ id }).execute());
  const count = async () => (await database.db.selectFrom('letter').selectAll().execute()).length;

  it.each(['fast', 'crash'] as const)('finds it again by itself, as another opening (%s)', async (how) => {
    const { opening } = database;
    const there = await count();
    await Promise.all(Array.from({ length: 5 }, (_, i) => add(`${how}-before-${i}`)));
    await server.restart(how);
    const attempt = () =>
      add(`${how}-after`).then(
        () => 'written',
        (error: unknown) => (error as { code?: string }).code,
      );
    await expect.poll(attempt).toBe('written');
    expect(await count()).toBe(there + 6);
    expect(database.opening).not.toBe(opening);
  });

  it('refuses what was under way, and the process lives', async () => {
    const ended = database.guarded(() =>
      database.db.transaction().execute(async (trx) => {
        await trx.insertInto('letter').values({ id: 'half' }).execute();
        await server.restart('crash');
        await trx.insertInto('letter').values({ id: 'whole' }).execute();
      }),
    );
    await expect(ended).rejects.toMatchObject({ name: 'StoreError', code: 'unavailable' });
    const found = database.db.selectFrom('letter').select('id').where('id', 'in', ['half', 'whole']);
    expect(await found.execute()).toEqual([]);
  });

  it('gives up a connection that fell silent, and works over a new one', async () => {
    const folder = temporaryFolder();
    const name = '.s.PGSQL.5432';
    const ends: Socket[] = [];
    const cable = createServer((near) => {
      const far = createConnection(join(server.socketFolder, name));
      ends.push(near, far);
      for (const socket of [near, far]) socket.on('error', () => undefined);
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((resolve) => cable.listen(join(folder, name), resolve));
    const url = `postgresql://postgres@${encodeURIComponent(folder)}/postgres`;
    const options = { statementMs: 200, silenceMs: 200, connections: 1 };
    const behind = await openPostgres<Letters>(url, now, options);
    const ask = () => behind.guarded(() => sql`select 1`.execute(behind.db));
    await ask();
    for (const socket of ends) socket.unpipe().pause();
    await expect(ask()).rejects.toMatchObject({ code: 'unavailable' });
    await expect.poll(() => ask().then(() => 'answered', String)).toBe('answered');
    await behind.close();
    for (const socket of ends) socket.destroy();
    cable.close();
  });
});
