import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../../server/database/dialects/postgres.ts';
import { openSqlite } from '../../server/database/dialects/sqlite.ts';
import { HOUSEKEEPING, type OpenDatabase } from '../../server/database/open-database.ts';
import { openOnce } from '../../server/database/reopening.ts';
import { reachText } from '../../server/database/row-policy.ts';
import { tablesOf } from '../../server/database/tables-of.ts';
import type { AnyTables } from '../../server/move/rows.ts';
import { ROW_POLICIES, SCHEMA, SECURED_TABLES, type Tables } from '../../server/schema.ts';
import { logEntry } from '../../server/sessions/session-store.ts';
import { sqlSessionStore } from '../../server/sessions/sql-session-store.ts';
import { administer, newPostgresDatabase } from '../support/postgres-database.ts';
import { event, newSession, sessionId } from '../support/session-store-contract.ts';
import { tenantFuzz } from '../support/tenant-fuzz.ts';

const ANN = 'ann';
const BEN = 'ben';
let open: OpenDatabase<Tables>;
beforeAll(async () => {
  // One connection: each query is on the one that was given back just now.
  open = await openPostgres<Tables>(await newPostgresDatabase(), SCHEMA, { connections: 1 });
  const store = sqlSessionStore(openOnce(open));
  for (const [n, owner] of [ANN, BEN].entries()) {
    const log = store.within({ whose: [owner], owner });
    await log.create(newSession(n));
    await log.append(
      sessionId(n),
      [0, 1].map((seq) => logEntry(event(seq))),
    );
  }
});
afterAll(() => open.close());

const TABLES_THAT_LACK =
  'Each table needs its line in ROW_POLICIES (server/schema.ts): who finds its rows on PostgreSQL, or why it holds ' +
  'nothing of a client. The migration that makes it calls secureRows; one older than 0007 has its line there.';

describe('ROW_POLICIES', () => {
  it('has a policy for each table that there is, and for no other', async () => {
    const made = await openSqlite<AnyTables>(':memory:', SCHEMA);
    const names = (await tablesOf(made)).map(({ name }) => name);
    await made.close();
    expect(Object.keys(ROW_POLICIES).sort(), TABLES_THAT_LACK).toEqual(names.sort());
  });

  it('leaves no table open that names a client or a session', async () => {
    const tables = await tablesOf(open);
    const naming = tables.filter(({ columns }) =>
      columns.some(({ name }) => ['client_id', 'session_id'].includes(name)),
    );
    for (const { name } of naming)
      expect([name, SECURED_TABLES]).toEqual([name, expect.arrayContaining([name])]);
  });

  it('is what PostgreSQL holds to, for the role that owns the tables too', async () => {
    const { rows } = await sql<{ readonly name: string }>`
      select relname as name from pg_class join pg_policy on polrelid = pg_class.oid
      where relrowsecurity and relforcerowsecurity and relnamespace = current_schema()::regnamespace`.execute(
      open.db,
    );
    expect(rows.map(({ name }) => name).sort(), TABLES_THAT_LACK).toEqual([...SECURED_TABLES].sort());
  });
});

const sessionsSeen = async (db = open.db) =>
  (await sql<{ readonly client_id: string }>`select client_id from session`.execute(db)).rows;
const eventsSeen = async (db = open.db) => (await sql`select * from session_event`.execute(db)).rows.length;

describe('OpenDatabase.within on PostgreSQL', () => {
  it('has a query without a condition find the rows of its reach alone', async () => {
    await open.within([BEN], async (trx) => {
      expect(await sessionsSeen(trx)).toEqual([{ client_id: BEN }]);
      expect(await eventsSeen(trx)).toBe(2);
    });
    await open.within([], async (trx) => expect(await sessionsSeen(trx)).toEqual([]));
    await open.within(HOUSEKEEPING, async (trx) => expect(await eventsSeen(trx)).toBe(4));
  });

  it('leaves nothing to whoever has the connection next, however it ended', async () => {
    await open.within(HOUSEKEEPING, sessionsSeen);
    expect(await sessionsSeen()).toEqual([]);
    await expect(open.within(HOUSEKEEPING, () => Promise.reject(new Error('halfway')))).rejects.toThrow();
    expect(await sessionsSeen()).toEqual([]);
    await expect(open.within(HOUSEKEEPING, (trx) => sql`select 1 / 0`.execute(trx))).rejects.toThrow();
    expect(await eventsSeen()).toBe(0);
  });

  it('refuses what would be somebody else’s, and changes nothing of theirs', async () => {
    const theirs = { id: 'x', client_id: ANN, started_at_ms: 0, protocol: 'rescue', next_seq: 0 };
    await expect(
      open.within([BEN], (trx) => trx.insertInto('session').values(theirs).execute()),
    ).rejects.toThrow('row-level security');
    const event = { session_id: sessionId(0), seq: 9, text: '{}' };
    await expect(
      open.within([BEN], (trx) => trx.insertInto('session_event').values(event).execute()),
    ).rejects.toThrow('row-level security');
    await open.within([BEN], async (trx) => {
      expect(await trx.deleteFrom('session').returning('client_id').execute()).toEqual([{ client_id: BEN }]);
      await sql`rollback`.execute(trx);
    });
  });

  it('takes an id for nothing but an id', async () => {
    for (const odd of ['all', '*', '{ann}', 'ann,ben', '"ann"', 'x","ann', '\\"ann', '', 'nul\0l'])
      await open.within([odd], async (trx) => expect([odd, await sessionsSeen(trx)]).toEqual([odd, []]));
    expect(reachText(['a', 'a"\\'])).toBe('{"a","a\\"\\\\"}');
  });
});

/** 0…1, alike in each run. */
const seeded = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;

describe('many reaches over few connections', () => {
  const fuzz = async (isSetForConnection: boolean) =>
    tenantFuzz({
      ...{ url: await newPostgresDatabase(), administer, random: seeded(7) },
      ...{ transactions: 600, isSetForConnection },
    });

  it('never see each other’s rows, whatever breaks', async () => {
    const { rows, ends, ...found } = await fuzz(false);
    expect(found).toEqual({
      transactions: expect.any(Number) as number,
      foreign: 0,
      missing: 0,
      outside: 0,
      taken: 0,
    });
    expect(rows).toBeGreaterThan(100);
    expect(ends['throw halfway: undone']).toBeGreaterThan(10);
  });

  it('would, were it a setting of the connection', async () => {
    expect((await fuzz(true)).outside).toBeGreaterThan(0);
  });
});
