import { Command } from 'commander';
import { BadInput } from '../bad-input.ts';
import { settingsSources } from '../service-settings.ts';

interface Options extends Readonly<Record<string, unknown>> {
  readonly queue?: string;
  readonly atOnce: string;
}

/** How long what is under way may take to end after SIGTERM, ms; less than systemd waits before it kills. */
const PATIENCE_MS = 60_000;

export const workerCommand = (): Command =>
  new Command('worker')
    .summary("do a service's jobs, beside it or on another machine")
    .description(
      'Takes the jobs of a service that keeps its data in PostgreSQL: exports, and what is due every hour.\n' +
        'Any number of workers may run. SIGTERM and Ctrl+C let it finish what is under way, for a minute;\n' +
        'what is not done by then another one does. Settings are those of the service, docs/configuration.md.',
    )
    .option('--queue <url>', 'the PostgreSQL database, else ATTUNE_DATABASE_URL')
    .option('--at-once <n>', 'how many jobs at a time', '2')
    .option('--config <file>', 'settings as JSON, instead of attune.json in this folder')
    .action(run);

async function run({ queue, atOnce, ...options }: Options): Promise<void> {
  const { isPostgresUrl, masterKeyFileIn, readSettings, runWorker, SettingsError, StoreError } =
    await import('../../server/index.ts');
  if (!/^[1-9]\d?$/.test(atOnce))
    throw new BadInput(`--at-once must be a whole number in 1…99, not "${atOnce}"`);
  if (queue !== undefined && !isPostgresUrl(queue))
    throw new BadInput('--queue must be an address that begins with postgresql://');
  const said = (message: string) => void process.stderr.write(`attune: ${message}\n`);
  try {
    const sources = settingsSources(options);
    // The mode is the service's: a worker is for clinics alone.
    const given = queue === undefined ? {} : { ATTUNE_DATABASE_URL: queue };
    const env = { ...sources.env, ...given, ATTUNE_MODE: 'clinic' };
    const { databaseUrl, jobsDir, keyFile, dataDir, retentionDays } = readSettings({ ...sources, env });
    if (databaseUrl === undefined)
      throw new BadInput(
        'There is no queue to work on: name the PostgreSQL database (--queue, ATTUNE_DATABASE_URL). ' +
          'A service on SQLite does its jobs itself.',
      );
    if (jobsDir === undefined)
      throw new BadInput(
        'Name the folder for what jobs make, which the service sees as well: ATTUNE_JOBS_DIR.',
      );
    const end = await runWorker({
      ...{ databaseUrl, jobsDir, atOnce: Number(atOnce), notify: said },
      keyFile: keyFile ?? masterKeyFileIn(dataDir),
      ...(retentionDays !== undefined && { retentionDays }),
    });
    process.stdout.write('attune worker takes jobs. Ctrl+C ends it.\n');
    await signalled();
    await end(PATIENCE_MS);
  } catch (failure) {
    if (failure instanceof StoreError || failure instanceof SettingsError)
      throw new BadInput(failure.message.replaceAll('\n', '\nattune: '), { cause: failure });
    throw failure;
  }
}

/** Resolves with the first signal; a second one ends the process at once. */
const signalled = (): Promise<void> =>
  new Promise((resolve) => {
    // Nothing else may keep the process while there is no job.
    const staying = setInterval(() => undefined, 3_600_000);
    const end = () => {
      clearInterval(staying);
      for (const signal of SIGNALS) process.off(signal, end);
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, end);
  });

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
