import { Command } from 'commander';
import type { Job, JobQueue } from '../../server/jobs/index.ts';
import { BadInput } from '../bad-input.ts';
import { addSettings, settingsSources } from '../service-settings.ts';
import { table } from '../table.ts';

interface Options extends Readonly<Record<string, unknown>> {
  readonly json?: true;
  readonly state?: string;
}

const MOST = 100;

export const jobsCommand = (): Command =>
  addSettings(new Command('jobs'), ['dataDir'])
    .summary("the service's jobs, and another try for those that failed")
    .description(
      `Lists the newest ${MOST} jobs: kind, id, state, how often it was tried, when it was put, and why it failed.\n` +
        'A failed job is kept for a month, one that is done for a week. Whose it is, is not shown.',
    )
    .option('--state <state>', 'only those that are waiting, running, done or failed')
    .option('--json', 'as JSON')
    .enablePositionalOptions()
    .action(list)
    .addCommand(
      addSettings(new Command('retry'), ['dataDir'])
        .summary('have a failed job tried again')
        .argument('<id>', 'of the job, as the list has it; "all": every failed one')
        .action(retry),
    );

async function list({ state, json, ...options }: Options): Promise<void> {
  const { JOB_STATES } = await import('../../server/jobs/index.ts');
  const wanted = JOB_STATES.find((it) => it === state);
  if (state !== undefined && !wanted) throw new BadInput(`--state must be one of ${JOB_STATES.join(', ')}`);
  const jobs =
    (await look(options, (queue) => queue.list({ limit: MOST, ...(wanted && { state: wanted }) }))) ?? [];
  const shown = jobs.map(({ input: _whose, result: _made, ...job }) => job);
  if (json) process.stdout.write(`${JSON.stringify({ jobs: shown }, undefined, 1)}\n`);
  else if (shown.length === 0) process.stdout.write('There are no such jobs.\n');
  else process.stdout.write(`${table(shown.map(lineOf))}\n`);
}

const lineOf = ({ kind, id, state, attempts, putAtMs, reason = '' }: Omit<Job, 'input' | 'result'>) =>
  [
    kind,
    `${id}  ${state.padEnd(7)}  ${attempts} tries  ${new Date(putAtMs).toISOString()}  ${reason}`.trimEnd(),
  ] as const;

async function retry(id: string, options: Options): Promise<void> {
  const retried = await look(options, async (queue) => {
    const failed = await queue.list({ limit: 10_000, state: 'failed' });
    const wanted = failed.filter((job) => id === 'all' || job.id === id);
    for (const job of wanted) await queue.retry(job.kind, job.id);
    return wanted.length;
  });
  if (!retried && id !== 'all')
    throw new BadInput(`No failed job has the id ${id}: attune jobs --state failed`);
  process.stdout.write(`${retried ?? 0} will be tried again.\n`);
}

async function look<T>(options: Options, ask: (queue: JobQueue) => Promise<T>): Promise<T | undefined> {
  const { jobsOf, readSettings, SettingsError, StoreError } = await import('../../server/index.ts');
  try {
    return await jobsOf(readSettings(settingsSources(options)), ask);
  } catch (failure) {
    if (failure instanceof StoreError || failure instanceof SettingsError)
      throw new BadInput(failure.message.replaceAll('\n', '\nattune: '), { cause: failure });
    throw failure;
  }
}
