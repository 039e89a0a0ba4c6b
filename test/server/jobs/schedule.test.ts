import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { serve, type Served } from '../../../server/index.ts';
import { jobsOf } from '../../../server/jobs-of.ts';
import { keepSchedule, scheduled } from '../../../server/jobs/schedule.ts';
import { runWorker } from '../../../server/run-worker.ts';
import { temporaryFolder } from '../../support/command-line.ts';
import { newPostgresDatabase } from '../../support/postgres-database.ts';

const folder = temporaryFolder();
const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

describe('keepSchedule', () => {
  it('begins each stretch once, what failed at the next look, and again when the clock is set back', async () => {
    let nowMs = 10_500;
    const begun: unknown[] = [];
    let isDown = true;
    const { stop } = keepSchedule({
      all: [scheduled('tick', 1000, () => Promise.resolve())],
      clock: () => nowMs,
      lookMs: 1,
      begin: (_kind, input) => {
        if (isDown) {
          isDown = false;
          return Promise.reject(new Error('down'));
        }
        begun.push(input.slot);
        // The next look is in the same stretch, then in the one after, then before both.
        nowMs = [10_900, 11_000, 9999][begun.length] ?? nowMs;
        return Promise.resolve();
      },
    });
    opened.push(stop);
    await expect.poll(() => begun).toEqual([10, 11, 9]);
  });
});

describe('what a service does by itself', () => {
  const start = async (options: Parameters<typeof serve>[0]): Promise<Served> => {
    const served = await serve({ port: 0, signals: false, ...options });
    opened.push(() => served.close());
    return served;
  };

  it('is done once for all replicas and workers of a PostgreSQL database', async () => {
    const databaseUrl = await newPostgresDatabase();
    const jobsDir = join(folder, 'shared');
    const keyFile = join(folder, 'master.key');
    const clinic = { mode: 'clinic', databaseUrl, jobsDir, keyFile, retentionDays: 30 } as const;
    await Promise.all(['one', 'two'].map((name) => start({ ...clinic, dataDir: join(folder, name) })));
    const end = await runWorker({ ...clinic, atOnce: 2, notify: () => undefined });
    opened.push(() => end(0));
    const jobs = async () =>
      (await jobsOf({ dataDir: folder, databaseUrl }, (it) => it.list({ limit: 99 }))) ?? [];
    const kindsDone = async () =>
      new Set((await jobs()).flatMap((it) => (it.state === 'done' ? [it.kind] : [])));
    await expect.poll(kindsDone).toEqual(new Set(['seal', 'retention', 'export-expiry']));
    const slots = (await jobs()).map(({ kind, input }) => `${kind} ${JSON.stringify(input)}`);
    expect(new Set(slots).size).toBe(slots.length);
    for (const job of await jobs()) expect(job).toMatchObject({ attempts: 1, state: 'done' });
  });

  it('makes backups, keeps as many as it is told to, and leaves other files alone', async () => {
    const dir = join(folder, 'backups');
    mkdirSync(dir);
    const old = ['attune-2020-01-01T00-00.tar.gz', 'attune-2020-01-02T00-00.tar.gz'];
    for (const name of [...old, 'attune-mine.tar.gz', 'notes.txt']) writeFileSync(join(dir, name), '');
    const options = { dataDir: join(folder, 'personal'), backups: { dir, everyHours: 8760, kept: 2 } };
    await start(options);
    await expect.poll(() => readdirSync(dir)).not.toContain(old[0]);
    const made = readdirSync(dir);
    expect(made).toEqual(expect.arrayContaining([old[1], 'attune-mine.tar.gz', 'notes.txt']));
    expect(made).toHaveLength(4);
    await opened.pop()!();
    await start(options);
    await opened.pop()!();
    expect(readdirSync(dir)).toEqual(made);
    // One person's service needs no queue.
    expect(readdirSync(options.dataDir)).not.toContain('jobs.sqlite');
    expect(await jobsOf(options, (it) => it.counts())).toBeUndefined();
  });

  it('says why a backup could not be made, and is a failed job of a clinic', async () => {
    const dir = join(folder, 'a-file');
    writeFileSync(dir, '');
    const said: string[] = [];
    const dataDir = join(folder, 'clinic');
    const backups = { dir, everyHours: 24, kept: 2 };
    await start({ dataDir, mode: 'clinic', backups, notify: (it) => said.push(it) });
    const list = () => jobsOf({ dataDir }, (it) => it.list({ limit: 99 }));
    await expect
      .poll(async () => (await list())?.find(({ kind }) => kind === 'backup')?.reason)
      .toBe('Error (EEXIST)');
    expect(said.filter((it) => it.startsWith('The backup could not be made.'))).toHaveLength(1);
    await expect.poll(async () => (await list())?.find(({ kind }) => kind === 'seal')?.state).toBe('done');
  });
});
