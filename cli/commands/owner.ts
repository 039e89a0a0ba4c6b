import { Command } from 'commander';
import { BadInput } from '../bad-input.ts';
import { addSettings, settingsSources } from '../service-settings.ts';

interface Options extends Readonly<Record<string, unknown>> {
  readonly url?: string;
}

export const ownerCommand = (): Command =>
  new Command('owner')
    .summary("let a clinic's first owner in, or an account begin anew")
    .description('For whoever is at the machine of the service, while the service does not run.')
    .addCommand(
      addSettings(new Command('add'), ['dataDir'])
        .summary('print a link that is good once')
        .description(
          'Prints a link by which this person becomes an owner; where the account is there already, one by which it\n' +
            'begins anew with a new password or passkey. Give it to that person alone.',
        )
        .argument('<name>', 'what the person signs in by: an e-mail address, or any name')
        .option('--url <address>', 'where people find the service, such as https://attune.clinic.example')
        .action(run),
    );

async function run(name: string, options: Options): Promise<void> {
  const { ownerLink, readSettings, StartError, StoreError } = await import('../../server/index.ts');
  try {
    const { port, dataDir, databaseUrl } = readSettings(settingsSources(options));
    const address = addressOf(options.url ?? `http://localhost:${port}`);
    if (!/^[^\p{Cc}]{1,100}$/u.test(name.trim()))
      throw new BadInput('The name must have 1 to 100 characters in one line.');
    const { kind, token, endsAtMs } = await ownerLink({
      ...{ dataDir, signInName: name, clock: Date.now },
      ...(databaseUrl !== undefined && { databaseUrl }),
    });
    const until = new Date(endsAtMs).toISOString().slice(0, 16).replace('T', ' ');
    const what = kind === 'invitation' ? 'becomes an owner' : 'sets a new password or passkey';
    process.stdout.write(`${address}/#/invitation/${token}\n`);
    process.stderr.write(`With this link ${name.trim()} ${what}. It is good once, until ${until} UTC.\n`);
  } catch (failure) {
    if (failure instanceof StartError || failure instanceof StoreError || failure instanceof RangeError)
      throw new BadInput(failure.message, { cause: failure });
    throw failure;
  }
}

function addressOf(text: string): string {
  const isAddress = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (isAddress) return text.replace(/\/+$/, '');
  throw new BadInput(`--url must be an address such as https://attune.clinic.example, not "${text}".`);
}
