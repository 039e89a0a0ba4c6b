import { setTimeout as passing } from 'node:timers/promises';
import type { Server as TlsServer } from 'node:https';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { AccountPorts } from './accounts/account-ports.ts';
import { buildApp, type AppOptions } from './app.ts';
import { VERSION } from './contract/index.ts';
import { takeDataFolder, type DataFolder } from './data-folder.ts';
import { readTls, type Tls, type TlsFiles } from './http/tls.ts';
import { bracketed, EVERY_ADDRESS, listen, urlOf } from './listening.ts';
import { openStores, type Stores } from './open-stores.ts';
import type { MetricsFor } from './operation/metrics.ts';
import { DEFAULT_HOST, DEFAULT_PORT, type Mode } from './settings-table.ts';
import { noOthers, type OpenNoticeLine } from './rooms/notice-line.ts';
import { roomWire, type RoomWire } from './rooms/room-wire.ts';
import { StartError } from './start-error.ts';

export interface ServeOptions {
  readonly dataDir: string;
  /** Absent: personal. */
  readonly mode?: Mode;
  /** Absent: 127.0.0.1, this machine alone. There are no accounts: whoever reaches another one reads everything. */
  readonly host?: string;
  /** 0: any free one. */
  readonly port?: number;
  /** A socket that listens already, see `inheritedSocket`; absent: one of `host` and `port` is made. */
  readonly socket?: number;
  /** PostgreSQL; absent: SQLite. */
  readonly databaseUrl?: string;
  /** Folder of the built web app; absent: a page that says to build it. */
  readonly webRoot?: string;
  /** Names by which browsers may reach it, besides the loopback's and `host`. */
  readonly allowedHosts?: readonly string[];
  /** Read again on SIGHUP, for connections that come after it; absent: plain http. */
  readonly tls?: TlsFiles;
  /** Addresses or networks of proxies that are believed; absent: none. */
  readonly trustProxy?: readonly string[];
  /** Path under which a proxy offers it; absent: none. */
  readonly basePath?: string;
  /** Who may read `/metrics`; absent: nobody. */
  readonly metrics?: MetricsFor;
  /** Connections that may be open at once; absent: no bound. */
  readonly maxConnections?: number;
  /** How long it goes on answering once it was told to end, not ready any more, ms; absent: not at all. */
  readonly drainMs?: number;
  /** How long a session is kept after its end; absent: until somebody deletes it. */
  readonly retentionDays?: number;
  /** Absent: silent. */
  readonly logger?: FastifyBaseLogger;
  /** Told what the person at the machine has to do something about; absent: the logger is. */
  readonly notify?: (message: string) => void;
  /** Whether SIGTERM and SIGINT close it; true by default. */
  readonly signals?: boolean;
  /** What it takes of requests; each that is absent is as usual. */
  readonly limits?: AppOptions['limits'];
  /** What passwords cost, and what time it is; each that is absent is as usual. */
  readonly accounts?: Partial<Pick<AccountPorts, 'hasher' | 'clock'>>;
}

export interface Served {
  readonly url: string;
  /** Reads the certificate again; where that cannot be served, the one of before goes on. Nothing throws. */
  readonly renewTls: () => void;
  /** Answers pending requests, then closes the port, the log and the lock. Later calls wait for the first. */
  readonly close: () => Promise<void>;
}

/** How long a reply in progress may hold up closing, ms. */
const DRAIN_MS = 5000;

/**
 * Runs the service on a data folder until it is closed.
 *
 * @throws StartError  or StoreError  (as a rejection) with a message for the person; nothing is left open
 */
export const serve = async (options: ServeOptions): Promise<Served> => {
  const tls = options.tls && tlsToStart(options.tls);
  const folder = takeDataFolder(options.dataDir);
  const notify = options.notify ?? ((message: string) => options.logger?.warn(message));
  const { mode = 'personal', databaseUrl } = options;
  const metrics = options.metrics && (await metricsFor(options.metrics));
  const wire = mode === 'clinic' ? roomWire(await noticeLine(databaseUrl, notify)) : undefined;
  const appended = (session: string, events: number): void => {
    metrics?.appended(events);
    wire?.hint(session);
  };
  const stores = await openStores({ ...options, mode, folder, notify, appended }).catch(
    async (error: unknown) => {
      await wire?.close();
      folder.release();
      throw error;
    },
  );
  const news = wire ?? roomWire();
  const { host = DEFAULT_HOST, port = DEFAULT_PORT, drainMs = 0 } = options;
  let isDraining = false;
  const app = buildApp({
    ...appOptions(options),
    store: stores.sessions,
    music: stores.music,
    relays: { relays: stores.relays, attempts: stores.accounts.attempts, wire: news },
    ...(wire && (await clinicOptions(stores, wire, options))),
    ...(tls && { tls }),
    ...(metrics && { watch: metrics.watch }),
    isDraining: () => isDraining,
    allowedHosts: [...(options.allowedHosts ?? []), ...(EVERY_ADDRESS.has(host) ? [] : [bracketed(host)])],
  });
  if (!wire) app.addHook('onClose', () => news.close());
  if (options.maxConnections !== undefined) app.server.maxConnections = options.maxConnections;
  const close = once(async () => {
    isDraining = true;
    // Where nothing is to be waited for, nobody is let in any more from this moment on.
    if (drainMs > 0) await passing(drainMs);
    await closeAll(app, stores, folder);
  });
  try {
    await listen(app, { host, port, ...(options.socket !== undefined && { socket: options.socket }) });
  } catch (error) {
    // Nobody has come that could be drained.
    await closeAll(app, stores, folder);
    throw error;
  }
  const renewTls = () => renew(app, options.tls, notify);
  const unlisten = options.signals === false ? () => undefined : onSignal(close, options.tls && renewTls);
  return { url: urlOf(app, tls ? 'https' : 'http'), renewTls, close: () => close().finally(unlisten) };
};

/** What is handed on as it is. */
const appOptions = (options: ServeOptions): Omit<AppOptions, 'store'> => {
  const { webRoot, logger, limits, trustProxy, basePath, mode = 'personal' } = options;
  return {
    about: { mode, version: VERSION },
    ...(webRoot !== undefined && { webRoot }),
    ...(logger && { logger }),
    ...(limits && { limits }),
    ...(trustProxy && { trustProxy }),
    ...(basePath !== undefined && { basePath }),
  };
};

// Libraries that a personal service does without are loaded where they are asked for.
const metricsFor = async (who: MetricsFor) => {
  const { serviceMetrics } = await import('./operation/metrics.ts');
  return serviceMetrics(who);
};

const noticeLine = async (
  databaseUrl: string | undefined,
  notify: (message: string) => void,
): Promise<OpenNoticeLine> => {
  if (databaseUrl === undefined) return noOthers;
  const { postgresNoticeLine } = await import('./rooms/postgres-notice-line.ts');
  return postgresNoticeLine(databaseUrl, () =>
    notify('Rooms cannot be told of news by the database: they look for themselves, a second later.'),
  );
};

/** What a clinic's service has beyond a personal one. */
const clinicOptions = async (
  stores: Stores,
  wire: RoomWire,
  { tls, accounts }: ServeOptions,
): Promise<Pick<AppOptions, 'accounts' | 'care' | 'rooms'>> => {
  const { argon2Hasher } = await import('./accounts/password-hasher.ts');
  return {
    accounts: {
      ...{ store: stores.accounts, hasher: argon2Hasher(), clock: Date.now },
      ...(tls && { secure: true }),
      ...accounts,
    },
    care: {
      care: stores.care,
      roleOf: async (account) => (await stores.accounts.accounts.find(account))?.role,
    },
    rooms: { commands: stores.commands, wire },
  };
};

/** @throws StartError */
const tlsToStart = (files: TlsFiles): Tls => {
  try {
    return readTls(files);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new StartError('no-tls', message, { cause: error });
  }
};

/** Connections that are open keep the certificate that they began with, and go on. */
const renew = (app: FastifyInstance, files: TlsFiles | undefined, notify: (message: string) => void) => {
  if (!files) return;
  try {
    const { cert, key } = readTls(files);
    (app.server as unknown as TlsServer).setSecureContext({ cert, key });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    notify(`The certificate of before stays in use. ${reason}`);
  }
};

const closeAll = async (app: FastifyInstance, stores: Stores, folder: DataFolder) => {
  // A connection whose reply is sent after this begins would stay open for the next request.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  const overdue = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(overdue);
    await stores.close().finally(() => folder.release());
  }
};

const once = (work: () => Promise<void>) => {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
};

/**
 * The first signal closes; a second one has its usual effect and ends the process at once. SIGHUP has its usual effect,
 * too, where there is nothing to renew.
 */
const onSignal = (close: () => Promise<void>, renewTls: (() => void) | undefined) => {
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const handle = () => {
    for (const signal of signals) process.off(signal, handle);
    void close().finally(unlisten);
  };
  const unlisten = () => {
    for (const signal of signals) process.off(signal, handle);
    if (renewTls) process.off('SIGHUP', renewTls);
  };
  for (const signal of signals) process.on(signal, handle);
  if (renewTls) process.on('SIGHUP', renewTls);
  return unlisten;
};
