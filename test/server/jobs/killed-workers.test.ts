import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { heldKind } from '../../../bench/jobs/worker-process.ts';
import { postgresJobQueue, type JobQueue } from '../../../server/jobs/index.ts';
import { sqliteJobQueue } from '../../../server/jobs/sqlite/sqlite-job-queue.ts';
import { work } from '../../../server/jobs/work.ts';
import { temporaryFolder } from '../../support/command-line.ts';
import { newPostgresDatabase } from '../../support/postgres-database.ts';

const folder = temporaryFolder();
let journals = 0;
const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

const startWorker = (place: string, journal: string): ChildProcess => {
  const script = 'bench/jobs/worker-process.ts';
  const child = spawn(process.execPath, ['--import', 'tsx', script, place, journal, '1'], {
    stdio: 'inherit',
  });
  opened.push(() => end(child, 'SIGKILL'));
  return child;
};
const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
};
const newJournal = () => join(folder, `journal-${(journals += 1)}`);
const linesOf = (journal: string) => (existsSync(journal) ? readFileSync(journal, 'utf8').split('\n') : []);
const stateOf = async (queue: JobQueue, id: string) => (await queue.find('held', id))?.state;

describe('a worker that is killed in the middle', () => {
  it('has its job done by another one, once, on PostgreSQL', async () => {
    const url = await newPostgresDatabase();
    const journal = newJournal();
    const kind = heldKind(journal);
    const queue = postgresJobQueue({ url, lostAfterS: 1, retryDelayS: 1 });
    opened.push(() => queue.close());
    const id = await queue.put(kind, { n: 7, held: true });
    const child = startWorker(url, journal);
    await expect.poll(() => linesOf(journal)).toContain('begun 7');
    await end(child, 'SIGKILL');
    expect(await stateOf(queue, id)).toBe('running');
    writeFileSync(`${journal}.go`, '');
    const other = work(queue, { kinds: [kind], idleMs: 50, keepMs: 200 });
    opened.push(() => other.stop(0));
    await expect.poll(() => stateOf(queue, id)).toBe('done');
    expect(linesOf(journal).filter((line) => line !== '')).toEqual(['begun 7', 'begun 7', 'ended 7']);
    expect(await queue.find('held', id)).toMatchObject({ attempts: 2, result: { square: 49 } });
  });

  it('has its job, and those that wait, done after the next start, on SQLite', async () => {
    const file = join(folder, 'jobs.sqlite');
    const journal = newJournal();
    const kind = heldKind(journal);
    const before = sqliteJobQueue({ file, isWorker: false });
    const ids = await Promise.all([1, 2, 3].map((n) => before.put(kind, { n, held: true })));
    await before.close();
    const child = startWorker(file, journal);
    await expect.poll(() => linesOf(journal)).toContain('begun 1');
    await end(child, 'SIGKILL');
    writeFileSync(`${journal}.go`, '');
    const queue = sqliteJobQueue({ file, isWorker: true });
    const worker = work(queue, { kinds: [kind], idleMs: 20 });
    opened.push(
      () => queue.close(),
      () => worker.stop(0),
    );
    for (const id of ids) await expect.poll(() => stateOf(queue, id)).toBe('done');
    expect(await queue.find('held', ids[0]!)).toMatchObject({ attempts: 2, result: { square: 1 } });
    for (const n of [1, 2, 3])
      expect(linesOf(journal).filter((line) => line === `ended ${n}`)).toHaveLength(1);
  });

  it('gives back what it has begun when it is told to end', async () => {
    const url = await newPostgresDatabase();
    const journal = newJournal();
    const queue = postgresJobQueue({ url, lostAfterS: 600 });
    opened.push(() => queue.close());
    const id = await queue.put(heldKind(journal), { n: 5, held: true });
    const child = startWorker(url, journal);
    await expect.poll(() => linesOf(journal)).toContain('begun 5');
    // The job itself does not heed it: it ends with its process.
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await expect.poll(() => stateOf(queue, id)).toBe('waiting');
    writeFileSync(`${journal}.go`, '');
    expect(await exited).toEqual([0, null]);
    expect(await queue.find('held', id)).toMatchObject({ state: 'waiting', attempts: 0 });
  });
});
