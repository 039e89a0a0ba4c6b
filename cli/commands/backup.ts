import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { BadInput } from '../bad-input.ts';
import { addSettings, settingsSources } from '../service-settings.ts';

interface Options extends Readonly<Record<string, unknown>> {
  readonly to: string;
  readonly withKey?: true;
}

export const backupCommand = (): Command =>
  addSettings(new Command('backup'), ['dataDir'])
    .summary('put all that is kept into one file')
    .description(
      'Writes the session log, the list of music and the music itself into one gzipped tar,\n' +
        'with a manifest of hashes. ' +
        'The service may run and take events meanwhile: what it had acknowledged before is in it.\n' +
        'A log in PostgreSQL (ATTUNE_DATABASE_URL) is put into the same kind of file.\n' +
        'A personal one has everything in plain: keep it as you keep the folder itself. Of a clinic, sessions are\n' +
        'encrypted in it, and the key is not in it: keep that elsewhere.',
    )
    .requiredOption('--to <file>', 'the file to be made; it must not be there yet')
    .option(
      '--with-key',
      'put the key in as well that clients’ keys are locked with: then it is all in plain',
    )
    .action(run);

async function run({ to, withKey, ...options }: Options): Promise<void> {
  const { BackupError, makeBackup, masterKeyFileIn, readSettings, SettingsError, snapshotPostgres } =
    await import('../../server/index.ts');
  try {
    const { dataDir, databaseUrl, keyFile } = readSettings(settingsSources(options));
    const bar = new SingleBar({ format: '{bar} {percentage} %', hideCursor: true, clearOnComplete: true });
    bar.start(100, 0);
    const ending = new AbortController();
    const end = () => ending.abort(new BackupError('failed', 'It was stopped, and nothing was made.'));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
    const onShare = (share: number) => bar.update(Math.round(share * 100));
    const manifest = await makeBackup({
      ...{ folder: dataDir, to, onShare, signal: ending.signal },
      ...(withKey && { keyFile: keyFile ?? masterKeyFileIn(dataDir) }),
      ...(databaseUrl !== undefined && { snapshot: snapshotPostgres(databaseUrl) }),
    }).finally(() => bar.stop());
    const bytes = manifest.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
    process.stdout.write(
      `${to}: ${manifest.files.length} files, ${(bytes / 1e6).toFixed(1)} MB before packing, ` +
        `as of ${new Date(manifest.madeAtMs).toISOString()}\n`,
    );
  } catch (failure) {
    if (failure instanceof BackupError || failure instanceof SettingsError)
      throw new BadInput(failure.message.replaceAll('\n', '\nattune: '), { cause: failure });
    throw failure;
  }
}
