import type { AddressInfo } from 'node:net';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { buildApp, type AppOptions } from './app.ts';
import { takeDataFolder, type DataFolder } from './data-folder.ts';
import { openSqlite } from './database/dialects/sqlite.ts';
import { reopening } from './database/reopening.ts';
import { SCHEMA, type Tables } from './schema.ts';
import { sealing, type Sealing } from './sessions/seal/sealing.ts';
import type { SessionStore } from './sessions/session-store.ts';
import { sqlSessionStore } from './sessions/sql-session-store.ts';
import { DEFAULT_HOST, DEFAULT_PORT } from './settings.ts';
import { StartError } from './start-error.ts';
import { lastingTrackStore } from './tracks/lasting-track-store.ts';

export interface ServeOptions {
  readonly dataDir: string;
  /** Absent: 127.0.0.1, this machine alone. There are no accounts: whoever reaches another one reads everything. */
  readonly host?: string;
  /** 0: any free one. */
  readonly port?: number;
  /** Folder of the built web app; absent: a page that says to build it. */
  readonly webRoot?: string;
  /** Names by which browsers may reach it, besides the loopback's and `host`. */
  readonly allowedHosts?: readonly string[];
  /** Absent: silent. */
  readonly logger?: FastifyBaseLogger;
  /** Told what the person at the machine has to do something about; absent: the logger is. */
  readonly notify?: (message: string) => void;
  /** Whether SIGTERM and SIGINT close it; true by default. */
  readonly signals?: boolean;
  /** What it takes of requests; each that is absent is as usual. */
  readonly limits?: AppOptions['limits'];
}

export interface Served {
  readonly url: string;
  /** Answers pending requests, then closes the port, the log and the lock. Later calls wait for the first. */
  readonly close: () => Promise<void>;
}

const EVERY_ADDRESS = new Set(['0.0.0.0', '::']);

/** How often it looks whether the log's hourly seal is due. */
const SEAL_LOOK_MS = 60_000;

/** How long a reply in progress may hold up closing, ms. */
const DRAIN_MS = 5000;

/**
 * Runs the service on a data folder until it is closed.
 *
 * @throws StartError  or StoreError  (as a rejection) with a message for the person; nothing is left open
 */
export const serve = async (options: ServeOptions): Promise<Served> => {
  const folder = takeDataFolder(options.dataDir);
  const notify = options.notify ?? ((message: string) => options.logger?.warn(message));
  const { store, tracks, seals } = await openStores(folder, notify).catch((error: unknown) => {
    folder.release();
    throw error;
  });
  const host = options.host ?? DEFAULT_HOST;
  const { webRoot, logger, limits } = options;
  const app = buildApp({
    store,
    tracks,
    ...(webRoot !== undefined && { webRoot }),
    ...(logger && { logger }),
    ...(limits && { limits }),
    allowedHosts: [...(options.allowedHosts ?? []), ...(EVERY_ADDRESS.has(host) ? [] : [bracketed(host)])],
  });
  const look = setInterval(() => void seals.look(), SEAL_LOOK_MS).unref();
  const close = once(() => {
    clearInterval(look);
    return closeAll(app, { stores: [store, tracks], seals, folder });
  });
  try {
    await listen(app, host, options.port ?? DEFAULT_PORT);
  } catch (error) {
    await close();
    throw error;
  }
  const unlisten = options.signals === false ? () => undefined : onSignal(close);
  return { url: urlOf(app), close: () => close().finally(unlisten) };
};

const openStores = async (folder: DataFolder, notify: (message: string) => void) => {
  // A folder that was taken away and is back may be another process's by now.
  const open = () => {
    folder.hold();
    return openSqlite<Tables>(folder.sessionsFile, SCHEMA);
  };
  const database = await reopening({ open, notify, called: SCHEMA.called });
  const store = sqlSessionStore(database);
  const seals = sealing({ database, keyFile: folder.sealKeyFile, clock: Date.now, notify });
  try {
    return { store, seals, tracks: await lastingTrackStore({ folder: folder.musicFolder, notify }) };
  } catch (error) {
    await store.close();
    throw error;
  }
};

const listen = async (app: FastifyInstance, host: string, port: number) => {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      const text = `Port ${port} on ${host} is in use. Stop the program that uses it, or choose another (ATTUNE_PORT).`;
      throw new StartError('port-in-use', text, { cause: error });
    }
    const text = `Cannot listen on ${host}, port ${port} (${message}). Choose others (ATTUNE_HOST, ATTUNE_PORT).`;
    throw new StartError('cannot-listen', text, { cause: error });
  }
};

type Closable = Pick<SessionStore, 'close'>;

interface ToClose {
  readonly stores: readonly Closable[];
  readonly seals: Sealing;
  readonly folder: DataFolder;
}

const closeAll = async (app: FastifyInstance, { stores, seals, folder }: ToClose) => {
  // A connection whose reply is sent after this begins would stay open for the next request.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  const overdue = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(overdue);
    await seals.end();
    await Promise.all(stores.map((store) => store.close())).finally(() => folder.release());
  }
};

const once = (work: () => Promise<void>) => {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
};

/** The first signal closes; a second one has its usual effect and ends the process at once. */
const onSignal = (close: () => Promise<void>) => {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const handle = () => {
    unlisten();
    void close();
  };
  const unlisten = () => {
    for (const signal of signals) process.off(signal, handle);
  };
  for (const signal of signals) process.on(signal, handle);
  return unlisten;
};

const urlOf = (app: FastifyInstance) => {
  const { address, port } = app.server.address() as AddressInfo;
  // A browser cannot open the address that means all of them.
  const host = EVERY_ADDRESS.has(address) ? DEFAULT_HOST : bracketed(address);
  return `http://${host}:${port}`;
};

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);
