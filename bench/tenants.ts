import { parseArgs } from 'node:util';
import pg from 'pg';
import { openPostgres } from '../server/database/dialects/postgres.ts';
import { openOnce } from '../server/database/reopening.ts';
import { logEntry, type LoggedEvent, type SessionStore } from '../server/index.ts';
import { SCHEMA, type Tables } from '../server/schema.ts';
import { sqlSessionStore } from '../server/sessions/sql-session-store.ts';
import { startPostgres, type PostgresServer } from '../test/support/postgres-server.ts';
import { tenantFuzz } from '../test/support/tenant-fuzz.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * Row-level security on PostgreSQL: do many reaches over few connections ever see each other's rows, whatever breaks,
 * and what does it cost to append and to read? The cost is the ratio of two roles in one run, in turns: one that the
 * policies hold for, and one that may bypass them; the least of several rounds each. Neither waits for the disk.
 * Run: npx tsx bench/tenants.ts [--transactions 20000] [--seed 1] [--json]
 */
async function keepingApart(args: readonly string[]): Promise<Report> {
  const options = {
    transactions: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
  } as const;
  const { values } = parseArgs({ args: [...args], options });
  const server = await startPostgres();
  try {
    const fuzz = (isSetForConnection: boolean, transactions: number) =>
      inDatabase(server, (url, administer) =>
        tenantFuzz({
          ...{ url, administer, transactions, isSetForConnection },
          random: seeded(Number(values.seed)),
        }),
      );
    const found = await fuzz(false, Number(values.transactions));
    const control = await fuzz(true, Math.min(1000, Number(values.transactions)));
    const costs = await inDatabase(server, (url, administer) => costsOf(server, url, administer));
    const ends = Object.entries(found.ends).sort(([a], [b]) => (a < b ? -1 : 1));
    const text =
      `${found.transactions} transactions read ${found.rows} rows: ${found.foreign} of somebody else, ` +
      `${found.missing} missing, ${found.outside} found outside of a transaction, ` +
      `${found.taken} rows taken for somebody else\n` +
      `${ends.map(([end, count]) => `${end} ${count}`).join(', ')}\n` +
      `set for the connection instead: ${control.outside} found outside of a transaction\n\n${columns(costs)}`;
    return { text, data: { found, control, costs } };
  } finally {
    await server.stop();
  }
}

type Administer = (statement: string) => Promise<unknown>;

let databases = 0;
const inDatabase = async <T>(
  server: PostgresServer,
  work: (url: string, administer: Administer) => Promise<T>,
): Promise<T> => {
  const name = `tenants_${(databases += 1)}`;
  const administer = async (statement: string, database = name) => {
    const client = new pg.Client(server.url(database, 'postgres'));
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await administer(`create database ${name} owner attune`, 'postgres');
  return work(server.url(name), administer);
};

const seeded = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;

const ROUNDS = 40;
const CALLS_A_ROUND = 20;
/** Sessions in the database beside those that are worked on, each of a client of its own. */
const OTHERS = 2000;

const clientId = (n: number): string => `aaaaaaaa-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const sessionIdOf = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

const eventOf = (seq: number): LoggedEvent => {
  const packet = { type: 'packet', hex: (seq * 2654435761).toString(16) };
  return { ...packet, seq, atMs: 1000 + seq * 812.5, author: 'device' };
};

/** What is done, over and over, with a store: calls of it at a time. */
type Doing = (store: SessionStore, turn: number) => Promise<unknown>;

const next = new Map<string, number>();

/** One client appends a batch to its session. */
const append = async (store: SessionStore, client: number, size: number): Promise<void> => {
  const id = sessionIdOf(client);
  const from = next.get(id) ?? 0;
  const entries = Array.from({ length: size }, (_, i) => logEntry(eventOf(from + i)));
  const whose = [clientId(client)];
  const done = await store.within({ whose, owner: whose[0]! }).append(id, entries);
  if (!done.ok) throw new Error(done.fault.code);
  next.set(id, from + size);
};

const DOINGS: Readonly<Record<string, Doing>> = {
  'append 1 event': (store) => append(store, 0, 1),
  'append 20 events': (store) => append(store, 1, 20),
  'append 20 events, 50 clients at once': (store) =>
    Promise.all(Array.from({ length: 50 }, (_, i) => append(store, 10 + i, 20))),
  'find a session': (store, turn) =>
    store.within({ whose: [clientId(turn % OTHERS)] }).find(sessionIdOf(turn % OTHERS)),
  'list 50 sessions of 100 clients': (store, turn) =>
    store
      .within({ whose: Array.from({ length: 100 }, (_, i) => clientId((turn * 7 + i) % OTHERS)) })
      .list({ limit: 50 }),
  'read 500 events': (store) =>
    store.within({ whose: [clientId(1)] }).texts(sessionIdOf(1), { from: 0, limit: 500 }),
};

interface Cost {
  readonly what: string;
  /** A call, with row-level security. */
  readonly us: number;
  /** The same as a role that bypasses it. */
  readonly bypassedUs: number;
  readonly ratio: number;
}

const costsOf = async (server: PostgresServer, url: string, administer: Administer): Promise<Cost[]> => {
  const database = new URL(url).pathname.slice(1);
  const storeAs = async (role: string) =>
    sqlSessionStore(openOnce(await openPostgres<Tables>(server.url(database, role), SCHEMA)));
  const filling = await storeAs('attune');
  for (let n = 0; n < OTHERS; n++) {
    const client = clientId(n);
    const session = { id: sessionIdOf(n), startedAtMs: n, protocol: 'rescue' };
    await filling.within({ whose: [client], owner: client }).create(session);
  }
  // Connections that were used that much are slower than new ones.
  await filling.close();
  await administer('create role above login bypassrls in role attune');
  await administer('analyze');
  const [above, store] = [await storeAs('above'), await storeAs('attune')];
  const costs: Cost[] = [];
  for (const [what, doing] of Object.entries(DOINGS)) {
    const [bypassedUs, us] = await leastOf([above, store], doing);
    costs.push({ what, us: us!, bypassedUs: bypassedUs!, ratio: us! / bypassedUs! });
  }
  await store.close();
  await above.close();
  return costs;
};

/** The least time of a call on each store, µs, in turns. */
const leastOf = async (stores: readonly SessionStore[], doing: Doing): Promise<readonly number[]> => {
  const least = stores.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, store] of stores.entries()) {
      const calls = CALLS_A_ROUND;
      const before = performance.now();
      for (let call = 0; call < calls; call++) await doing(store, round * CALLS_A_ROUND + call);
      const us = (1000 * (performance.now() - before)) / calls;
      if (round > 0) least[i] = Math.min(least[i]!, us);
    }
  return least;
};

await runAlone(import.meta.url, keepingApart);
