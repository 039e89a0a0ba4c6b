import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sessionsFileIn, takeDataFolder, tracksFileIn } from './data-folder.ts';
import { readTls } from './http/tls.ts';
import { bracketed } from './listening.ts';
import { keyChecks } from './key-check.ts';
import { mind, right, wrong, type Check } from './operation/check.ts';
import { clockCheck, folderCheck, nodeCheck, roomCheck } from './operation/machine-checks.ts';
import { signOnOptions } from './settings-sign-on.ts';
import { postgresCheck } from './postgres-check.ts';
import { SCHEMA } from './schema.ts';
import type { EffectiveSettings } from './settings.ts';
import type { Settings } from './settings-table.ts';
import { TRACK_SCHEMA } from './tracks/track-database.ts';

/** So long before its end a certificate is spoken of, ms. */
const RENEW_MS = 14 * 86_400_000;

/**
 * What would keep the service from starting, or should be known before it does. Nothing is changed, and nothing made
 * but the empty companions that SQLite has beside a file that it reads.
 */
export const startChecks = async (effective: EffectiveSettings): Promise<readonly Check[]> => {
  const { settings } = effective;
  return [
    ...(await standingChecks(effective)),
    ...(await signOnChecks(effective)),
    ...[lockCheck(settings.dataDir), await portCheck(settings)],
  ];
};

/** Those that hold of a service that runs as well. */
export const standingChecks = async ({ settings, faults }: EffectiveSettings): Promise<readonly Check[]> => [
  ...(faults.length > 0
    ? faults.map((line) => wrong('settings', line))
    : [right('settings', `${settings.mode} mode; attune serve --print-config shows them.`)]),
  nodeCheck(process.version),
  ...tlsChecks(settings),
  folderCheck(settings.dataDir),
  roomCheck(settings.dataDir),
  clockCheck(settings.dataDir, Date.now()),
  ...(await databaseChecks(settings)),
  ...keyChecks(settings),
];

/** Of a clinic's own sign-in, if there is one and its settings are right. */
export const signOnChecks = async ({ settings, faults }: EffectiveSettings): Promise<readonly Check[]> => {
  const options = faults.length === 0 ? signOnOptions(settings) : undefined;
  if (!options) return [];
  const { providerChecks } = await import('./provider-check.ts');
  return providerChecks(options, originsOf(settings));
};

/** Where people reach the service, as far as the settings tell. */
const originsOf = ({ allowedHosts, host, port, basePath = '', tlsCert, trustProxy }: Settings): string[] => {
  const isBehind = trustProxy.length > 0;
  const scheme = tlsCert !== undefined || isBehind ? 'https' : 'http';
  const usual = isBehind || port === (scheme === 'https' ? 443 : 80);
  const names = allowedHosts.length > 0 ? allowedHosts : [bracketed(host)];
  return names.map((name) => `${scheme}://${name}${usual ? '' : `:${port}`}${basePath}`);
};

const tlsChecks = ({ tlsCert, tlsKey }: Settings): Check[] => {
  if (tlsCert === undefined || tlsKey === undefined) return [];
  try {
    const { untilMs } = readTls({ certFile: tlsCert, keyFile: tlsKey });
    const until = `It holds until ${new Date(untilMs).toISOString().slice(0, 10)}`;
    return [
      untilMs - Date.now() < RENEW_MS
        ? mind('certificate', `${until}: renew it soon, then send SIGHUP.`)
        : right('certificate', `${until}.`),
    ];
  } catch (error) {
    return [wrong('certificate', messageOf(error))];
  }
};

const databaseChecks = async ({ dataDir, databaseUrl }: Settings): Promise<Check[]> => [
  databaseUrl === undefined
    ? databaseCheck(sessionsFileIn(dataDir), SCHEMA)
    : await postgresCheck(databaseUrl),
  databaseCheck(tracksFileIn(dataDir), TRACK_SCHEMA),
];

/** Reads it alone: whether it is whole, and not from a newer version. */
const databaseCheck = (file: string, { called, migrations }: typeof SCHEMA): Check => {
  if (!existsSync(file)) return right('database', `The ${called} ${file} will be made.`);
  try {
    const database = new SqliteDatabase(file, { readonly: true, fileMustExist: true });
    try {
      if (database.pragma('quick_check(1)', { simple: true }) !== 'ok')
        throw new Error('its pages do not fit together');
      const rows = database.prepare('select name from kysely_migration').all() as { readonly name: string }[];
      const unknown = rows.find(({ name }) => !Object.hasOwn(migrations, name));
      return unknown
        ? wrong('database', `${file} was written by a newer version of Attune. Update Attune.`)
        : right('database', `The ${called} ${file} opens and is whole.`);
    } finally {
      database.close();
    }
  } catch (error) {
    return wrong(
      'database',
      `The ${called} ${file} cannot be used (${messageOf(error)}). Put a backup in its place.`,
    );
  }
};

const lockCheck = (dataDir: string): Check => {
  if (!existsSync(join(resolve(dataDir), 'server.lock')))
    return right('lock', 'Nothing runs on the data folder.');
  try {
    takeDataFolder(dataDir).release();
    return right('lock', 'Nothing runs on the data folder.');
  } catch (error) {
    return wrong('lock', messageOf(error));
  }
};

const portCheck = async ({ host, port }: Settings): Promise<Check> => {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    return right('port', port === 0 ? 'Any free one.' : `${port} on ${host} is free.`);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return wrong(
      'port',
      code === 'EADDRINUSE'
        ? `Port ${port} on ${host} is in use. Stop the program that uses it, or choose another (ATTUNE_PORT).`
        : `Cannot listen on ${host}, port ${port} (${messageOf(error)}). Choose others (ATTUNE_HOST, ATTUNE_PORT).`,
    );
  } finally {
    server.close();
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
