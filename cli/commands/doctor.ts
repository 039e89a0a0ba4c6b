import { Command } from 'commander';
import { checkLine } from '../check-text.ts';
import { addSettings, settingsSources } from '../service-settings.ts';

interface Options extends Readonly<Record<string, unknown>> {
  readonly json?: true;
}

export const doctorCommand = (): Command =>
  addSettings(new Command('doctor'), ['host', 'port', 'dataDir'])
    .summary('how the running service does')
    .description(
      'Looks at the settings, the disk and the data, and asks the service that runs with these settings.\n' +
        'Ends with 0 where nothing is wrong, else with 2. Nothing is changed.',
    )
    .option('--json', 'what was found as JSON')
    .action(run);

async function run(options: Options): Promise<void> {
  const { effectiveSettings, examine } = await import('../../server/index.ts');
  const checks = await examine(effectiveSettings(settingsSources(options)));
  const text = options.json ? JSON.stringify({ checks }, undefined, 1) : checks.map(checkLine).join('\n');
  process.stdout.write(`${text}\n`);
  if (checks.some(({ state }) => state === 'wrong')) process.exitCode = 2;
}
