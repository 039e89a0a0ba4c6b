import { combinationFaults } from './settings-faults.ts';
import {
  SETTING_NAMES,
  SETTINGS,
  type Machine,
  type Mode,
  type Setting,
  type SettingName,
  type Settings,
} from './settings-table.ts';

/** Where settings come from besides the environment. */
export interface SettingsSources extends Machine {
  /** A JSON file of settings; absent: there is none. */
  readonly file?: { readonly path: string; readonly text: string };
  /** What was said on the command line, as it was typed. Empty, as a script may leave it, counts as not said. */
  readonly options?: { readonly [N in SettingName]?: string };
}

/** Where a value comes from: "default", "command line", a variable of the environment, or the name of the file. */
export type Origin = string;

export interface EffectiveSettings {
  readonly settings: Settings;
  readonly origins: Readonly<Record<SettingName, Origin>>;
  /** What is wrong, each with what to do about it; then `settings` has defaults in place of what is wrong. */
  readonly faults: readonly string[];
}

/** Settings that cannot be; the message has a line for each. */
export class SettingsError extends RangeError {
  override readonly name = 'SettingsError';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

/**
 * The settings that hold: the command line over the environment over the file over the defaults.
 *
 * @throws SettingsError  with everything that is wrong
 */
export const readSettings = (sources: SettingsSources): Settings => {
  const { settings, faults } = effectiveSettings(sources);
  if (faults.length > 0) throw new SettingsError(faults);
  return settings;
};

/** The same with where each comes from, and with what is wrong as a value. */
export const effectiveSettings = (sources: SettingsSources): EffectiveSettings => {
  const faults: string[] = [];
  const json = readFile(sources.file, faults);
  const origins: Partial<Record<SettingName, Origin>> = {};
  const settings: Partial<Record<SettingName, unknown>> = {};
  // The mode comes first in the table: what others fall back to depends on it.
  for (const name of SETTING_NAMES) {
    const said = saidOf(name, { ...sources, json, faults });
    const mode = (settings.mode ?? 'personal') as Mode;
    settings[name] = said ? said.value : SETTINGS[name].fallback(mode, sources);
    origins[name] = said?.origin ?? 'default';
  }
  const read = settings as Settings;
  // What is not meant that way need not fit together.
  if (faults.length === 0) faults.push(...combinationFaults(read));
  return { settings: read, origins: origins as EffectiveSettings['origins'], faults };
};

interface Reading extends SettingsSources {
  /** What the file has. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly faults: string[];
}

type Said = { readonly value: unknown; readonly origin: Origin } | undefined;

/** What was said of a setting. What is wrong goes to `faults`, and nothing below it counts instead. */
const saidOf = (name: SettingName, { options, env, file, json, faults }: Reading): Said => {
  const { env: variable, kind } = SETTINGS[name] as Setting<unknown>;
  const refuse = (place: string, given: unknown): Said => {
    const not = kind.isSecret ? '' : `, not ${JSON.stringify(given)}`;
    faults.push(`${place} must be ${kind.said}${not}.`);
    return undefined;
  };
  const typed: readonly (readonly [string, string | undefined])[] = [
    ['command line', options?.[name]],
    [variable, env[variable]],
  ];
  for (const [origin, text] of typed) {
    // Set but empty counts as not set.
    if (text === undefined || text === '') continue;
    const value = kind.fromText(text);
    if (value !== undefined) return { value, origin };
    return refuse(origin === variable ? variable : `${name} on the command line`, text);
  }
  if (!file || !Object.hasOwn(json, name)) return undefined;
  const value = kind.fromJson(json[name]);
  return value === undefined ? refuse(`"${name}" in ${file.path}`, json[name]) : { value, origin: file.path };
};

const readFile = (file: SettingsSources['file'], faults: string[]): Readonly<Record<string, unknown>> => {
  if (!file) return {};
  const { path, text } = file;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    faults.push(`${path} is not JSON (${placeOf(error)}). Mend it; docs/configuration.md has an example.`);
    return {};
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    faults.push(`${path} must be one JSON object with settings by their names, such as {"port": 4260}.`);
    return {};
  }
  for (const key of Object.keys(json)) {
    if (Object.hasOwn(SETTINGS, key)) continue;
    const near = SETTING_NAMES.find((name) => name.toLowerCase() === key.toLowerCase().replace(/[-_]/g, ''));
    const hint = near === undefined ? `There are: ${SETTING_NAMES.join(', ')}.` : `Did you mean "${near}"?`;
    faults.push(`${path} has a setting "${key}" that there is not. ${hint}`);
  }
  return json as Record<string, unknown>;
};

/** Where the parser gave up, without the text around it, which may be a password. */
const placeOf = (error: unknown): string =>
  /at position \d+( \(line \d+ column \d+\))?/.exec(String(error))?.[0] ?? 'it breaks off';
