import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError, Option } from 'commander';
import { FAULT_NAMES, type FaultName } from '../../devices/index.ts';
import {
  arousalEstimatorOf,
  AROUSAL_ESTIMATORS,
  inputsOf,
  PROTOCOLS,
  type EngineParts,
  type InputEvent,
  type SessionEvent,
} from '../../engine/index.ts';
import { stretch, wholeNumber } from '../arguments.ts';
import { lineOutput, type LineOutput } from '../line-output.ts';
import { namedPolicy, POLICY_HELP } from '../named-policy.ts';
import { namedProtocol } from '../protocol-file.ts';
import { readingOf, withReading, type ReadingOptions } from '../reading-options.ts';
import { recordingFile } from '../recording-file.ts';
import { replayComparison, type ReplayComparison } from '../../engine/research/index.ts';
import { comparisonText } from '../replay-comparison-text.ts';
import { restingFiguresBeside } from '../resting-figures.ts';
import { run, sessionOf, type ReplaySettings } from '../replay-session.ts';
import { summariser, summaryText, type ReplaySummary } from '../replay-summary.ts';
import { isSessionLog, sessionLog } from '../session-log.ts';
import { studyStart } from '../study-file.ts';

interface Options extends ReadingOptions {
  readonly protocol?: string;
  readonly seed: number;
  readonly baseline?: readonly [number, number];
  readonly study?: string;
  readonly participant: number;
  readonly session: number;
  readonly sham?: string;
  readonly policy?: string;
  readonly estimator?: string;
  readonly faults?: readonly FaultName[];
  readonly out?: string;
  readonly json?: true;
}

/** A replay, and beside it what other parts would have done. */
type Replayed = ReplaySummary & { readonly comparison?: ReplayComparison };

export const replayCommand = (): Command =>
  withReading(new Command('replay'))
    .summary('run recordings or session logs through the engine')
    .description(
      'Runs recordings through the engine as if they were live: estimates, decisions, everything.\n' +
        "Attune's own session logs are replayed as they were, and compared with what they say.",
    )
    .argument('<recording...>', 'CSV (t_s,rr_ms), RR text, packet lines or a session log')
    .option('--protocol <name>', `${PROTOCOLS.map(({ id }) => id).join(', ')}, or a JSON document`)
    .option('--seed <n>', 'chance is drawn from this', wholeNumber, 1)
    .option(
      '--baseline <start:end>',
      "seconds of the recording that are this person's rest; absent: the figures in a .json beside it",
      stretch,
    )
    .option('--study <plan>', 'a session of a study: its arm picks, and the log says so; see attune study')
    .option('--participant <n>', 'with --study: which person, from 1', wholeNumber, 1)
    .option('--session <n>', 'with --study: which session of theirs, from 1', wholeNumber, 1)
    .option('--sham <log>', 'with --study: the session whose doses a sham gives')
    .option('--policy <p>', `show beside it what another policy would decide: ${POLICY_HELP}`)
    .addOption(
      new Option('--estimator <id>', 'show beside it what another estimator leads to').choices(
        AROUSAL_ESTIMATORS.map(({ id }) => id),
      ),
    )
    .option('--faults <list>', `let a strap's faults happen to it: ${FAULT_NAMES.join(',')}`, faultNames)
    .option('--out <file>', 'write every event as a JSON line; - for standard output')
    .option('--json', 'print the summary as JSON')
    .action(replay);

async function replay(paths: readonly string[], options: Options): Promise<void> {
  const output = options.out === undefined ? undefined : lineOutput(options.out);
  try {
    const parts = partsOf(options);
    const summaries: Replayed[] = [];
    for (const path of paths) summaries.push(await replayOne(path, { ...options, parts }, output));
    output?.commit();
    const text = options.json
      ? JSON.stringify(summaries.length === 1 ? summaries[0] : summaries, undefined, 2)
      : summaries.map(replayedText).join('\n\n');
    (options.out === '-' ? process.stderr : process.stdout).write(`${text}\n`);
  } catch (failure) {
    output?.discard();
    throw failure;
  }
}

async function replayOne(
  path: string,
  options: Options & { readonly parts: EngineParts | undefined },
  output: LineOutput | undefined,
): Promise<Replayed> {
  const { protocol, baseline, study, faults } = options;
  const own = protocol === undefined && !baseline && study === undefined && !faults;
  const asItWas = own && (await isSessionLog(path));
  const log = asItWas ? await sessionLog(path) : undefined;
  const inputs = log
    ? inputsOf(log.events)
    : sessionOf(await recordingFile(path, readingOf(options)), {
        ...settingsOf(options),
        rest: restingFiguresBeside(path),
        study: await studyOf(options),
      });
  const name = basename(path);
  const summary = summariser(name);
  const differs = log && comparison(log.lines);
  progressed(name, inputs, (event) => {
    summary.add(event);
    const line = JSON.stringify(event);
    differs?.add(line);
    output?.line(line);
  });
  return {
    ...summary.end(),
    ...(differs && { identical: differs.identical() }),
    ...(options.parts && { comparison: replayComparison(inputs, options.parts) }),
  };
}

/** The parts asked for; `undefined`: none, the replay stands alone. */
function partsOf({ policy, estimator }: Options): EngineParts | undefined {
  if (policy === undefined && estimator === undefined) return undefined;
  return {
    ...(policy !== undefined && { policy: namedPolicy(policy) }),
    ...(estimator !== undefined && { estimator: arousalEstimatorOf(estimator) }),
  };
}

const replayedText = ({ comparison, ...summary }: Replayed): string =>
  comparison ? `${summaryText(summary)}\n\n${comparisonText(comparison)}` : summaryText(summary);

/** Runs the inputs, with a bar where a person watches and there is much to do. */
function progressed(name: string, inputs: readonly InputEvent[], each: (event: SessionEvent) => void): void {
  const long = inputs.length > 20_000 && process.stderr.isTTY;
  if (!long) {
    run(inputs, each);
    return;
  }
  const bar = new SingleBar({
    format: `${name} {bar} {percentage} %`,
    hideCursor: true,
    clearOnComplete: true,
  });
  const endMs = inputs.at(-1)!.atMs;
  const startMs = inputs[0]!.atMs;
  bar.start(endMs - startMs, 0);
  run(inputs, (event) => {
    if (event.seq % 2000 === 0) bar.update(event.atMs - startMs);
    each(event);
  });
  bar.stop();
}

function comparison(lines: readonly string[]): { add(line: string): void; identical(): boolean } {
  let index = 0;
  let same = true;
  return {
    add(line) {
      same &&= lines[index] === line;
      index += 1;
    },
    identical: () => same && index === lines.length,
  };
}

const studyOf = ({ study: plan, participant, session, sham: donor }: Options) =>
  plan === undefined ? undefined : studyStart({ plan, participant, session, donor });

const settingsOf = ({ protocol = 'craving-session', seed, baseline, faults }: Options): ReplaySettings => ({
  protocol: namedProtocol(protocol),
  seed,
  ...(baseline && { baselineS: baseline }),
  ...(faults && { faults }),
});

function faultNames(text: string): readonly FaultName[] {
  const names = text.split(',').map((name) => name.trim());
  const known = names.filter((name): name is FaultName => FAULT_NAMES.some((one) => one === name));
  if (known.length === names.length) return known;
  throw new InvalidArgumentError(`There are ${FAULT_NAMES.join(', ')}; commas between them.`);
}
