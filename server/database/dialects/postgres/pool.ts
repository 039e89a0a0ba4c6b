import { createHash } from 'node:crypto';
import type { PostgresPool } from 'kysely';
import pg from 'pg';
import { REACH_SETTING } from '../../row-policy.ts';
import { codeOf } from './explain-postgres.ts';
import { preparedNames } from './prepared-names.ts';
import { restored, storable } from './text.ts';

export interface PoolOptions {
  /** What the server's list of connections calls this program. */
  readonly applicationName: string;
  /** How long one statement may take; 0: as long as it does. */
  readonly statementMs: number;
  /**
   * How much later than that a statement is given up whose end the server did not tell: a network that was cut does not
   * say so.
   */
  readonly silenceMs: number;
  readonly connections: number;
  /**
   * Whose rows are found outside of a transaction too; absent: nobody's. For a command that works on everybody's, and
   * never where requests share the pool.
   */
  readonly reach?: 'all';
  /** Whether the server refuses every change. */
  readonly isReadOnly?: boolean;
}

/** How long a request waits for a connection, ms: longer than a server needs that is restarted in good order. */
const CONNECT_MS = 5000;
/** A transaction whose process hangs would hold up a session for ever. */
const IDLE_IN_TRANSACTION_MS = 60_000;

export interface Pool {
  readonly forKysely: PostgresPool;
  /** Which run of which database the newest connection reached, as a UUID. */
  readonly reached: () => string;
}

/**
 * Connections that are made when they are needed and thrown away once they fail, so that a restarted server is found
 * again by itself. Numbers of every type come as numbers.
 */
export const postgresPool = (
  url: string,
  { applicationName, statementMs, silenceMs, connections, reach, isReadOnly }: PoolOptions,
): Pool => {
  let reached = '';
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    application_name: applicationName,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    ...(statementMs > 0 && { statement_timeout: statementMs, query_timeout: statementMs + silenceMs }),
    types: { getTypeParser: parserOf },
  });
  // A connection that breaks while nobody waits for an answer would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  /** The connections that were made ready, with the names of what is prepared on each. */
  const ready = new WeakMap<pg.PoolClient, (text: string) => string | undefined>();
  const connect = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect();
    if (ready.has(client)) return client;
    try {
      reached = await runOf(client);
      if (isReadOnly) await client.query('set default_transaction_read_only = on');
      if (reach) await client.query('select set_config($1, $2, false)', [REACH_SETTING, reach]);
    } catch (error) {
      client.release(true);
      throw error;
    }
    ready.set(client, preparedNames());
    return client;
  };
  return {
    reached: () => reached,
    forKysely: {
      connect: async () => {
        const client = await connect();
        let isLost = false;
        // Kysely's type of a query is for cursors too, which are not used.
        const query = async (text: string, values: readonly unknown[]) => {
          try {
            // Without values it may be several statements, which cannot be prepared.
            const name = values.length > 0 ? ready.get(client)?.(text) : undefined;
            return await client.query({
              text,
              values: values.map(storable),
              ...(name !== undefined && { name }),
            });
          } catch (error) {
            isLost ||= isConnectionLost(error);
            throw error;
          }
        };
        return { query, release: () => client.release(isLost) } as unknown as Awaited<
          ReturnType<PostgresPool['connect']>
        >;
      },
      end: () => pool.end(),
    },
  };
};

const { INT8, NUMERIC, TEXT, VARCHAR, BPCHAR } = pg.types.builtins;
const NUMBERS = new Set<number>([INT8, NUMERIC]);
const TEXTS = new Set<number>([TEXT, VARCHAR, BPCHAR]);

type TypeId = Parameters<typeof pg.types.getTypeParser>[0];

const parserOf = (oid: TypeId, format?: 'text' | 'binary') => {
  if (format !== 'binary' && NUMBERS.has(oid)) return Number;
  if (format !== 'binary' && TEXTS.has(oid)) return restored;
  return pg.types.getTypeParser(oid, format) as (value: string) => unknown;
};

/**
 * Alike for every process that uses the database, and another one after whatever can have taken something from it: a
 * restart (a restored folder, a crash without fsync), another server (a failover), another database of that name.
 */
const runOf = async (client: { query: pg.ClientBase['query'] }): Promise<string> => {
  const { rows } = await client.query<{ readonly run: string }>(
    `select concat_ws('/', extract(epoch from pg_postmaster_start_time()), oid, datname) as run
     from pg_database where datname = current_database()`,
  );
  const hash = createHash('sha256').update(rows[0]!.run).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
};

/** Whether a connection that this came over is of no more use. A plain error of SQL leaves it as it was. */
const isConnectionLost = (error: unknown): boolean =>
  !(error instanceof pg.DatabaseError) || codeOf(error) === 'unavailable';
