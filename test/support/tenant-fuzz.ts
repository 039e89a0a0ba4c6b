import { sql, type Kysely } from 'kysely';
import { openPostgres } from '../../server/database/dialects/postgres.ts';
import type { OpenDatabase, Within } from '../../server/database/open-database.ts';
import { reachText, REACH_SETTING, type RowReach } from '../../server/database/row-policy.ts';
import { SCHEMA, SECURED_TABLES, type Tables } from '../../server/schema.ts';

export interface TenantFuzz {
  /** Of a new, empty database. */
  readonly url: string;
  /** Does something as the server's superuser. */
  readonly administer: (statement: string) => Promise<unknown>;
  /** Transactions to be begun. */
  readonly transactions: number;
  /** 0…1, from a seed. */
  readonly random: () => number;
  /** Sets the reach for the connection, not the transaction: what must not be done, to see that it is noticed. */
  readonly isSetForConnection?: boolean;
}

export interface TenantFuzzOutcome {
  readonly transactions: number;
  /** Rows that were read, each looked at. */
  readonly rows: number;
  /** Of them those of somebody outside of the transaction's reach. */
  readonly foreign: number;
  /** Rows within the reach that were not found. */
  readonly missing: number;
  /** Rows that a query outside of a transaction found. */
  readonly outside: number;
  /** Rows for somebody outside of the reach that the database took. */
  readonly taken: number;
  /** How transactions ended, by what was done to them. */
  readonly ends: Readonly<Record<string, number>>;
}

const CLIENTS = Array.from({ length: 8 }, (_, n) => `aaaaaaaa-0000-4000-8000-00000000000${n}`);
const WORKERS = 24;
/** Fewer than workers, so that each connection is somebody else's right after. */
const CONNECTIONS = 3;
const APPLICATION = 'tenants';

/**
 * Many transactions of many reaches at once over few connections, while some throw halfway, are refused, cancelled, or
 * lose their connection: does any find a row of somebody else, or a query outside of them any row?
 */
export const tenantFuzz = async (options: TenantFuzz): Promise<TenantFuzzOutcome> => {
  const { url, administer, random } = options;
  const owners = await fill(url);
  const open = await openPostgres<Tables>(url, SCHEMA, {
    ...{ applicationName: APPLICATION, connections: CONNECTIONS, statementMs: 2000 },
  });
  const within = options.isSetForConnection ? setForConnection(open) : open.within;
  const count = { transactions: 0, rows: 0, foreign: 0, missing: 0, outside: 0, taken: 0 };
  const ends: Record<string, number> = {};
  const isWithin = (owner: string, reach: RowReach) => reach === 'all' || reach.includes(owner);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

  const look = async (trx: Kysely<Tables>, reach: RowReach): Promise<void> => {
    const table = pick([...owners.keys()]);
    const found = await keysIn(trx, table);
    const wanted = owners.get(table)!;
    for (const key of found) if (!isWithin(wanted.get(key)!, reach)) count.foreign += 1;
    const expected = [...wanted.values()].filter((owner) => isWithin(owner, reach));
    count.missing += Math.max(0, expected.length - found.length);
    count.rows += found.length;
  };
  const write = async (trx: Kysely<Tables>, reach: RowReach): Promise<void> => {
    const client = pick(CLIENTS);
    await trx
      .insertInto('consent')
      .values(consentOf(client, `new-${count.transactions}`))
      .execute();
    if (!isWithin(client, reach)) count.taken += 1;
    throw new Undone();
  };
  const acts: Readonly<Record<string, (trx: Kysely<Tables>, reach: RowReach) => Promise<unknown>>> = {
    read: look,
    'read twice': async (trx, reach) => {
      await look(trx, reach);
      await look(trx, reach);
    },
    write,
    'throw halfway': async (trx, reach) => {
      await look(trx, reach);
      throw new Undone();
    },
    'fail and go on': async (trx, reach) => {
      await sql`select 1 / 0`.execute(trx).catch(() => undefined);
      await look(trx, reach);
    },
    'be cancelled': (trx) => sql`select pg_cancel_backend(pg_backend_pid()), pg_sleep(1)`.execute(trx),
    'be cut off': (trx) => sql`select pg_terminate_backend(pg_backend_pid()), pg_sleep(1)`.execute(trx),
  };
  const worker = async (): Promise<void> => {
    while (count.transactions < options.transactions) {
      count.transactions += 1;
      const reach = random() < 0.1 ? 'all' : CLIENTS.filter(() => random() < 0.25);
      const what = pick([...Object.keys(acts), 'read', 'read twice']);
      const end = await within(reach, (trx) => acts[what]!(trx, reach)).then(
        () => 'done',
        () => 'undone',
      );
      ends[`${what}: ${end}`] = (ends[`${what}: ${end}`] ?? 0) + 1;
      // On the connection that was given back just now, or the next one.
      const rest = await keysIn(open.db, pick([...owners.keys()])).catch(() => []);
      count.outside += rest.length;
    }
  };
  const cuts = { isOn: true };
  const cutting = (async () => {
    while (cuts.isOn) {
      const how = random() < 0.5 ? 'pg_terminate_backend' : 'pg_cancel_backend';
      await administer(
        `select ${how}(pid) from (select pid from pg_stat_activity where application_name = '${APPLICATION}'
         order by random() limit 1) as one`,
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })();
  await Promise.all(Array.from({ length: WORKERS }, worker)).finally(() => (cuts.isOn = false));
  await cutting;
  await open.close();
  return { ...count, ends };
};

class Undone extends Error {}

const setForConnection = ({ db }: OpenDatabase<Tables>): Within<Tables> => {
  return async (reach, work) =>
    db.transaction().execute(async (trx) => {
      await sql`select set_config(${REACH_SETTING}, ${reachText(reach)}, false)`.execute(trx);
      return work(trx);
    });
};

/** A column of each table that holds something of a client, by which its rows are told apart. */
const KEYS: Readonly<Record<string, string>> = {
  ...{ session: 'id', session_event: 'session_id', room_command: 'session_id', consent: 'id' },
  ...{ research_pseudonym: 'pseudonym', care_assignment: 'client_id', break_glass: 'id', access_log: 'id' },
  ...{ session_chunk: 'session_id', client_key: 'id' },
};

const keysIn = async (db: Kysely<Tables>, table: string): Promise<string[]> => {
  const { rows } = await sql<{ readonly key: string }>`
    select ${sql.ref(KEYS[table]!)} as key from ${sql.table(table)}`.execute(db);
  return rows.map(({ key }) => key);
};

const consentOf = (client_id: string, id: string) => ({
  ...{ id, client_id, purpose: id, version: '1', given_at_ms: 0 },
});

/** A row of each client in each table. @returns whose each row is, by table and key */
const fill = async (url: string): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> => {
  const missing = SECURED_TABLES.filter((it) => !(it in KEYS) && !['seal', 'sealed_session'].includes(it));
  if (missing.length > 0)
    throw new Error(`The fuzz of tenants has no rows of ${missing.join(', ')}: add them.`);
  const open = await openPostgres<Tables>(url, SCHEMA);
  const owners = new Map(Object.keys(KEYS).map((table) => [table, new Map<string, string>()]));
  for (const client_id of CLIENTS) {
    const id = `of-${client_id}`;
    const rows = {
      session: { id, client_id, started_at_ms: 0, protocol: 'rescue', next_seq: 1 },
      session_event: { session_id: id, seq: 0, text: '{}' },
      session_chunk: { session_id: id, from_seq: 1, events: 1, data: Buffer.from('x') },
      client_key: { id, client_id, wrapped: 'x', made_at_ms: 0 },
      room_command: { session_id: id, number: 0, id, by_account: 'x', at_ms: 0, command: '{}' },
      consent: consentOf(client_id, id),
      research_pseudonym: { client_id, pseudonym: id },
      care_assignment: { clinician_id: 'c', client_id, from_ms: 0, assigned_by: 'o' },
      break_glass: { id, clinician_id: 'c', client_id, reason: 'x', begun_at_ms: 0, until_ms: 1 },
      access_log: { id, at_ms: 0, account_id: 'c', role: 'x', client_id, action: 'x', relation: 'own' },
    };
    await open.within([client_id], async (trx) => {
      for (const [table, row] of Object.entries(rows)) {
        await trx
          .insertInto(table as 'session')
          .values(row as (typeof rows)['session'])
          .execute();
        owners.get(table)!.set(String((row as Record<string, unknown>)[KEYS[table]!]), client_id);
      }
    });
  }
  await open.close();
  return owners;
};
