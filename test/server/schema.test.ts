import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../../server/database/dialects/postgres.ts';
import { openSqlite } from '../../server/database/dialects/sqlite.ts';
import type { OpenDatabase, Schema } from '../../server/database/open-database.ts';
import { openOnce } from '../../server/database/reopening.ts';
import { tablesOf } from '../../server/database/tables-of.ts';
import type { AnyDatabase, AnyTables, Row } from '../../server/move/rows.ts';
import { SCHEMA, type Tables } from '../../server/schema.ts';
import { sqlSessionStore } from '../../server/sessions/sql-session-store.ts';
import { logEntry } from '../../server/sessions/session-store.ts';
import { allRows, fillTables, type KnownValues } from '../support/any-rows.ts';
import { temporaryFolder } from '../support/command-line.ts';
import { newPostgresDatabase } from '../support/postgres-database.ts';
import { event, newSession, sessionId } from '../support/session-store-contract.ts';

/** Values that rules of a table, or migrations that read what is there, ask for. */
const KNOWN: KnownValues = {
  'session.id': [1, 2, 3].map(sessionId),
  'session.next_seq': [1],
  'session_event.seq': [0],
  'session_event.text': [JSON.stringify(event(0))],
};

const folder = temporaryFolder();
let files = 0;
const dialects: readonly (readonly [string, () => Promise<(schema: Schema) => Promise<AnyDatabase>>])[] = [
  [
    'SQLite',
    () => {
      const file = join(folder, `${(files += 1)}.sqlite`);
      return Promise.resolve((schema) => openSqlite<AnyTables>(file, schema));
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const url = await newPostgresDatabase();
      return (schema) => openPostgres<AnyTables>(url, schema, { reach: 'all' });
    },
  ],
];

const names = Object.keys(SCHEMA.migrations).sort();
const upTo = (count: number): Schema => ({
  ...SCHEMA,
  migrations: Object.fromEntries(names.slice(0, count).map((name) => [name, SCHEMA.migrations[name]!])),
});

/** Only the columns that were there before: later migrations add others. */
const only = (rows: readonly Row[], columns: readonly string[]): Row[] =>
  rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name]!])));

const sorted = (rows: readonly Row[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

const opened: AnyDatabase[] = [];
afterAll(() => Promise.all(opened.map((it) => it.close())));

describe.each(dialects)('SCHEMA on %s', (_name, newPlace) => {
  it.each(names.map((name, i) => [name, i + 1] as const))(
    'brings a database that ends with %s up to today, and every row of it stays',
    async (_last, count) => {
      const open = await newPlace();
      const before = await open(upTo(count));
      await fillTables(before, { rows: 3, known: KNOWN });
      const tables = await tablesOf(before);
      const rowsBefore = await allRows(before);
      await before.close();
      const today = await open(SCHEMA);
      opened.push(today);
      const rowsToday = await allRows(today);
      for (const { name, columns } of tables) {
        const own = columns.map((it) => it.name);
        expect([name, sorted(only(rowsToday[name] ?? [], own))]).toEqual([name, sorted(rowsBefore[name]!)]);
      }
    },
  );

  it('goes on with the sessions of the first released version', async () => {
    const open = await newPlace();
    const first = await open(upTo(1));
    const { id, startedAtMs, protocol } = newSession();
    await first.db
      .insertInto('session')
      .values({
        id,
        started_at_ms: startedAtMs,
        protocol,
        next_seq: 2,
        first_at_ms: 1000,
        last_at_ms: 1812.5,
      })
      .execute();
    const texts = [event(0), event(1)].map((it) => JSON.stringify(it));
    await first.db
      .insertInto('session_event')
      .values(texts.map((text, seq) => ({ session_id: id, seq, text })))
      .execute();
    await first.close();
    const today = await open(SCHEMA);
    const store = sqlSessionStore(openOnce(today as unknown as OpenDatabase<Tables>));
    expect(await store.texts(id, { from: 0, limit: 10 })).toEqual(texts);
    expect(await store.append(id, [logEntry(event(2))])).toEqual({ ok: true, value: { nextSeq: 3 } });
    expect(await store.find(id)).toMatchObject({ ...newSession(), eventCount: 3, firstAtMs: 1000 });
    await store.close();
  });

  it('has a primary key in each table, and no circle of references: so that it can be moved', async () => {
    const open = await newPlace();
    const today = await open(SCHEMA);
    opened.push(today);
    for (const { name, key } of await tablesOf(today)) expect([name, key.length > 0]).toEqual([name, true]);
  });
});
