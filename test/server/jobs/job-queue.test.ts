import { join } from 'node:path';
import Type from 'typebox';
import { afterEach, describe, expect, it } from 'vitest';
import {
  JobFailure,
  jobKind,
  work,
  type JobKind,
  type JobQueue,
  type Work,
} from '../../../server/jobs/index.ts';
import { postgresJobQueue } from '../../../server/jobs/boss/postgres-job-queue.ts';
import { sqliteJobQueue } from '../../../server/jobs/sqlite/sqlite-job-queue.ts';
import { temporaryFolder } from '../../support/command-line.ts';
import { newPostgresDatabase } from '../../support/postgres-database.ts';

const folder = temporaryFolder();
let files = 0;

/** Opens queues in one place; the first works there. */
type Place = () => JobQueue;

const places: readonly (readonly [string, () => Promise<Place>])[] = [
  [
    'SQLite',
    () => {
      const file = join(folder, `jobs-${(files += 1)}.sqlite`);
      let isFirst = true;
      return Promise.resolve(() => {
        const isWorker = isFirst;
        isFirst = false;
        return sqliteJobQueue({ file, isWorker, retryDelayMs: 1 });
      });
    },
  ],
  [
    'PostgreSQL',
    async () => {
      const url = await newPostgresDatabase();
      return () => postgresJobQueue({ url, lostAfterS: 1, retryDelayS: 1 });
    },
  ],
];

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const it of opened.splice(0).reverse()) await it.close();
});

const Sum = Type.Object({ a: Type.Number(), b: Type.Number() });
const sum = (more: Partial<JobKind<typeof Sum>> = {}): JobKind =>
  jobKind({
    name: 'sum',
    version: 1,
    input: Sum,
    run: ({ a, b }) => Promise.resolve({ sum: a + b }),
    ...more,
  });

describe.each(places)('a queue of jobs on %s', (_name, newPlace) => {
  const openQueue = async (place?: Place): Promise<JobQueue> => {
    const queue = (place ?? (await newPlace()))();
    opened.push(queue);
    return queue;
  };
  const working = (queue: JobQueue, kinds: readonly JobKind[], atOnce = 1): Work => {
    const begun = work(queue, { kinds, atOnce, idleMs: 20, keepMs: 100 });
    opened.push({ close: () => begun.stop(0) });
    return begun;
  };
  const stateOf = async (queue: JobQueue, id: string, kind = 'sum') => (await queue.find(kind, id))?.state;

  it('has one job for one address, whatever order its input is in, and does it once', async () => {
    const queue = await openQueue();
    let runs = 0;
    const kind = sum({
      run: ({ a, b }) => {
        runs += 1;
        return Promise.resolve({ sum: a + b });
      },
    });
    const id = await queue.put(kind, { a: 1, b: 2 });
    expect(await queue.put(kind, { b: 2, a: 1 })).toBe(id);
    expect(await queue.find('sum', id)).toMatchObject({
      state: 'waiting',
      attempts: 0,
      input: { a: 1, b: 2 },
    });
    working(queue, [kind]);
    await expect.poll(() => stateOf(queue, id)).toBe('done');
    expect(await queue.find('sum', id)).toMatchObject({ result: { sum: 3 }, attempts: 1 });
    expect(await queue.put(kind, { a: 1, b: 2 })).toBe(id);
    expect(await stateOf(queue, id)).toBe('done');
    expect(runs).toBe(1);
  });

  it('has another job for another version, config or input', async () => {
    const queue = await openQueue();
    const kinds = [sum(), sum({ version: 2 }), sum({ config: { base: 10 } }), sum({ name: 'total' })];
    const ids = await Promise.all(kinds.map((kind) => queue.put(kind, { a: 1, b: 2 })));
    expect(new Set([...ids, await queue.put(sum(), { a: 1, b: 3 })]).size).toBe(5);
    await expect(queue.put(sum(), { a: 'one' })).rejects.toThrow(RangeError);
  });

  it('hands each job to one of two queues that race for it, of whichever put it', async () => {
    const place = await newPlace();
    const [one, other] = [await openQueue(place), await openQueue(place)];
    await one.put(sum(), { a: -1, b: 0 });
    const count = 120;
    const puts = Array.from({ length: count }, (_, a) =>
      [one, other].map((queue) => queue.put(sum(), { a, b: 0 })),
    );
    const ids = await Promise.all(puts.flat());
    expect(new Set(ids).size).toBe(count);
    const taken: string[] = [];
    const takeAll = async (queue: JobQueue) => {
      for (let job = await queue.take([sum()]); job; job = await queue.take([sum()])) taken.push(job.id);
    };
    await Promise.all([takeAll(one), takeAll(other), takeAll(one), takeAll(other)]);
    expect(taken).toHaveLength(count + 1);
    expect(new Set(taken).size).toBe(count + 1);
  });

  it('tries what fails again, keeps it with a reason that tells nothing, and goes on with others', async () => {
    const queue = await openQueue();
    let isMended = false;
    const kind = sum({
      attempts: 2,
      run: ({ a, b }) => {
        if (a === 13 && !isMended) throw Object.assign(new Error("Anna's file is full"), { code: 'ENOSPC' });
        return Promise.resolve(a + b);
      },
    });
    const poisoned = await queue.put(kind, { a: 13, b: 0 });
    const others = await Promise.all([1, 2, 3].map((a) => queue.put(kind, { a, b: 0 })));
    working(queue, [kind]);
    await expect.poll(() => stateOf(queue, poisoned)).toBe('failed');
    for (const id of others) expect(await stateOf(queue, id)).toBe('done');
    expect(await queue.find('sum', poisoned)).toMatchObject({ attempts: 2, reason: 'Error (ENOSPC)' });
    expect(await queue.counts()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'sum', state: 'failed', jobs: 1 }),
        expect.objectContaining({ kind: 'sum', state: 'done', jobs: 3 }),
      ]),
    );
    expect((await queue.list({ limit: 9, state: 'failed' })).map(({ id }) => id)).toEqual([poisoned]);
    isMended = true;
    expect(await queue.retry('sum', poisoned)).toBe(true);
    await expect.poll(() => stateOf(queue, poisoned)).toBe('done');
    expect(await queue.retry('sum', poisoned)).toBe(false);
  });

  it('does not try again what would fail again, nor what another version has put', async () => {
    const queue = await openQueue();
    const refusing = sum({
      run: () => Promise.reject(new JobFailure('the consent has ended', { isFinal: true })),
    });
    const id = await queue.put(refusing, { a: 1, b: 1 });
    const before = sum({ name: 'grown' });
    const grown = jobKind({ ...before, input: Type.Object({ c: Type.String() }) });
    const old = await queue.put(before, { a: 1, b: 1 });
    working(queue, [refusing, grown]);
    await expect.poll(() => stateOf(queue, id)).toBe('failed');
    await expect.poll(() => stateOf(queue, old, 'grown')).toBe('failed');
    expect(await queue.find('sum', id)).toMatchObject({ attempts: 1, reason: 'the consent has ended' });
  });

  it('says how far a job is, and hands it back untried when its worker ends', async () => {
    const place = await newPlace();
    const queue = await openQueue(place);
    let aborted: unknown;
    const long = sum({
      run: (_input, { signal, onShare }) => {
        onShare(0.25);
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted = signal.reason;
            reject(new Error('ended'));
          });
        });
      },
    });
    const id = await queue.put(long, { a: 1, b: 1 });
    const worker = working(queue, [long]);
    await expect.poll(async () => (await queue.find('sum', id))?.share).toBe(0.25);
    await worker.stop(0);
    expect(aborted).toBeInstanceOf(JobFailure);
    expect(await queue.find('sum', id)).toMatchObject({ state: 'waiting', attempts: 0 });
    working(queue, [sum()]);
    await expect.poll(() => stateOf(queue, id)).toBe('done');
    expect(await queue.find('sum', id)).toMatchObject({ attempts: 1 });
  });

  it('finishes what is under way when there is patience for it', async () => {
    const queue = await openQueue();
    let finish: (() => void) | undefined;
    const kind = sum({ run: () => new Promise((resolve) => (finish = () => resolve('whole'))) });
    const id = await queue.put(kind, { a: 1, b: 1 });
    const worker = working(queue, [kind]);
    await expect.poll(() => finish).toBeDefined();
    const stopped = worker.stop(600_000);
    finish!();
    await stopped;
    expect(await queue.find('sum', id)).toMatchObject({ state: 'done', result: 'whole' });
  });

  it('forgets what is removed', async () => {
    const queue = await openQueue();
    const id = await queue.put(sum(), { a: 1, b: 1 });
    await queue.remove('sum', id);
    expect(await queue.find('sum', id)).toBeUndefined();
  });
});

describe('postgresJobQueue', () => {
  it('takes jobs of many new kinds from several queues at once, in a new database', async () => {
    const url = await newPostgresDatabase();
    const queues = [1, 2, 3].map(() => postgresJobQueue({ url }));
    opened.push(...queues);
    const kinds = Array.from({ length: 8 }, (_, i) => sum({ name: `kind-${i}` }));
    const puts = kinds.flatMap((kind) => queues.map((queue) => queue.put(kind, { a: 1, b: 2 })));
    expect(new Set(await Promise.all(puts)).size).toBe(kinds.length);
  });

  it('hands on what a worker took and no longer keeps, and lets a late one change nothing', async () => {
    const url = await newPostgresDatabase();
    const [lost, next] = [1, 2].map(() => postgresJobQueue({ url, lostAfterS: 1, retryDelayS: 1 })) as [
      JobQueue,
      JobQueue,
    ];
    opened.push(lost, next);
    const id = await lost.put(sum(), { a: 1, b: 2 });
    const held = (await lost.take([sum()]))!;
    const worker = work(next, { kinds: [sum()], idleMs: 50, keepMs: 100 });
    opened.push({ close: () => worker.stop(0) });
    await expect.poll(async () => (await next.find('sum', id))?.state).toBe('done');
    expect(await lost.keep(held, 0.5)).toBe(false);
    await lost.done(held, { sum: 'late' });
    expect(await next.find('sum', id)).toMatchObject({ state: 'done', result: { sum: 3 }, attempts: 2 });
  });

  it('does not hand on what is kept, however long it takes', async () => {
    const url = await newPostgresDatabase();
    const queue = postgresJobQueue({ url, lostAfterS: 1, retryDelayS: 1 });
    opened.push(queue);
    const canary = sum({ name: 'canary' });
    const id = await queue.put(sum(), { a: 1, b: 2 });
    let runs = 0;
    let finish: (() => void) | undefined;
    const kind = sum({
      run: () => {
        runs += 1;
        return new Promise((resolve) => (finish = () => resolve(runs)));
      },
    });
    const worker = work(queue, { kinds: [kind], atOnce: 2, idleMs: 50, keepMs: 100 });
    opened.push({ close: () => worker.stop(0) });
    await expect.poll(() => finish).toBeDefined();
    // One that is taken later, and not kept, is handed on: so much time has passed.
    const lost = await queue.put(canary, { a: 0, b: 0 });
    await queue.take([canary]);
    await expect.poll(async () => (await queue.find('canary', lost))?.state).toBe('waiting');
    finish!();
    await expect.poll(async () => (await queue.find('sum', id))?.state).toBe('done');
    expect(runs).toBe(1);
  });
});
