import { homedir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { pino } from 'pino';
import type { Settings } from '../../server/index.ts';
import { BadInput } from '../bad-input.ts';
import { port } from '../arguments.ts';

interface Options {
  readonly host?: string;
  readonly port?: number;
  readonly data?: string;
  readonly verbose?: true;
}

export const serveCommand = (): Command =>
  new Command('serve')
    .summary('run Attune on this computer')
    .description(
      'Serves the web app and keeps the session logs, on this computer alone unless told otherwise.\n' +
        'Settings may also come from ATTUNE_HOST, ATTUNE_PORT and ATTUNE_DATA_DIR.',
    )
    .option('--host <address>', 'address to listen on; there are no accounts, so mind who can reach it')
    .option('--port <n>', 'port to listen on; 0 for any free one', port)
    .option('--data <folder>', 'where the logs are kept')
    .option('--verbose', 'log requests to standard error')
    .action(run);

async function run(options: Options): Promise<void> {
  // Loaded when it is asked for: the other commands need no service and start four times as fast without it.
  const { plainHttpNote, readSettings, serve, StartError, StoreError } =
    await import('../../server/index.ts');
  try {
    const machine = { env: process.env, platform: process.platform, home: homedir() };
    const settings = { ...readSettings(machine), ...given(options) };
    const { url } = await serve({
      ...settings,
      webRoot: fileURLToPath(new URL('../web', import.meta.url)),
      ...(options.verbose && { logger: pino({ base: null }, pino.destination(2)) }),
      notify: (message) => process.stderr.write(`attune: ${message}\n`),
    });
    const note = plainHttpNote(settings.host, url);
    process.stdout.write(`attune listening on ${url}\nOpen it in Chrome or Edge. Ctrl+C ends it.\n`);
    if (note !== undefined) process.stdout.write(`${note}\n`);
  } catch (failure) {
    // A RangeError is what the settings are refused with.
    if (failure instanceof StartError || failure instanceof StoreError || failure instanceof RangeError)
      throw new BadInput(failure.message, { cause: failure });
    throw failure;
  }
}

const given = ({ host, port, data }: Options): Partial<Settings> => ({
  ...(host !== undefined && { host }),
  ...(port !== undefined && { port }),
  // Empty, as a script may leave it, would be the folder that one happens to be in.
  ...(data !== undefined && data !== '' && { dataDir: data }),
});
