import { Command } from 'commander';
import { BadInput } from '../bad-input.ts';

export const restoreCommand = (): Command =>
  new Command('restore')
    .summary('put a backup into an empty folder')
    .description(
      'Unpacks a backup, holds every file against its manifest, and only then puts it in place: all or nothing.\n' +
        'The folder must be empty or not there yet, and no service may run on it.',
    )
    .argument('<file>', 'what attune backup has made')
    .requiredOption('--data <folder>', 'the data folder to be')
    .action(run);

async function run(file: string, { data }: { readonly data: string }): Promise<void> {
  const { BackupError, restoreData, StartError } = await import('../../server/index.ts');
  try {
    const { files, madeAtMs, version } = await restoreData(file, data);
    process.stdout.write(
      `${data}: ${files.length} files, each as its manifest says, as of ${new Date(madeAtMs).toISOString()} ` +
        `(Attune ${version}). Start it: attune serve --data ${data}\n`,
    );
  } catch (failure) {
    if (failure instanceof BackupError || failure instanceof StartError)
      throw new BadInput(failure.message, { cause: failure });
    throw failure;
  }
}
