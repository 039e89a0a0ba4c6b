import { Command, Option } from 'commander';
import { DESIGNS, hashOf, planFault, STUDY_ARMS, studySchedule, type StudyPlan } from '../../engine/index.ts';
import { wholeNumber } from '../arguments.ts';
import { BadInput } from '../bad-input.ts';
import { writeOutput } from '../line-output.ts';
import { columns } from '../simulation/columns.ts';
import { studyPlanFile } from '../study-file.ts';

interface Options extends Omit<StudyPlan, 'kind' | 'version' | 'arms'> {
  readonly arms: string;
  readonly plan?: string;
  readonly out?: string;
  readonly json?: true;
}

export const studyCommand = (): Command =>
  new Command('study').summary('studies: who has which arm when').addCommand(
    new Command('schedule')
      .summary('the schedule of a study, by its seed')
      .description(
        'N-of-1 back and forth (abab), crossover or parallel arms, drawn in balanced blocks. The hash of the plan\n' +
          'stands in the log of each of its sessions: write it down before the study begins.',
      )
      .option('--plan <file>', 'a plan that was written before; the options below are then not looked at')
      .option('--id <name>', 'name of the study', 'study')
      .addOption(new Option('--design <design>', 'kind of schedule').choices(DESIGNS).default('abab'))
      .option('--arms <list>', `for attune replay: of ${STUDY_ARMS.join(', ')}`, 'pi0,sham')
      .option('--participants <n>', 'people', wholeNumber, 1)
      .option('--sessions <n>', 'sessions of a period', wholeNumber, 5)
      .option('--cycles <n>', 'pairs of periods (abab)', wholeNumber, 2)
      .option('--washout <n>', 'sessions between periods that do not count', wholeNumber, 0)
      .option('--seed <n>', 'the same seed gives the same schedule', wholeNumber, 1)
      .option('--out <file>', 'write the plan, for attune replay --study')
      .option('--json', 'print every session as JSON')
      .action(schedule),
  );

function schedule({ plan: path, out, json, ...options }: Options): void {
  const plan = path === undefined ? planOf(options) : studyPlanFile(path);
  const sessions = studySchedule(plan);
  if (out !== undefined) writeOutput(out, `${JSON.stringify(plan, undefined, 2)}\n`);
  const text = (): string =>
    [
      `${plan.id}: ${plan.design}, ${plan.participants} people, seed ${plan.seed}, plan hash ${hashOf(plan)}`,
      columns(
        [
          ['person', 'sessions', 'period', 'arm'],
          ...runs(sessions).map(({ first, last, participant, period, arm, washout }) => [
            String(participant),
            first === last ? String(first) : `${first}–${last}`,
            String(period),
            washout ? `${arm} (washout)` : arm,
          ]),
        ],
        4,
      ),
    ].join('\n');
  process.stdout.write(`${json ? JSON.stringify(sessions, undefined, 2) : text()}\n`);
}

function planOf({
  id,
  design,
  arms,
  participants,
  sessions,
  cycles,
  washout,
  seed,
}: Omit<Options, 'plan'>): StudyPlan {
  const names = arms.split(',').map((name) => name.trim());
  const counts = { participants, sessions, cycles, washout, seed };
  const plan: StudyPlan = { kind: 'attune-study', version: 1, id, design, arms: names, ...counts };
  const fault = planFault(plan);
  if (fault !== undefined) throw new BadInput(fault);
  return plan;
}

type Session = ReturnType<typeof studySchedule>[number];

/** Sessions in a row that are alike, as one. */
function runs(
  sessions: readonly Session[],
): readonly (Session & { readonly first: number; readonly last: number })[] {
  const all: (Session & { first: number; last: number })[] = [];
  for (const one of sessions) {
    const last = all.at(-1);
    const same =
      last?.participant === one.participant && last.period === one.period && last.washout === one.washout;
    if (same) last.last = one.session;
    else all.push({ ...one, first: one.session, last: one.session });
  }
  return all;
}
