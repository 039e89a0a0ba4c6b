import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import type { DataVerdict } from '../../server/index.ts';
import { BadInput } from '../bad-input.ts';
import { proofText } from '../proof-text.ts';
import { verdictText, type Found } from '../verdict-text.ts';

interface Options {
  readonly data?: string;
  readonly head?: string;
  readonly key?: string;
  readonly proof?: string;
  readonly json?: true;
}

export const verifyCommand = (): Command =>
  new Command('verify')
    .summary('check that nothing in the session log was changed or lost')
    .description(
      "Checks each session's hash chain, the hourly seals and what was deleted, and names the first place of each\n" +
        'session that does not hold. Reads only, also while Attune runs. Ends with 1 where anything does not hold.\n' +
        'A log in PostgreSQL is found by ATTUNE_DATABASE_URL, as the service finds it.',
    )
    .option('--data <folder>', 'a folder with a log in a file; else as `attune serve` has it')
    .option('--head <text>', 'a head that you printed or noted: the log must still contain its seal')
    .option(
      '--key <file>',
      'of a clinic: the key that clients’ keys are locked with; else as `attune serve` has it',
    )
    .option('--proof <file>', 'a proof that somebody was forgotten: whether it is of this service, and holds')
    .option('--json', 'as JSON')
    .action(run);

async function run({ data, head, key, proof, json }: Options): Promise<void> {
  const { headRead, printedHead, readSettings, StoreError, verifyData } =
    await import('../../server/index.ts');
  const settings = () => readSettings({ env: process.env, platform: process.platform, home: homedir() });
  const { dataDir, databaseUrl, keyFile } =
    data !== undefined && data !== ''
      ? { dataDir: data, databaseUrl: undefined, keyFile: process.env['ATTUNE_KEY_FILE'] }
      : settings();
  if (proof !== undefined) return runProof(dataDir, { proof, ...(json && { json }) });
  const place = { dataDir, databaseUrl, keyFile: key ?? keyFile };
  const noted = head === undefined ? undefined : headRead(head);
  if (head !== undefined && noted === undefined)
    throw new BadInput(`--head must be the 64 digits (0-9, a-f) of a head, not "${head.slice(0, 80)}"`);
  const progress = progressBar();
  let verdict: DataVerdict;
  try {
    verdict = await verifyData(place, progress.show);
  } catch (error) {
    if (error instanceof StoreError) throw new BadInput(error.message, { cause: error });
    throw error;
  } finally {
    progress.stop();
  }
  const seal = verdict.seals.find(({ hash }) => hash === noted);
  const isHeadMissing = noted !== undefined && !seal;
  if (verdict.faults.length > 0 || isHeadMissing) process.exitCode = 1;
  const last = verdict.seals.at(-1);
  const found: Found = {
    verdict,
    ...(noted !== undefined && { noted: seal?.number ?? 'missing' }),
    ...(last && { head: printedHead(last.hash) }),
  };
  process.stdout.write(json ? `${JSON.stringify(asJson(found), undefined, 1)}\n` : verdictText(found));
}

/** Ends with 1 where the proof does not hold. */
async function runProof(dataDir: string, { proof, json }: { readonly proof: string; readonly json?: true }) {
  const { proofRead, StoreError, verifyProofData } = await import('../../server/index.ts');
  let text: string;
  try {
    text = readFileSync(proof, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BadInput(`${proof} cannot be read (${code}): name the file of the proof`, { cause: error });
  }
  const read = proofRead(text);
  if (!read) throw new BadInput(`${proof} is no proof of Attune that somebody was forgotten`);
  try {
    const faults = await verifyProofData(dataDir, read);
    if (faults.length > 0) process.exitCode = 1;
    process.stdout.write(json ? `${JSON.stringify({ faults })}\n` : proofText(read, faults));
  } catch (error) {
    if (error instanceof StoreError) throw new BadInput(error.message, { cause: error });
    throw error;
  }
}

const asJson = ({ verdict: { seals, ...verdict }, ...found }: Found) => ({
  ...verdict,
  seals: seals.length,
  ...found,
});

/** On a terminal, and only where there is much to read. */
function progressBar() {
  const bar = new SingleBar({
    format: '{bar} {value} of {total} events',
    stream: process.stderr,
    noTTYOutput: false,
    hideCursor: true,
  });
  const LONG_EVENTS = 20_000;
  let isShown = false;
  return {
    show: (done: number, all: number): void => {
      if (all < LONG_EVENTS) return;
      if (!isShown) bar.start(all, 0);
      isShown = true;
      bar.update(Math.min(done, all));
    },
    stop: (): void => {
      if (isShown) bar.stop();
    },
  };
}
