import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { SETTING_NAMES } from '../../server/settings-table.ts';
import { BadInput } from '../bad-input.ts';
import { checkLine } from '../check-text.ts';
import { addSettings, settingsSources } from '../service-settings.ts';
import { table } from '../table.ts';

interface Options extends Readonly<Record<string, unknown>> {
  readonly check?: true;
  readonly printConfig?: true;
  readonly verbose?: true;
}

/** Loaded when it is asked for: the other commands need no service and start four times as fast without it. */
const loadServer = () => import('../../server/index.ts');

export const serveCommand = (): Command =>
  addSettings(new Command('serve'), SETTING_NAMES)
    .summary('run Attune on this computer')
    .description(
      'Serves the web app and keeps the session logs, on this computer alone unless told otherwise.\n' +
        'Settings come from the command line, from ATTUNE_… variables, and from attune.json, in this order;\n' +
        'docs/configuration.md has them all, --print-config those that hold.',
    )
    .option('--check', 'look whether it could start, say what keeps it from that, and end')
    .option('--print-config', 'print the settings that hold and where each comes from, and end')
    .option('--verbose', 'log requests to standard error')
    .action(run);

async function run(options: Options): Promise<void> {
  const { effectiveSettings, startChecks } = await loadServer();
  const effective = effectiveSettings(settingsSources(options));
  if (options.printConfig) await printSettings(effective);
  if (options.check) {
    const checks = await startChecks(effective);
    process.stdout.write(`${checks.map(checkLine).join('\n')}\n`);
    if (checks.some(({ state }) => state === 'wrong')) process.exitCode = 2;
    return;
  }
  if (effective.faults.length > 0) throw new BadInput(effective.faults.join('\nattune: '));
  if (!options.printConfig) await start(effective.settings, options.verbose === true);
}

type Server = Awaited<ReturnType<typeof loadServer>>;
type Effective = ReturnType<Server['effectiveSettings']>;

async function printSettings({ settings, origins }: Effective): Promise<void> {
  const { shownSetting } = await loadServer();
  const rows = SETTING_NAMES.map((name) => [shownSetting(settings, name), origins[name]] as const);
  const width = Math.max(...rows.map(([value]) => value.length));
  const lines = rows.map(
    ([value, origin], i) => [SETTING_NAMES[i]!, `${value.padEnd(width)}  ${origin}`] as const,
  );
  process.stdout.write(`${table(lines)}\n`);
}

async function start(settings: Effective['settings'], isVerbose: boolean): Promise<void> {
  const { inheritedSocket, plainHttpNote, serve, serveOptions, serviceLog, StartError, StoreError } =
    await loadServer();
  const level = isVerbose && settings.logLevel === 'silent' ? 'info' : settings.logLevel;
  const socket = inheritedSocket(process.env, process.pid);
  try {
    const { url } = await serve({
      ...serveOptions(settings),
      ...(socket !== undefined && { socket }),
      webRoot: fileURLToPath(new URL('../web', import.meta.url)),
      logger: serviceLog(level),
      notify: (message) => process.stderr.write(`attune: ${message}\n`),
    });
    const note = plainHttpNote(settings, url);
    process.stdout.write(`attune listening on ${url}\nOpen it in Chrome or Edge. Ctrl+C ends it.\n`);
    if (note !== undefined) process.stdout.write(`${note}\n`);
  } catch (failure) {
    if (failure instanceof StartError || failure instanceof StoreError)
      throw new BadInput(failure.message, { cause: failure });
    throw failure;
  }
}
