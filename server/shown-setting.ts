import { SETTINGS, type Setting, type SettingName, type Settings } from './settings-table.ts';

/** A setting as it may be shown to anybody: of a secret, only that there is one. */
export const shownSetting = (settings: Settings, name: SettingName): string =>
  (SETTINGS[name] as unknown as Setting<unknown>).kind.shown(settings[name]);
