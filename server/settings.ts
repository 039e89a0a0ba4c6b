import { join } from 'node:path';

export const DEFAULT_HOST = '127.0.0.1';
export const DEFAULT_PORT = 4260;

export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly allowedHosts: readonly string[];
}

export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The user's home folder. */
  readonly home: string;
}

/**
 * Settings from the environment: `ATTUNE_HOST`, `ATTUNE_PORT` (0: any free one), `ATTUNE_DATA_DIR`, and
 * `ATTUNE_ALLOWED_HOSTS` (names by which browsers may reach it, separated by commas).
 *
 * @throws RangeError  a port that is none
 */
export const readSettings = (machine: Machine): Settings => ({
  host: given(machine.env['ATTUNE_HOST']) ?? DEFAULT_HOST,
  port: readPort(given(machine.env['ATTUNE_PORT'])),
  dataDir: given(machine.env['ATTUNE_DATA_DIR']) ?? defaultDataDir(machine),
  allowedHosts: (machine.env['ATTUNE_ALLOWED_HOSTS'] ?? '').split(',').flatMap((it) => it.trim() || []),
});

/** Where this platform keeps a program's data for one user. */
const defaultDataDir = ({ env, platform, home }: Machine): string => {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Attune');
  if (platform === 'win32')
    return join(given(env['LOCALAPPDATA']) ?? join(home, 'AppData', 'Local'), 'Attune');
  return join(given(env['XDG_DATA_HOME']) ?? join(home, '.local', 'share'), 'attune');
};

/** Set but empty counts as not set. */
const given = (text: string | undefined) => (text === '' ? undefined : text);

const readPort = (text: string | undefined): number => {
  if (text === undefined) return DEFAULT_PORT;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65535)) throw new RangeError(`ATTUNE_PORT must be a whole number in 0…65535, not "${text}"`);
  return port;
};
