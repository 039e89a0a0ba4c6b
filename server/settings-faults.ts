import { isIP } from 'node:net';
import { isLoopbackName } from './plain-http-note.ts';
import type { Settings } from './settings-table.ts';
import { signOnFaults } from './settings-sign-on.ts';

const EVERY_ADDRESS = new Set(['0.0.0.0', '::']);

/** Settings that are right one by one and cannot go together, a line each with what to do. */
export const combinationFaults = (settings: Settings): string[] =>
  [
    ...tlsFaults(settings),
    ...clinicFaults(settings),
    ...signOnFaults(settings),
    ...otherFaults(settings),
  ].filter((line) => line !== undefined);

type Faults = readonly (string | undefined)[];

const tlsFaults = ({ tlsCert, tlsKey }: Settings): Faults => {
  if ((tlsCert === undefined) === (tlsKey === undefined)) return [];
  const [has, lacks, variable] =
    tlsCert === undefined
      ? ['tlsKey', 'tlsCert', 'ATTUNE_TLS_CERT']
      : ['tlsCert', 'tlsKey', 'ATTUNE_TLS_KEY'];
  return [`${has} is set without ${lacks}: TLS needs both. Set ${variable}, or take ${has} away.`];
};

const clinicFaults = (settings: Settings): Faults => {
  const { mode, host, tlsCert, tlsKey, trustProxy, allowedHosts, databaseUrl } = settings;
  if (mode === 'personal')
    return [
      databaseUrl === undefined
        ? undefined
        : 'databaseUrl is for clinic mode: a personal service keeps everything in SQLite. ' +
          'Set ATTUNE_MODE=clinic, or take ATTUNE_DATABASE_URL away.',
    ];
  const isOpen = !isLoopbackName(host) && tlsCert === undefined && tlsKey === undefined;
  return [
    isOpen && trustProxy.length === 0
      ? `A clinic on ${host} without TLS would send passwords in the clear. Set ATTUNE_TLS_CERT and ATTUNE_TLS_KEY, ` +
        'or put a proxy with TLS in front and name its address in ATTUNE_TRUST_PROXY.'
      : undefined,
    allowedHosts.length === 0 && (EVERY_ADDRESS.has(host) || trustProxy.length > 0)
      ? 'No browser could reach this clinic: name the host by which it is reached in ATTUNE_ALLOWED_HOSTS.'
      : undefined,
  ];
};

const otherFaults = (settings: Settings): Faults => [
  settings.backupDir !== undefined && settings.databaseUrl !== undefined
    ? 'backupDir is for SQLite: PostgreSQL is backed up by its own pg_dump, see docs/operation.md. ' +
      'Take ATTUNE_BACKUP_DIR away.'
    : undefined,
  ...requestFaults(settings),
];

const requestFaults = ({ trustProxy, metrics, metricsToken, allowedHosts, basePath }: Settings): Faults => [
  metrics === 'token' && metricsToken === undefined
    ? 'metrics is "token" and there is none. Set ATTUNE_METRICS_TOKEN, such as what "openssl rand -hex 24" prints.'
    : undefined,
  metrics !== 'token' && metricsToken !== undefined
    ? `metricsToken has no effect where metrics is "${metrics}". Set ATTUNE_METRICS=token, or take the token away.`
    : undefined,
  ...trustProxy
    .filter((address) => !isTrustable(address))
    .map(
      (address) =>
        `trustProxy (ATTUNE_TRUST_PROXY) takes addresses or networks such as 10.0.0.0/8, not "${address}".`,
    ),
  ...allowedHosts
    .filter((host) => !/^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)$/i.test(host))
    .map(
      (host) =>
        `allowedHosts (ATTUNE_ALLOWED_HOSTS) takes names such as attune.example, without scheme, port or path, ` +
        `not "${host}".`,
    ),
  basePath !== undefined && /^\/(api|metrics)(\/|$)/.test(basePath)
    ? `basePath (ATTUNE_BASE_PATH) cannot be ${basePath}: the service's own addresses begin so. Choose another.`
    : undefined,
];

const isTrustable = (address: string): boolean => {
  const [ip = '', bits, ...more] = address.split('/');
  const version = isIP(ip);
  if (version === 0 || more.length > 0) return false;
  // A network of every address would believe anybody.
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128))
  );
};
