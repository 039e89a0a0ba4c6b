import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as passing } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import Type from 'typebox';
import { jobKind, postgresJobQueue, work, type JobKind, type JobQueue } from '../server/jobs/index.ts';
import { LOST_S } from '../server/jobs/job-queue.ts';
import { sqliteJobQueue } from '../server/jobs/sqlite/sqlite-job-queue.ts';
import { startPostgres, type PostgresServer } from '../test/support/postgres-server.ts';
import { heldKind } from './jobs/worker-process.ts';

/**
 * Jobs: seconds until a job whose worker was killed is done by another one (bar: 60), jobs that two queues put and take
 * at once (bar: one result each), and jobs a second. `npx tsx bench/jobs.ts [kills] [races]`
 */
const [kills = 3, races = 1000] = process.argv.slice(2).map(Number);

const folder = mkdtempSync(join(tmpdir(), 'attune-jobs-'));
const script = fileURLToPath(new URL('jobs/worker-process.ts', import.meta.url));

const newDatabase = async (server: PostgresServer, name: string): Promise<string> => {
  const client = new pg.Client(server.url('postgres'));
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.url(name);
};

const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await passing(20);
};

/** As it is run: nothing is shortened. */
const secondsUntilRedelivered = async (url: string, n: number): Promise<number> => {
  const journal = join(folder, `journal-${n}`);
  const queue = postgresJobQueue({ url });
  const kind = heldKind(journal);
  const id = await queue.put(kind, { n, held: true });
  const child = spawn(process.execPath, ['--import', 'tsx', script, url, journal, String(LOST_S)]);
  await until(() => existsSync(journal) && readFileSync(journal, 'utf8').includes(`begun ${n}`));
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  const killedAt = performance.now();
  writeFileSync(`${journal}.go`, '');
  const other = work(queue, { kinds: [kind] });
  await until(async () => (await queue.find('held', id))?.state === 'done');
  const seconds = (performance.now() - killedAt) / 1000;
  await other.stop(0);
  await queue.close();
  return seconds;
};

const squareKind = (ran: number[]): JobKind =>
  jobKind({
    name: 'square',
    version: 1,
    input: Type.Object({ n: Type.Integer() }),
    run: ({ n }) => {
      ran.push(n);
      return Promise.resolve({ square: n * n });
    },
  });

interface Raced {
  readonly jobs: number;
  readonly runs: number;
  readonly wrong: number;
  readonly jobsPerSecond: number;
}

/** Every address is put by each of the queues, while the workers of each take. */
const race = async (queues: readonly JobQueue[]): Promise<Raced> => {
  const ran: number[] = [];
  const kind = squareKind(ran);
  const begunAt = performance.now();
  const workers = queues.map((queue) => work(queue, { kinds: [kind], atOnce: 2, idleMs: 20 }));
  const puts = queues.map(async (queue) => {
    const ids = new Set<string>();
    for (let n = 0; n < races; n += 1) ids.add(await queue.put(kind, { n }));
    return ids;
  });
  const ids = new Set((await Promise.all(puts)).flatMap((it) => [...it]));
  await until(async () => {
    const counts = await queues[0]!.counts();
    return counts.find(({ kind, state }) => kind === 'square' && state === 'done')?.jobs === races;
  });
  const seconds = (performance.now() - begunAt) / 1000;
  let wrong = 0;
  for (const id of ids) {
    const job = await queues[0]!.find('square', id);
    const { n } = job!.input as { readonly n: number };
    if (JSON.stringify(job!.result) !== JSON.stringify({ square: n * n })) wrong += 1;
  }
  for (const worker of workers) await worker.stop(0);
  return { jobs: ids.size, runs: ran.length, wrong, jobsPerSecond: races / seconds };
};

const printRaced = (where: string, { jobs, runs, wrong, jobsPerSecond }: Raced): void => {
  const rate = `${jobsPerSecond.toFixed(0)} jobs/s, put twice each, taken and done`;
  console.log(`${where}: ${races} raced for: ${jobs} jobs, ${runs} runs, ${wrong} results wrong; ${rate}`);
};

const server = await startPostgres({ durable: true });
try {
  const url = await newDatabase(server, 'jobs');
  const seconds: number[] = [];
  for (let n = 0; n < kills; n += 1) seconds.push(await secondsUntilRedelivered(url, n));
  const each = seconds.map((it) => it.toFixed(1)).join(', ');
  console.log(
    `worker killed: done by another one after ${each} s; the worst ${Math.max(...seconds).toFixed(1)} s (bar 60)`,
  );
  const two = [1, 2].map(() => postgresJobQueue({ url }));
  printRaced('PostgreSQL, two queues', await race(two));
  for (const queue of two) await queue.close();
  const file = sqliteJobQueue({ file: join(folder, 'jobs.sqlite'), isWorker: true });
  printRaced('SQLite, one queue', await race([file, file]));
  await file.close();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
