import { join } from 'node:path';
import Type from 'typebox';
import { describe, expect, it } from 'vitest';
import { doctorCommand } from '../../cli/commands/doctor.ts';
import { jobsCommand } from '../../cli/commands/jobs.ts';
import { workerCommand } from '../../cli/commands/worker.ts';
import { JobFailure, jobKind } from '../../server/jobs/index.ts';
import { sqliteJobQueue } from '../../server/jobs/sqlite/sqlite-job-queue.ts';
import { work } from '../../server/jobs/work.ts';
import { commandHere } from '../support/command-here.ts';
import { temporaryFolder } from '../support/command-line.ts';

const folder = temporaryFolder();

describe('attune jobs', () => {
  it('says that there are none where there never was one', async () => {
    const ran = await commandHere(jobsCommand(), '--data', join(folder, 'none'));
    expect(ran).toEqual({ code: 0, out: 'There are no such jobs.\n', err: '' });
  });

  it('lists them without whose they are, beside the service, and has a failed one tried again', async () => {
    const queue = sqliteJobQueue({ file: join(folder, 'jobs.sqlite'), isWorker: true });
    const refused = new JobFailure('the disk is full', { isFinal: true });
    const kind = jobKind({
      ...{ name: 'copying', version: 1, input: Type.Object({ client: Type.String() }) },
      run: () => Promise.reject(refused),
    });
    const id = await queue.put(kind, { client: 'anna' });
    const worker = work(queue, { kinds: [kind], idleMs: 10 });
    await expect.poll(async () => (await queue.find('copying', id))?.state).toBe('failed');
    await worker.stop(0);
    const { out } = await commandHere(jobsCommand(), '--data', folder);
    expect(out).toMatch(new RegExp(`^copying +${id} +failed +1 tries .* the disk is full\n$`));
    const { out: json } = await commandHere(jobsCommand(), '--data', folder, '--json', '--state', 'failed');
    expect(JSON.parse(json)).toMatchObject({ jobs: [{ id, state: 'failed' }] });
    expect(out + json).not.toContain('anna');
    const examined = await commandHere(doctorCommand(), '--data', folder, '--port', '9');
    expect(examined.out).toMatch(/jobs +0 wait, 0 run, 1 have failed\. Look: attune jobs/);
    const unknown = await commandHere(jobsCommand(), 'retry', 'x', '--data', folder);
    expect(unknown).toMatchObject({
      code: 2,
      err: expect.stringContaining('No failed job has the id x') as string,
    });
    expect((await commandHere(jobsCommand(), 'retry', id, '--data', folder)).out).toBe(
      '1 will be tried again.\n',
    );
    expect(await queue.find('copying', id)).toMatchObject({ state: 'waiting' });
    await queue.close();
  });
});

describe('attune worker', () => {
  it.each([
    [[], 'There is no queue to work on'],
    [['--queue', 'postgres://attune@127.0.0.1:1/none'], 'Name the folder for what jobs make'],
    [['--queue', 'mysql://x'], '--queue must be an address'],
    [['--at-once', '0'], '--at-once must be a whole number'],
  ] as const)('%j is refused with what to do', async (args, message) => {
    const ran = await commandHere(workerCommand(), ...args);
    expect(ran).toMatchObject({ code: 2, err: expect.stringContaining(message) as string });
  });
});
