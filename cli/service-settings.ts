import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import type { SettingsSources } from '../server/index.ts';
import { BadInput } from './bad-input.ts';

/** What a command that is about the service may be told of its settings. */
export interface SettingsOptions {
  readonly mode?: string;
  readonly host?: string;
  readonly port?: string;
  readonly data?: string;
  readonly config?: string;
}

/** Looked for in the folder that one is in, where no other is named. */
const USUAL_FILE = 'attune.json';

/**
 * Where the settings come from, for this process. What was typed is read like a variable of the environment, and over it.
 *
 * @throws BadInput  the file cannot be read
 */
export function settingsSources({ mode, host, port, data, config }: SettingsOptions): SettingsSources {
  const path = config ?? process.env['ATTUNE_CONFIG'] ?? (existsSync(USUAL_FILE) ? USUAL_FILE : '');
  return {
    env: process.env,
    platform: process.platform,
    home: homedir(),
    options: {
      ...(mode !== undefined && { mode }),
      ...(host !== undefined && { host }),
      ...(port !== undefined && { port }),
      ...(data !== undefined && { dataDir: data }),
    },
    ...(path !== '' && { file: { path, text: readText(path) } }),
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new BadInput(`The settings ${path} cannot be read (${code}). Put it right, or name another (--config).`, {
      cause: error,
    });
  }
}
