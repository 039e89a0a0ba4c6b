import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { MovedTable, MoveOptions } from '../../server/index.ts';
import { BadInput } from '../bad-input.ts';
import { table } from '../table.ts';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly json?: true;
}

export const moveCommand = (): Command =>
  new Command('move')
    .summary('move all that a service keeps in its database to another one')
    .description(
      'Copies the database of a data folder to PostgreSQL, or back, or between two of a kind, and compares\n' +
        'the two row by row at the end. Stop Attune first. Broken off, the same command goes on from where it\n' +
        'was. The source stays as it is. What to choose, and how to set it up: docs/databases.md.',
    )
    .requiredOption('--from <place>', 'data folder, or postgresql://user@host/database')
    .requiredOption('--to <place>', 'the same; made if it is a folder, and without other data')
    .option('--json', 'print what was moved as JSON')
    .action(run);

async function run({ from, to, json }: Options): Promise<void> {
  // Loaded when it is asked for: the other commands need no service.
  const { moveData, MoveError, StartError, StoreError } = await import('../../server/index.ts');
  try {
    const moved = await moveData({ from, to, ...progress() });
    process.stdout.write(json ? `${JSON.stringify(moved, undefined, 2)}\n` : movedText(moved));
    if (!json && existsSync(join(from, 'music')))
      process.stdout.write(`Music of your own is in files: it stays in ${join(from, 'music')}.\n`);
  } catch (failure) {
    if (failure instanceof MoveError || failure instanceof StartError || failure instanceof StoreError)
      throw new BadInput(failure.message, { cause: failure });
    throw failure;
  }
}

const movedText = (moved: readonly MovedTable[]): string => {
  const line = ({ name, rows, copied, hash }: MovedTable) =>
    [name, `${rows} rows, ${copied} copied now, the same on both sides (${hash.slice(0, 16)})`] as const;
  return `${table(moved.map(line))}\n`;
};

const STEPS = { copy: 'copied', check: 'compared' } as const;

/** A bar on standard error, where somebody watches. */
function progress(): Pick<MoveOptions, 'onProgress'> {
  if (!process.stderr.isTTY) return {};
  const bar = new SingleBar({
    format: '{step} {bar} {percentage} %  {eta_formatted}',
    hideCursor: true,
    clearOnComplete: true,
  });
  let current = '';
  return {
    onProgress: (step, done, total) => {
      if (step !== current) bar.start(total, 0, { step: STEPS[step] });
      current = step;
      bar.update(done);
      if (done === total) bar.stop();
    },
  };
}
