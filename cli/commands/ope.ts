import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { freshState, learnFromSession, loggedSession, type LoggedSession } from '../../engine/index.ts';
import {
  evaluateOffPolicy,
  LEAST_EFFECTIVE,
  type OffPolicyEvaluation,
  type OffPolicyFigure,
} from '../../engine/research/index.ts';
import { wholeNumber } from '../arguments.ts';
import { BadInput } from '../bad-input.ts';
import { namedPolicy, POLICY_HELP } from '../named-policy.ts';
import { writeOutput } from '../line-output.ts';
import { openFault } from '../recording-file.ts';
import { sessionLog } from '../session-log.ts';
import { columns } from '../simulation/columns.ts';
import { table } from '../table.ts';

interface Options {
  readonly policy: string;
  readonly draws: number;
  readonly seed: number;
  readonly learn?: string;
  readonly json?: true;
}

export const opeCommand = (): Command =>
  new Command('ope')
    .summary('what another policy would have been worth, from the logs of this one')
    .description(
      'Off-policy evaluation: weighs each session by how much more often the other policy would have had it.\n' +
        'Logs of one person lie in one folder; intervals are drawn by person. Worth is in points of the craving scale.',
    )
    .argument('<logs...>', 'session logs, or folders of them')
    .requiredOption('--policy <p>', POLICY_HELP)
    .option('--draws <n>', 'bootstrap draws for the intervals', wholeNumber, 1000)
    .option('--seed <n>', 'draws come from this', wholeNumber, 1)
    .option(
      '--learn <file>',
      'also write what the learning policy would make of these logs, all as one person',
    )
    .option('--json', 'print JSON')
    .action(ope);

async function ope(paths: readonly string[], { policy, draws, seed, learn, json }: Options): Promise<void> {
  const target = namedPolicy(policy);
  const people = new Map<string, LoggedSession[]>();
  for (const file of paths.flatMap(logFiles)) {
    const session = loggedSession((await sessionLog(file)).events);
    const person = dirname(resolve(file));
    people.set(person, [...(people.get(person) ?? []), session]);
  }
  if (people.size === 0) throw new BadInput(`${paths.join(' ')}: no session logs (*.ndjson) here`);
  const found = evaluateOffPolicy(people, target, { draws, seed });
  if (learn !== undefined) {
    const state = [...people.values()]
      .flat()
      .reduce((known, { log }) => learnFromSession(known, log), freshState());
    writeOutput(learn, `${JSON.stringify(state, undefined, 2)}\n`);
  }
  process.stdout.write(
    `${json ? JSON.stringify({ policy: target.name, ...found }, undefined, 2) : text(target.name, found)}\n`,
  );
}

function text(name: string, found: OffPolicyEvaluation): string {
  const about = table([
    ['policy', name],
    ['people', String(found.people)],
    ['sessions', `${found.sessions}, and ${found.unrewarded} without two ratings or a good signal`],
    ['overrides left out', String(found.overrides)],
    ['effective sample size', found.effective.toFixed(1)],
  ]);
  if (found.kind === 'refused') {
    const advice = 'Log more, or ask of a policy closer to this one.';
    return `${about}\n\nNo estimate: fewer than ${LEAST_EFFECTIVE} effective sessions. ${advice}`;
  }
  const figure = ({ value, low, high }: OffPolicyFigure): string =>
    `${value.toFixed(2)}${low === undefined ? '' : ` [${low.toFixed(2)}, ${high!.toFixed(2)}]`}`;
  return `${about}\n\n${columns([
    ['', 'points a session, 95 % by person'],
    ['as it was', figure(found.logged)],
    ['IPS', figure(found.ips)],
    ['SNIPS', figure(found.snips)],
    ['doubly robust', figure(found.doublyRobust)],
  ])}`;
}

/** The file itself, or every log in the folder and its folders, in order of their names. */
function logFiles(path: string): readonly string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => basename(name).endsWith('.ndjson'))
      .sort()
      .map((name) => join(path, name));
  } catch (cause) {
    throw new BadInput(`${path}: ${openFault(cause)}`, { cause });
  }
}
