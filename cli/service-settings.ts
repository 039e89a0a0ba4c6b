import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { Option, type Command } from 'commander';
import { SETTINGS, type SettingName, type Setting } from '../server/settings-table.ts';
import type { SettingsSources } from '../server/index.ts';
import { BadInput } from './bad-input.ts';

/** Looked for in the folder that one is in, where no other is named. */
const USUAL_FILE = 'attune.json';

/** Settings that a command takes as options, with the words of their table. */
export function addSettings(command: Command, names: readonly SettingName[]): Command {
  for (const name of names) {
    const { option, means } = SETTINGS[name] as unknown as Setting<unknown>;
    if (option !== undefined) command.addOption(new Option(option, means));
  }
  return command.option('--config <file>', `settings as JSON, instead of ${USUAL_FILE} in this folder`);
}

/**
 * Where the settings come from, for this process.
 *
 * @param typed  what commander has read
 * @throws BadInput  the file cannot be read
 */
export function settingsSources(typed: Readonly<Record<string, unknown>>): SettingsSources {
  const { env, platform } = process;
  const { config } = typed as { readonly config?: string };
  const path = config ?? env['ATTUNE_CONFIG'] ?? (existsSync(USUAL_FILE) ? USUAL_FILE : '');
  const options = Object.entries(SETTINGS as unknown as Record<SettingName, Setting<unknown>>).flatMap(
    ([name, { option }]) => {
      const value = option === undefined ? undefined : typed[new Option(option).attributeName()];
      return typeof value === 'string' ? [[name, value]] : [];
    },
  );
  return {
    ...{ env, platform, home: homedir() },
    options: Object.fromEntries(options) as NonNullable<SettingsSources['options']>,
    ...(path !== '' && { file: { path, text: readText(path) } }),
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new BadInput(
      `The settings ${path} cannot be read (${code}). Put it right, or name another (--config).`,
      {
        cause: error,
      },
    );
  }
}
