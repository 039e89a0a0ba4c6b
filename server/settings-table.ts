import { join } from 'node:path';
import { absent, choice, list, secret, text, whole, type Kind } from './setting-kinds.ts';

/** What the process is told by its surroundings. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The user's home folder. */
  readonly home: string;
}

export interface Setting<T> {
  /** Its variable of the environment; its key in a file is its name in the table. */
  readonly env: string;
  /** As `attune serve --help` has it; absent: not on the command line. */
  readonly option?: string;
  readonly kind: Kind<T>;
  /** Of the number; absent: it is none, or only counts. */
  readonly unit?: string;
  /** One sentence or two, for the help and the documentation. */
  readonly means: string;
  /** What holds where nothing is said. */
  readonly fallback: (mode: Mode, machine: Machine) => T;
  /** The same in words, where it depends on the machine or the mode. */
  readonly fallbackSaid?: string;
}

export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_PORT = 4260;

export const MODES = ['personal', 'clinic'] as const;
export type Mode = (typeof MODES)[number];

const setting = <T>(it: Setting<T>): Setting<T> => it;

/**
 * Every setting of the service. Reading, validation, `--print-config`, the help of `attune serve` and
 * docs/configuration.md come from here.
 */
export const SETTINGS = {
  mode: setting<Mode>({
    env: 'ATTUNE_MODE',
    option: '--mode <mode>',
    kind: choice(MODES),
    means:
      'personal: one person on their own computer, no accounts. clinic: accounts, and every access is decided by role.',
    fallback: () => 'personal',
  }),
  host: setting({
    env: 'ATTUNE_HOST',
    option: '--host <address>',
    kind: text(),
    means: 'Address to listen on. In personal mode there are no accounts, so mind who can reach it.',
    fallback: () => DEFAULT_HOST,
  }),
  port: setting({
    env: 'ATTUNE_PORT',
    option: '--port <n>',
    kind: whole(0, 65_535),
    means: 'Port to listen on; 0 for any free one.',
    fallback: () => DEFAULT_PORT,
  }),
  dataDir: setting({
    env: 'ATTUNE_DATA_DIR',
    option: '--data <folder>',
    kind: text(),
    means: 'Folder where the logs and the music are kept.',
    fallback: (_mode, machine) => defaultDataDir(machine),
    fallbackSaid: "the system's folder for the data of programs, `attune` in it",
  }),
  allowedHosts: setting({
    env: 'ATTUNE_ALLOWED_HOSTS',
    kind: list(),
    means: 'Names by which browsers may reach it, besides those of this machine and `host`.',
    fallback: () => [],
  }),
  databaseUrl: setting({
    env: 'ATTUNE_DATABASE_URL',
    kind: absent(secret(/^postgres(ql)?:\/\/./, 'an address that begins with postgresql://')),
    means: 'PostgreSQL database of a clinic, with user and password. Without it everything is in SQLite.',
    fallback: () => undefined,
  }),
  keyFile: setting({
    env: 'ATTUNE_KEY_FILE',
    kind: absent(text()),
    means:
      "File of the key that the keys of a clinic's clients are locked with. Services that share a database share it.",
    fallback: () => undefined,
    fallbackSaid: '`master.key` in the data folder, made when it is first needed',
  }),
  tlsCert: setting({
    env: 'ATTUNE_TLS_CERT',
    kind: absent(text()),
    means: 'File of the certificate and its chain, PEM. Read again on SIGHUP.',
    fallback: () => undefined,
  }),
  tlsKey: setting({
    env: 'ATTUNE_TLS_KEY',
    kind: absent(text()),
    means: 'File of the private key that belongs to the certificate, PEM.',
    fallback: () => undefined,
  }),
  trustProxy: setting({
    env: 'ATTUNE_TRUST_PROXY',
    kind: list(),
    means:
      'Addresses or networks (CIDR) of proxies whose X-Forwarded-For and X-Forwarded-Proto are believed. ' +
      "Everybody else's are not.",
    fallback: () => [],
  }),
  basePath: setting({
    env: 'ATTUNE_BASE_PATH',
    kind: absent(text(/^(\/[\w.~-]+)+$/, 'a path such as /attune, without a slash at its end')),
    means: 'Path under which a proxy offers the service; absent where it has a host name of its own.',
    fallback: () => undefined,
  }),
  retentionDays: setting({
    env: 'ATTUNE_RETENTION_DAYS',
    kind: absent(whole(1, 36_500)),
    unit: 'days',
    means: 'How long a session is kept after its end. Without it, until somebody deletes it.',
    fallback: () => undefined,
  }),
  secondFactor: setting<'staff' | 'off'>({
    env: 'ATTUNE_SECOND_FACTOR',
    kind: choice(['staff', 'off']),
    means:
      'Who has to show two factors to sign in (a passkey is two): everybody but clients, or nobody who has not set ' +
      'up an app.',
    fallback: (mode) => (mode === 'clinic' ? 'staff' : 'off'),
    fallbackSaid: 'staff in clinic mode',
  }),
  ssoIssuer: setting({
    env: 'ATTUNE_SSO_ISSUER',
    kind: absent(
      text(/^https?:\/\/[^?#]+$/, 'the address of the issuer, such as https://login.clinic.example'),
    ),
    means: "Issuer of the clinic's own single sign-on (OpenID Connect). Without it there is none.",
    fallback: () => undefined,
  }),
  ssoClientId: setting({
    env: 'ATTUNE_SSO_CLIENT_ID',
    kind: absent(text()),
    means: 'Client id that the provider gave Attune.',
    fallback: () => undefined,
  }),
  ssoClientSecretFile: setting({
    env: 'ATTUNE_SSO_CLIENT_SECRET_FILE',
    kind: absent(text()),
    means: 'File that has the client secret, and nothing else.',
    fallback: () => undefined,
  }),
  ssoName: setting({
    env: 'ATTUNE_SSO_NAME',
    kind: absent(text(/^[^\p{Cc}]{1,40}$/u, 'up to 40 characters')),
    means: 'What it is called on the button, such as "Clinic account". Without it, the host of the issuer.',
    fallback: () => undefined,
  }),
  ssoClaim: setting({
    env: 'ATTUNE_SSO_CLAIM',
    kind: text(/^[\w:/.-]+$/, 'the name of a claim'),
    means:
      'Claim that names a person for good; where a provider tells each client another sub, one such as oid.',
    fallback: () => 'sub',
  }),
  ssoScopes: setting({
    env: 'ATTUNE_SSO_SCOPES',
    kind: list(),
    means: 'Scopes that are asked for beside openid.',
    fallback: () => ['profile'],
  }),
  ssoGroupsClaim: setting({
    env: 'ATTUNE_SSO_GROUPS_CLAIM',
    kind: absent(text(/^[\w:/.-]+$/, 'the name of a claim')),
    means: 'Claim that has the groups of a person, for ssoRoles.',
    fallback: () => undefined,
  }),
  ssoRoles: setting({
    env: 'ATTUNE_SSO_ROLES',
    kind: list(),
    means:
      'Roles of groups, such as attune-staff=clinician; the first that fits counts, at each sign-in. Whoever is in ' +
      'none of them is not let in. Owners stay owners.',
    fallback: () => [],
  }),
  ssoUnknown: setting<'refuse' | 'client' | 'clinician' | 'researcher'>({
    env: 'ATTUNE_SSO_UNKNOWN',
    kind: choice(['refuse', 'client', 'clinician', 'researcher']),
    means: 'What becomes of people without an account: they are refused, or get one of that role.',
    fallback: () => 'refuse',
  }),
  ssoOnly: setting<'off' | 'staff'>({
    env: 'ATTUNE_SSO_ONLY',
    kind: choice(['off', 'staff']),
    means:
      'staff: for everybody but clients it is the only way in. An owner’s password and passkey stay a way back.',
    fallback: () => 'off',
  }),
  ssoSecondFactor: setting<'told' | 'demanded'>({
    env: 'ATTUNE_SSO_SECOND_FACTOR',
    kind: choice(['told', 'demanded']),
    means:
      'Whether signing in by it is two factors. told: where the provider says so (amr has mfa, or acr is in ssoAcr). ' +
      'demanded: always, since the provider lets nobody in without.',
    fallback: () => 'told',
  }),
  ssoAcr: setting({
    env: 'ATTUNE_SSO_ACR',
    kind: list(),
    means: 'Values of acr that stand for two factors; they are asked for, too.',
    fallback: () => [],
  }),
  backupDir: setting({
    env: 'ATTUNE_BACKUP_DIR',
    kind: absent(text()),
    means:
      'Folder where the service puts backups by itself; on another disk. Without it they are made by hand.',
    fallback: () => undefined,
  }),
  backupEveryHours: setting({
    env: 'ATTUNE_BACKUP_EVERY_HOURS',
    kind: whole(1, 8760),
    unit: 'hours',
    means: 'How often it makes one.',
    fallback: () => 24,
  }),
  backupsKept: setting({
    env: 'ATTUNE_BACKUPS_KEPT',
    kind: whole(1, 10_000),
    unit: 'backups',
    means: 'How many of them are kept; what was deleted from the service is in the older ones until then.',
    fallback: () => 7,
  }),
  jobsDir: setting({
    env: 'ATTUNE_JOBS_DIR',
    kind: absent(text()),
    means:
      'Folder for what jobs make, such as exports. With several replicas or workers, one that all of them see; ' +
      'without it, in the data folder.',
    fallback: () => undefined,
  }),
  metrics: setting<'off' | 'loopback' | 'token'>({
    env: 'ATTUNE_METRICS',
    kind: choice(['off', 'loopback', 'token']),
    means: 'Who may read /metrics: nobody, this machine, or whoever has the token.',
    fallback: () => 'off',
  }),
  metricsToken: setting({
    env: 'ATTUNE_METRICS_TOKEN',
    kind: absent(secret(/^[\w.~+/=-]{24,}$/, 'at least 24 letters, digits or any of . _ ~ + / = -')),
    means: 'Bearer token that /metrics asks for.',
    fallback: () => undefined,
  }),
  logLevel: setting<'silent' | 'error' | 'warn' | 'info' | 'debug'>({
    env: 'ATTUNE_LOG_LEVEL',
    kind: choice(['silent', 'error', 'warn', 'info', 'debug']),
    means: 'Least level of what is logged to standard error, one JSON object a line.',
    fallback: (mode) => (mode === 'clinic' ? 'info' : 'silent'),
    fallbackSaid: 'silent; info in clinic mode',
  }),
  requestsPerMinute: setting({
    env: 'ATTUNE_REQUESTS_PER_MINUTE',
    kind: whole(1, 1_000_000_000),
    unit: 'requests a minute',
    means: 'Requests of the API from one address beyond which it is answered 429.',
    fallback: () => 6000,
  }),
  requestsPerMinuteOfAccount: setting({
    env: 'ATTUNE_REQUESTS_PER_MINUTE_OF_ACCOUNT',
    kind: whole(1, 1_000_000_000),
    unit: 'requests a minute',
    means: 'Requests of the API by one account, from wherever, beyond which it is answered 429.',
    fallback: () => 1200,
  }),
  maxConnections: setting({
    env: 'ATTUNE_MAX_CONNECTIONS',
    kind: whole(1, 1_000_000),
    unit: 'connections',
    means:
      'How many connections may be open; what comes beyond is closed at once, so that memory has a bound.',
    fallback: () => 20_000,
  }),
  drainSeconds: setting({
    env: 'ATTUNE_DRAIN_SECONDS',
    kind: whole(0, 600),
    unit: 'seconds',
    means:
      'How long it goes on answering after it was told to end, while /api/v1/ready says no, so that a proxy sends ' +
      'people elsewhere.',
    fallback: (mode) => (mode === 'clinic' ? 3 : 0),
    fallbackSaid: '0; 3 in clinic mode',
  }),
};

/** Where this platform keeps a program's data for one user. */
const defaultDataDir = ({ env, platform, home }: Machine): string => {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Attune');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Attune');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'attune');
};

export type SettingName = keyof typeof SETTINGS;

/** The settings that hold. Absent ones are `undefined`, as each says. */
export type Settings = {
  readonly [N in SettingName]: (typeof SETTINGS)[N] extends Setting<infer T> ? T : never;
};

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];
