import { setTimeout as passing } from 'node:timers/promises';
import type { Server as TlsServer } from 'node:https';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { AccountPorts } from './accounts/account-ports.ts';
import { buildApp, type AppOptions } from './app.ts';
import { VERSION } from './contract/index.ts';
import { takeDataFolder, type DataFolder } from './data-folder.ts';
import type { BackupPlan } from './backup/scheduled-backup.ts';
import { readTls, type Tls, type TlsFiles } from './http/tls.ts';
import { bracketed, EVERY_ADDRESS, listen, urlOf } from './listening.ts';
import { keepSchedule, runHere } from './jobs/schedule.ts';
import { openStores, type Stores } from './open-stores.ts';
import type { MetricsFor } from './operation/metrics.ts';
import { DEFAULT_HOST, DEFAULT_PORT, type Mode } from './settings-table.ts';
import { noOthers, type OpenNoticeLine } from './rooms/notice-line.ts';
import { roomWire, type RoomWire } from './rooms/room-wire.ts';
import type { SignOnOptions } from './settings-sign-on.ts';
import type { ServiceJobs } from './service-jobs.ts';
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
  /** Where the key is that clients' keys are locked with; absent: in the data folder. */
  readonly keyFile?: string;
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
  /** Absent: backups are made by hand. */
  readonly backups?: BackupPlan;
  /** Folder for what jobs make; absent: the data folder. */
  readonly jobsDir?: string;
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
  /** Who has to show two factors; absent: nobody. */
  readonly secondFactor?: 'staff';
  /** A clinic's own sign-in; absent: none. */
  readonly singleSignOn?: SignOnOptions;
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
  const jobs =
    mode === 'clinic' ? await clinicJobs(stores, folder, { ...options, notify }) : jobsAlone(stores);
  const news = wire ?? roomWire();
  const { host = DEFAULT_HOST, port = DEFAULT_PORT, drainMs = 0 } = options;
  let isDraining = false;
  const app = buildApp({
    ...appOptions(options),
    store: stores.sessions,
    music: stores.music,
    relays: { relays: stores.relays, attempts: stores.accounts.attempts, wire: news },
    ...(wire && (await clinicOptions(stores, wire, options))),
    ...(jobs.exports && { exports: jobs.exports }),
    ...(jobs.sessions && { store: jobs.sessions }),
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
    await closeAll(app, { stores, jobs, folder });
  });
  try {
    await listen(app, { host, port, ...(options.socket !== undefined && { socket: options.socket }) });
  } catch (error) {
    // Nobody has come that could be drained.
    await closeAll(app, { stores, jobs, folder });
    throw error;
  }
  jobs.start();
  if (jobs.counts) metrics?.watchJobs(jobs.counts);
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

type Jobs = Pick<ServiceJobs, 'start' | 'close'> &
  Partial<Pick<ServiceJobs, 'exports' | 'sessions' | 'counts'>>;

/** A service that has nobody to share with does what is due itself, without a queue. */
const jobsAlone = ({ scheduled }: Stores): Jobs => {
  const ending = new AbortController();
  let schedule: ReturnType<typeof keepSchedule> | undefined;
  return {
    start: () => {
      schedule = keepSchedule({ all: scheduled, begin: runHere(ending.signal) });
    },
    close: async () => {
      ending.abort(new Error('the service ends'));
      await schedule?.stop();
    },
  };
};

const clinicJobs = async (
  { sessions, care, accounts, scheduled }: Stores,
  folder: DataFolder,
  options: ServeOptions & { readonly notify: (message: string) => void },
): Promise<Jobs> => {
  const { databaseUrl, jobsDir = folder.path, notify } = options;
  const { queueOf, serviceJobs } = await import('./service-jobs.ts');
  const queue = queueOf(databaseUrl, folder.jobsFile, notify);
  return serviceJobs({ queue, sessions, care, accounts, scheduled, jobsDir, notify });
};

/** What a clinic's service has beyond a personal one. */
const clinicOptions = async (
  stores: Stores,
  wire: RoomWire,
  { tls, accounts, secondFactor, singleSignOn, basePath }: ServeOptions,
): Promise<Pick<AppOptions, 'accounts' | 'care' | 'rooms' | 'forget'>> => {
  const { argon2Hasher } = await import('./accounts/password-hasher.ts');
  const clock = accounts?.clock ?? Date.now;
  return {
    accounts: {
      ...{ store: stores.accounts, hasher: argon2Hasher(), clock },
      ...(tls && { secure: true }),
      ...(secondFactor && { secondFactor }),
      ...(singleSignOn && { singleSignOn: await signOnWith(singleSignOn, { clock, basePath }) }),
      ...accounts,
    },
    care: {
      care: stores.care,
      roleOf: async (account) => (await stores.accounts.accounts.find(account))?.role,
      nameOf: async (account) => (await stores.accounts.accounts.find(account))?.shownName,
    },
    rooms: { commands: stores.commands, wire },
    forget: stores.forget,
  };
};

interface SignOnPorts {
  readonly clock: () => number;
  readonly basePath: string | undefined;
}

/** The provider is asked when somebody wants to sign in by it: that it is down keeps no service from starting. */
const signOnWith = async (options: SignOnOptions, { clock, basePath }: SignOnPorts) => {
  const { readSignOn } = await import('./read-sign-on.ts');
  const { openIdProvider } = await import('./accounts/openid/openid-provider.ts');
  const { issuer, claim, called, unknown, roles, isOnlyForStaff } = options;
  return {
    ...{
      provider: openIdProvider(readSignOn(options), clock),
      issuer,
      claim,
      called,
      unknown,
      isOnlyForStaff,
    },
    ...(roles && { roles }),
    ...(basePath !== undefined && { basePath }),
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

interface Closing {
  readonly stores: Stores;
  readonly jobs: Jobs;
  readonly folder: DataFolder;
}

const closeAll = async (app: FastifyInstance, { stores, jobs, folder }: Closing) => {
  // A connection whose reply is sent after this begins would stay open for the next request.
  const idle = setInterval(() => app.server.closeIdleConnections(), 50);
  const overdue = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
  try {
    await app.close();
  } finally {
    clearInterval(idle);
    clearTimeout(overdue);
    await jobs.close(DRAIN_MS).catch(() => undefined);
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
