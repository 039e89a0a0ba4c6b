import { SETTING_NAMES, SETTINGS, type Setting } from './settings-table.ts';

/** The table of docs/configuration.md, in Markdown: a row a setting. */
export const settingsDocument = (): string => {
  const rows = SETTING_NAMES.map((name) => {
    const { env, option, kind, unit, means, fallback, fallbackSaid } = SETTINGS[
      name
    ] as unknown as Setting<unknown>;
    const nowhere = { env: {}, platform: 'linux' as const, home: '~' };
    const usual = fallbackSaid ?? kind.shown(fallback('personal', nowhere));
    const names = [`\`${name}\``, `\`${env}\``, ...(option === undefined ? [] : [`\`${option}\``])].join(
      '<br>',
    );
    return [names, `${kind.said}${unit === undefined ? '' : `, ${unit}`}`, usual, means];
  });
  const line = (cells: readonly string[]) =>
    `| ${cells.map((it) => it.replaceAll('|', '\\|')).join(' | ')} |`;
  return [['setting', 'what it may be', 'unless told otherwise', 'what it is'], ['-', '-', '-', '-'], ...rows]
    .map(line)
    .join('\n');
};
