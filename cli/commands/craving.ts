import { Command } from 'commander';
import { simulateCraving, type CravingSimulation, type PersonTraits } from '../../engine/research/index.ts';
import { wholeNumber } from '../arguments.ts';
import { BadInput } from '../bad-input.ts';

interface Options {
  readonly people: number;
  readonly labels: number;
  readonly seed: number;
  readonly json?: true;
}

const PLAIN: PersonTraits = {
  baseRate: 0.35,
  d: 0,
  variabilityD: 0,
  ratingNoise: 10,
  rhythm: 0,
  inertia: 0,
};

/** The people of the table. Each row says what is known to be true of them. */
const SCENARIOS: readonly { readonly name: string; readonly traits: PersonTraits }[] = [
  { name: 'body signals nothing', traits: PLAIN },
  { name: 'nothing; base rate 20 %', traits: { ...PLAIN, baseRate: 0.2 } },
  { name: 'nothing; craving and body share a daily rhythm', traits: { ...PLAIN, rhythm: 0.5 } },
  { name: 'nothing; craving and body each drift slowly', traits: { ...PLAIN, inertia: 0.5 } },
  { name: 'd = 0.26 (as in the laboratory)', traits: { ...PLAIN, d: 0.26, variabilityD: 0.13 } },
  { name: 'd = 0.5', traits: { ...PLAIN, d: 0.5, variabilityD: 0.25 } },
  { name: 'd = 0.8', traits: { ...PLAIN, d: 0.8, variabilityD: 0.4 } },
  { name: 'd = 0.8; variability says nothing', traits: { ...PLAIN, d: 0.8 } },
  { name: 'd = 0.8; base rate 20 %', traits: { ...PLAIN, d: 0.8, variabilityD: 0.4, baseRate: 0.2 } },
];

export const cravingCommand = (): Command =>
  new Command('craving').summary('the craving forecast, tried on simulated people').addCommand(
    new Command('simulate')
      .summary('how often a forecast of craving is shown, and how right it is')
      .description(
        'Simulates people whose body is known to signal craving or not, and says to how many the gate shows ' +
          'a forecast.',
      )
      .option('--people <n>', 'people in each row', wholeNumber, 1000)
      .option('--labels <n>', 'answers each person gives at most', wholeNumber, 60)
      .option('--seed <n>', 'the same seed gives the same people', wholeNumber, 1)
      .option('--json', 'print JSON')
      .action(simulate),
  );

function simulate({ json, ...plan }: Options): void {
  if (plan.people === 0) throw new BadInput('--people must be at least 1');
  const rows = SCENARIOS.map(({ name, traits }) => ({ name, traits, ...simulateCraving(traits, plan) }));
  process.stdout.write(json ? `${JSON.stringify({ ...plan, rows }, undefined, 2)}\n` : text(plan, rows));
}

function text(
  { people, labels, seed }: Omit<Options, 'json'>,
  rows: readonly ({ readonly name: string } & CravingSimulation)[],
): string {
  const percent = (share: number) => (share * 100).toFixed(1);
  const number = (value: number | undefined) => value?.toFixed(3) ?? '–';
  const lines = [
    ['people', 'shown, %', '95 % interval', 'labels', 'ECE', 'Brier', 'base rate'],
    ...rows.map((row) => [
      row.name,
      percent(row.shownShare),
      row.shownInterval.map(percent).join('–'),
      row.medianLabels?.toString() ?? '–',
      ...[row.calibrationError, row.brier, row.baseRateBrier].map(number),
    ]),
  ];
  const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  const shown = lines.map((line) =>
    line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  '),
  );
  return `${people} people a row, up to ${labels} answers each, seed ${seed}\n${shown.join('\n')}\n`;
}
