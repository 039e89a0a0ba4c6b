import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import {
  makeBackup,
  moveData,
  restoreData,
  serve,
  snapshotPostgres,
  verifyData,
} from '../../server/index.ts';
import { openPostgres } from '../../server/database/dialects/postgres.ts';
import { readPostgres } from '../../server/database/dialects/read-postgres.ts';
import { openSqlite } from '../../server/database/dialects/sqlite.ts';
import { HOUSEKEEPING, type OpenDatabase } from '../../server/database/open-database.ts';
import { openOnce } from '../../server/database/reopening.ts';
import type { AnyDatabase, AnyTables } from '../../server/move/rows.ts';
import { postgresCheck } from '../../server/postgres-check.ts';
import { SCHEMA, type Tables } from '../../server/schema.ts';
import { sealKeyIn } from '../../server/sessions/seal/seal-key.ts';
import { writeSeal } from '../../server/sessions/seal/write-seal.ts';
import { logEntry, type SessionStore } from '../../server/sessions/session-store.ts';
import { sqlSessionStore } from '../../server/sessions/sql-session-store.ts';
import { allRows } from '../support/any-rows.ts';
import { temporaryFolder } from '../support/command-line.ts';
import { administer, newPostgresDatabase } from '../support/postgres-database.ts';
import { event, newSession, sessionId } from '../support/session-store-contract.ts';

const root = temporaryFolder();
const as = (role: string, url: string) => url.replace('attune@', `${role}@`);
const databaseOf = (url: string) => new URL(url).pathname.slice(1);

describe('a clinic’s service on PostgreSQL', () => {
  const start = (databaseUrl: string, mode: 'clinic' | 'personal' = 'clinic') =>
    serve({ dataDir: join(root, databaseOf(databaseUrl)), databaseUrl, mode, port: 0, signals: false });

  it('starts as a role that row-level security holds for, and as no other', async () => {
    const url = await newPostgresDatabase();
    await (await start(url)).close();
    expect(await postgresCheck(url)).toMatchObject({ state: 'right' });
    const refusal = /role postgres is a superuser.*create role attune login/;
    await expect(start(as('postgres', url))).rejects.toMatchObject({
      message: expect.stringMatching(refusal) as string,
    });
    expect(await postgresCheck(as('postgres', url))).toMatchObject({
      ...{ name: 'database', state: 'wrong', says: expect.stringMatching(refusal) as string },
    });
  });

  it('does not start where somebody has taken row-level security off a table', async () => {
    const url = await newPostgresDatabase();
    await (await start(url)).close();
    await administer('alter table consent disable row level security', databaseOf(url));
    await expect(start(url)).rejects.toThrow('does not hold on consent');
    expect(await postgresCheck(url)).toMatchObject({ state: 'wrong' });
  });

  it('is told before it starts what keeps it from that', async () => {
    const url = await newPostgresDatabase();
    expect(await postgresCheck(url)).toMatchObject({ state: 'right' });
    expect((await postgresCheck(url.replace(/[^/]+$/, 'nowhere'))).says).toContain(
      '"nowhere" does not exist',
    );
    await administer('create role stranger login');
    try {
      expect((await postgresCheck(as('stranger', url))).says).toContain('may not make tables');
    } finally {
      await administer('drop role stranger');
    }
  });

  it('runs as the role that docs/databases.md makes', async () => {
    const url = await newPostgresDatabase();
    const text = readFileSync(join(import.meta.dirname, '../../docs/databases.md'), 'utf8');
    const [, commands] = /```sql\n(.*?)```/s.exec(text)!;
    const [name, role] = [`docs_${databaseOf(url)}`, 'attune_of_docs'];
    try {
      for (const command of commands!.split(';').filter((it) => it.trim() !== ''))
        await administer(
          command
            .replace(/\b(role|owner) attune\b/g, `$1 ${role}`)
            .replace('database attune', `database ${name}`),
        );
      const made = as(role, url.replace(/[^/]+$/, name));
      await (await start(made)).close();
      expect(await postgresCheck(made)).toMatchObject({ state: 'right' });
    } finally {
      await administer(`drop database if exists ${name} with (force)`);
      await administer(`drop role if exists ${role}`);
    }
  });
});

interface Log {
  readonly url: string;
  readonly dataDir: string;
  readonly store: SessionStore;
  readonly open: OpenDatabase<Tables>;
}

let folders = 0;
/** Three sessions of two clients, one of them deleted, with a seal before and one after. */
const sealedLog = async (): Promise<Log> => {
  const [url, dataDir] = [await newPostgresDatabase(), join(root, `folder-${(folders += 1)}`)];
  await (await serve({ dataDir, databaseUrl: url, port: 0, signals: false })).close();
  const open = await openPostgres<Tables>(url, SCHEMA);
  const store = sqlSessionStore(openOnce(open));
  for (const n of [1, 2, 3]) {
    const whose = [`client-${n % 2}`];
    await store.within({ whose, owner: whose[0] }).create(newSession(n));
    await store.append(
      sessionId(n),
      Array.from({ length: 20 }, (_, i) => logEntry(event(i))),
    );
  }
  const key = sealKeyIn(join(dataDir, 'seal-key.pem'));
  await writeSeal(open.within, key, { atMs: 1 });
  await store.delete(sessionId(3));
  await writeSeal(open.within, key, { atMs: 2 });
  return { url, dataDir, store, open };
};

const none = () => undefined;

describe('verifyData on PostgreSQL', () => {
  it('holds for what a service wrote, and names what was changed behind it', async () => {
    const { url, dataDir, open } = await sealedLog();
    const place = { dataDir, databaseUrl: url };
    expect(await verifyData(place, none)).toMatchObject({
      ...{ sessions: 2, events: 40, tombstones: 1, faults: [], otherKeySeals: 0 },
    });
    const tamper = (statement: string) => open.within(HOUSEKEEPING, (trx) => sql.raw(statement).execute(trx));
    await tamper(`update session_event set text = replace(text, 'hex', 'HEX') where seq = 4`);
    expect((await verifyData(place, none)).faults).toEqual(
      [1, 2].map((n) => ({ session: sessionId(n), seq: 4, what: 'event' })),
    );
    await tamper(`delete from session where id = '${sessionId(1)}'`);
    await tamper(`update tombstone set events = 19`);
    await tamper(`update seal set signature = 'x' where number = 1`);
    const { faults } = await verifyData(place, none);
    expect(faults).toContainEqual({ seal: 1, what: 'signature' });
    expect(faults).toContainEqual({ seal: 2, what: 'content' });
    expect(faults.some((it) => 'tombstone' in it)).toBe(true);
    expect(faults.some((it) => 'lostSession' in it)).toBe(true);
    await open.close();
  });

  it('changes nothing, and says so of a database without a log', async () => {
    const url = await newPostgresDatabase();
    const place = { dataDir: root, databaseUrl: url };
    await expect(verifyData(place, none)).rejects.toThrow('is of a version before seals');
    const read = await readPostgres<Tables>(url, { schema: SCHEMA, applicationName: 'test' });
    await expect(read.within(HOUSEKEEPING, (db) => sql`create table x (y text)`.execute(db))).rejects.toThrow(
      'read-only',
    );
    await read.close();
  });
});

const rowsOf = async (database: Promise<AnyDatabase>) => {
  const open = await database;
  return allRows(open).finally(() => open.close());
};

describe('makeBackup on PostgreSQL', () => {
  it('is of one moment beside a service that writes, and comes back on either kind, the same', async () => {
    const { url, dataDir, store, open } = await sealedLog();
    const load = { isOn: true, next: 20 };
    const writing = (async () => {
      for (; load.isOn; load.next += 5)
        await store.append(
          sessionId(1),
          Array.from({ length: 5 }, (_, i) => logEntry(event(load.next + i))),
        );
    })();
    const [to, restored] = [join(dataDir, 'b.tar.gz'), join(root, `restored-${folders}`)];
    const acknowledged = load.next;
    await makeBackup({ folder: dataDir, to, snapshot: snapshotPostgres(url) });
    load.isOn = false;
    await writing;
    await restoreData(to, restored);
    const verdict = await verifyData({ dataDir: restored }, none);
    expect(verdict).toMatchObject({ sessions: 2, tombstones: 1, faults: [], otherKeySeals: 0 });
    expect(verdict.events).toBeGreaterThanOrEqual(20 + acknowledged);
    const elsewhere = await newPostgresDatabase();
    await moveData({ from: restored, to: elsewhere });
    expect(await rowsOf(openPostgres<AnyTables>(elsewhere, SCHEMA, { reach: 'all' }))).toEqual(
      await rowsOf(openSqlite<AnyTables>(join(restored, 'sessions.sqlite'), SCHEMA)),
    );
    expect(await verifyData({ dataDir: restored, databaseUrl: elsewhere }, none)).toEqual(verdict);
    await open.close();
  });
});
