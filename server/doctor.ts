import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { backupNoted } from './backup/backup-note.ts';
import { API_PREFIX, VERSION } from './contract/index.ts';
import { bracketed, EVERY_ADDRESS } from './listening.ts';
import { mind, right, wrong, type Check } from './operation/check.ts';
import { askService, type AskedService } from './operation/ask-service.ts';
import { jobsOf } from './jobs-of.ts';
import type { JobCount, JobState } from './jobs/job-queue.ts';
import type { EffectiveSettings } from './settings.ts';
import { DEFAULT_HOST, type Settings } from './settings-table.ts';
import { signOnChecks, standingChecks } from './start-checks.ts';

/** How the service does that is to run with these settings, and what it stands on. */
export const examine = async (effective: EffectiveSettings): Promise<readonly Check[]> => [
  ...(await standingChecks(effective)),
  ...(await signOnChecks(effective)),
  ...(await serviceChecks(urlOf(effective.settings))),
  backupCheck(effective.settings),
  ...(await jobChecks(effective.settings)),
];

/** Where a service with these settings is found on this machine. */
const urlOf = ({ host, port, tlsCert }: Settings): string =>
  `${tlsCert === undefined ? 'http' : 'https'}://${EVERY_ADDRESS.has(host) ? DEFAULT_HOST : bracketed(host)}:${port}`;

/** Clocks of one machine differ by what a reply takes, and the header tells whole seconds. */
const OFFSET_MS = 2000;

const serviceChecks = async (url: string): Promise<Check[]> => {
  let about: AskedService;
  let ready: AskedService;
  try {
    about = await askService(`${url}${API_PREFIX}/service`);
    ready = await askService(`${url}${API_PREFIX}/ready`);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'it does not answer';
    return [wrong('service', `Nothing answers at ${url} (${reason}). Start it: attune serve`)];
  }
  const { mode, version, service } = about.json as Partial<Record<string, unknown>>;
  if (service !== 'attune')
    return [wrong('service', `What answers at ${url} is not Attune. Look at ATTUNE_PORT.`)];
  const offsetMs = about.atMs - Date.now();
  const offsetS = Math.abs(offsetMs / 1000).toFixed(0);
  const offset = `Its clock is ${offsetS} s ${offsetMs < 0 ? 'behind' : 'before'} this one`;
  return [
    right('service', `It answers at ${url}, in ${String(mode)} mode.`),
    ready.status === 200
      ? right('ready', 'It takes requests.')
      : wrong(
          'ready',
          `It answers ${ready.status}: ${String((ready.json as { message?: unknown }).message)}`,
        ),
    version === VERSION
      ? right('version', `${VERSION}, as this command.`)
      : mind('version', `It is ${String(version)}, this command ${VERSION}. Start the service anew.`),
    Math.abs(offsetMs) <= OFFSET_MS
      ? right('offset', `${offset}.`)
      : mind('offset', `${offset}. Set the clocks.`),
  ];
};

/** So long without a backup is too long, ms. */
const BACKUP_MS = 7 * 86_400_000;

const backupCheck = ({ dataDir }: Settings): Check => {
  const folder = resolve(dataDir);
  const noted = existsSync(folder) ? backupNoted(folder) : undefined;
  if (!noted) return mind('backup', 'None was ever made of this folder: attune backup --to FILE');
  const says = `The last one is of ${new Date(noted.madeAtMs).toISOString()}`;
  return Date.now() - noted.madeAtMs > BACKUP_MS
    ? mind('backup', `${says}: make one.`)
    : right('backup', `${says}.`);
};

/** So long a job should not have to wait, s. */
const WAIT_S = 900;

const jobChecks = async (settings: Settings): Promise<Check[]> => {
  let counts: readonly JobCount[] | undefined;
  try {
    counts = await jobsOf(settings, (queue) => queue.counts());
  } catch (error) {
    return [wrong('jobs', error instanceof Error ? error.message : String(error))];
  }
  if (!counts) return [];
  const of = (state: JobState) => counts.filter((it) => it.state === state);
  const sum = (state: JobState) => of(state).reduce((all, { jobs }) => all + jobs, 0);
  const says = `${sum('waiting')} wait, ${sum('running')} run, ${sum('failed')} have failed`;
  const oldestS = Math.max(0, ...of('waiting').map((it) => it.oldestS));
  if (oldestS > WAIT_S)
    return [
      mind(
        'jobs',
        `${says}; one has waited for ${Math.round(oldestS / 60)} min. Start a worker: attune worker`,
      ),
    ];
  return [sum('failed') > 0 ? mind('jobs', `${says}. Look: attune jobs`) : right('jobs', `${says}.`)];
};
