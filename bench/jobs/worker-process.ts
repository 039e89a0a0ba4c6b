import { appendFileSync, existsSync } from 'node:fs';
import { setTimeout as passing } from 'node:timers/promises';
import Type from 'typebox';
import { jobKind, postgresJobQueue, work } from '../../server/jobs/index.ts';
import { sqliteJobQueue } from '../../server/jobs/sqlite/sqlite-job-queue.ts';

/**
 * A worker to be killed: `worker-process.ts <queue> <journal> <lostAfterS>`. Each run of a job is a line of the journal
 * when it begins and one when it ends; one that is `held` goes on until there is a file `<journal>.go`.
 */
export const heldKind = (journal: string) =>
  jobKind({
    name: 'held',
    version: 1,
    input: Type.Object({ n: Type.Integer(), held: Type.Boolean() }),
    run: async ({ n, held }) => {
      appendFileSync(journal, `begun ${n}\n`);
      while (held && !existsSync(`${journal}.go`)) await passing(20);
      appendFileSync(journal, `ended ${n}\n`);
      return { square: n * n };
    },
  });

const [place, journal, lostAfterS] = process.argv.slice(2);
if (place !== undefined && journal !== undefined && process.argv[1]?.includes('worker-process')) {
  const queue = place.startsWith('postgres')
    ? postgresJobQueue({ url: place, lostAfterS: Number(lostAfterS), retryDelayS: 1 })
    : sqliteJobQueue({ file: place, isWorker: true });
  const worker = work(queue, { kinds: [heldKind(journal)], ...(lostAfterS === '1' && { keepMs: 200 }) });
  const staying = setInterval(() => undefined, 60_000);
  process.once('SIGTERM', () => {
    clearInterval(staying);
    void worker.stop(0).then(() => queue.close());
  });
}
