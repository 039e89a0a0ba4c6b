import { backUpOnce, type BackupPlan } from './backup/scheduled-backup.ts';
import { scheduled, type Scheduled } from './jobs/schedule.ts';
import { deleteExpired } from './sessions/retention.ts';
import type { Sealing } from './sessions/seal/sealing.ts';
import type { SessionStore } from './sessions/session-store.ts';

export interface ScheduledPorts {
  readonly sessions: SessionStore;
  /** Absent: another process seals, which has the key. */
  readonly seals?: Pick<Sealing, 'look'>;
  /** How long a session is kept after its end; absent: until somebody deletes it. */
  readonly retentionDays?: number;
  /** Absent: backups are made by hand. */
  readonly backups?: BackupPlan & { readonly folder: string };
  /** Told what the person at the machine has to do something about. */
  readonly notify: (message: string) => void;
}

const HOUR_MS = 3_600_000;

/** What a service does by itself, a line each: a new one is another line. */
export const scheduledJobs = (ports: ScheduledPorts): readonly Scheduled[] => {
  const { sessions, seals, retentionDays: days, backups, notify } = ports;
  const told = toldOf(notify);
  return [
    ...(seals ? [scheduled('seal', HOUR_MS, () => seals.look())] : []),
    ...(days === undefined
      ? []
      : [scheduled('retention', HOUR_MS, told(retentionFault(days), expire(sessions, days)))]),
    ...(backups
      ? [scheduled('backup', backups.everyHours * HOUR_MS, told(backupFault, backUp(backups)))]
      : []),
  ];
};

type Run = Parameters<typeof scheduled>[2];

const expire =
  (sessions: SessionStore, days: number): Run =>
  async () => ({ deleted: await deleteExpired(sessions, days, Date.now()) });

const retentionFault = (days: number) => (why: string) =>
  `Sessions older than ${days} days could not be deleted (${why}). It is tried again in an hour.`;

const backUp =
  ({ folder, ...plan }: NonNullable<ScheduledPorts['backups']>): Run =>
  (fromMs, { signal }) =>
    backUpOnce(folder, plan, { fromMs, signal });

const backupFault = (why: string) => `The backup could not be made. ${why}`;

/** Says what went wrong, each reason once, before it goes on as a failure of the job. */
const toldOf =
  (notify: (message: string) => void) =>
  (said: (why: string) => string, run: Run): Run => {
    let last = '';
    return async (fromMs, tools) => {
      try {
        const done = await run(fromMs, tools);
        last = '';
        return done;
      } catch (error) {
        const message = said(error instanceof Error ? error.message : String(error));
        if (message !== last) notify(message);
        last = message;
        throw error;
      }
    };
  };
