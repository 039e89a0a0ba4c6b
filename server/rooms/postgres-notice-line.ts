import pg from 'pg';
import type { OpenNoticeLine } from './notice-line.ts';

const CHANNEL = 'attune_rooms';
const RETRY_MS = 1000;

/**
 * A line over PostgreSQL's LISTEN and NOTIFY, on a connection of its own: a transaction with a notice takes a lock of
 * the whole server, and must not be one that writes a log. A connection that is lost is made anew, again and again.
 *
 * @param failed  told what keeps it from the server
 */
export const postgresNoticeLine =
  (url: string, failed: (problem: unknown) => void): OpenNoticeLine =>
  (hear) => {
    let client: pg.Client | undefined;
    let retry: NodeJS.Timeout | undefined;
    let isClosed = false;
    /** One after the other, as the server takes them. */
    let sent: Promise<unknown> = Promise.resolve();
    const lose = (lost: pg.Client, problem: unknown): void => {
      if (client !== lost) return;
      client = undefined;
      lost.end().catch(() => undefined);
      if (isClosed) return;
      failed(problem);
      retry = setTimeout(connect, RETRY_MS).unref();
    };
    const connect = (): void => {
      const opened = (client = new pg.Client({
        ...{ connectionString: url, application_name: 'attune rooms', keepAlive: true },
        ...{ connectionTimeoutMillis: 5000, query_timeout: 5000 },
      }));
      opened.on('error', (problem) => lose(opened, problem));
      opened.on('end', () => lose(opened, new Error('the connection ended')));
      opened.on('notification', ({ payload }) => {
        if (payload !== undefined) hear(payload);
      });
      sent = opened
        .connect()
        .then(() => opened.query(`listen ${CHANNEL}`))
        .catch((problem: unknown) => lose(opened, problem));
    };
    connect();
    return {
      send: (notice) => {
        const to = client;
        if (!to) return;
        sent = sent
          .then(() => to.query('select pg_notify($1, $2)', [CHANNEL, notice]))
          .catch((problem: unknown) => lose(to, problem));
      },
      close: async () => {
        isClosed = true;
        clearTimeout(retry);
        await sent;
        await client?.end().catch(() => undefined);
      },
    };
  };
