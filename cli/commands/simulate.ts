import { SingleBar } from 'cli-progress';
import { Command, InvalidArgumentError } from 'commander';
import { ARMS, type ArmName } from '../../engine/research/index.ts';
import { wholeNumber } from '../arguments.ts';
import { writeOutput } from '../line-output.ts';
import { calibrationText } from '../simulation/calibration.ts';
import { fidelityText } from '../simulation/fidelity-text.ts';
import { logWriter } from '../simulation/log-writer.ts';
import { offPolicyCheckText } from '../simulation/off-policy-check-text.ts';
import { simulation } from '../../engine/research/index.ts';
import { simulationReport } from '../simulation/simulation-report.ts';
import { simulationText } from '../simulation/simulation-tables.ts';

interface Options {
  readonly people: number;
  readonly sessions: number;
  readonly policy: readonly ArmName[];
  readonly seed: number;
  readonly html?: string;
  readonly logs?: string;
  readonly json?: true;
}

const DEFAULT_ARMS: readonly ArmName[] = ['pi0', 'thompson', 'static-calm', 'shuffle', 'time-ladder'];

export const simulateCommand = (): Command =>
  new Command('simulate')
    .summary('virtual people in closed loop: what a policy would do, and to whom')
    .description(
      'Virtual people, of several kinds, hear what each policy plays and answer with their hearts and ratings.\n' +
        'The estimate is fed in where dosing takes it up; "fidelity" shows how that compares with whole beats.\n' +
        'Models, evidence and limits: docs/simulation.md.',
    )
    .option('--people <n>', 'people; the seven response models go round', counted, 1000)
    .option('--sessions <n>', 'sessions of each', counted, 10)
    .option('--policy <list>', `of ${ARMS.join(', ')}`, armList, DEFAULT_ARMS)
    .option('--seed <n>', 'the same seed gives the same people on the same days', wholeNumber, 1)
    .option('--html <file>', 'write a report with plots, complete in itself')
    .option('--logs <folder>', "write the first policy's session logs, a folder a person, for attune ope")
    .option('--json', 'print every figure as JSON')
    .action(simulate)
    .addCommand(
      new Command('fidelity')
        .summary('the same people through the whole path, beat by beat, and at the boundary')
        .option('--people <n>', 'people', counted, 70)
        .option('--seed <n>', 'the same seed gives the same people', wholeNumber, 1)
        .action(({ people, seed }: Pick<Options, 'people' | 'seed'>) => {
          process.stdout.write(`${fidelityText({ people, seed }, progress(people))}\n`);
        }),
    )
    .addCommand(
      new Command('off-policy')
        .summary('how often off-policy intervals hold the true value of a policy')
        .option('--runs <n>', 'runs, each with people of its own', counted, 200)
        .option('--people <n>', 'people in a run; the seven response models go round', counted, 63)
        .option('--sessions <n>', 'sessions of each', counted, 5)
        .option('--seed <n>', 'the same seed gives the same runs', wholeNumber, 1)
        .action((plan: Pick<Options, 'people' | 'sessions' | 'seed'> & { readonly runs: number }) => {
          process.stdout.write(`${offPolicyCheckText(plan, progress(plan.runs))}\n`);
        }),
    )
    .addCommand(
      new Command('calibrate')
        .summary('the gains with which each response model reaches the effect sizes of trials')
        .option('--people <n>', 'people', counted, 1000)
        .option('--seed <n>', 'the same seed gives the same people', wholeNumber, 1)
        .action(({ people, seed }: Pick<Options, 'people' | 'seed'>) => {
          process.stdout.write(`${calibrationText({ people, seed })}\n`);
        }),
    );

function simulate({ policy, html, logs, json, people, sessions, seed }: Options): void {
  const writer = logs === undefined ? undefined : logWriter(logs, policy[0]!);
  const result = simulation(
    { people, sessions, seed, arms: policy },
    { done: progress(people * policy.length), ...(writer && { log: writer }) },
  );
  if (html !== undefined) writeOutput(html, simulationReport(result));
  process.stdout.write(`${json ? JSON.stringify(result, undefined, 2) : simulationText(result)}\n`);
}

/** A bar on standard error, where somebody watches. */
function progress(total: number): (count: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  const bar = new SingleBar({
    format: '{bar} {percentage} %  {eta_formatted}',
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return (count) => {
    bar.update(count);
    if (count === total) bar.stop();
  };
}

function counted(text: string): number {
  const number = wholeNumber(text);
  if (number >= 1) return number;
  throw new InvalidArgumentError('It must be at least 1.');
}

function armList(text: string): readonly ArmName[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !ARMS.some((arm) => arm === name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`There is no "${unknown}"; there are ${ARMS.join(', ')}.`);
  return [...new Set(names as ArmName[])];
}
