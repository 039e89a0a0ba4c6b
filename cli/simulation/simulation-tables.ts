import { columns } from './columns.ts';
import type { ContrastRow, Figure, Regret, Simulation } from '../../engine/research/index.ts';

/** A table with its caption; the first `toLeft` columns are words. */
export interface SimulationTable {
  readonly caption: string;
  readonly toLeft: number;
  readonly rows: readonly (readonly string[])[];
}

/** The largest loss that counts as no worse. */
const MARGIN = 0.02;

const shown = ({ value, low, high }: Figure, digits: number): string =>
  `${value.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;

const percent = ({ value, low, high }: Figure): string =>
  shown({ value: 100 * value, low: 100 * low, high: 100 * high }, 1);

/** What an interval allows to say. */
const verdict = ({ low, high }: Figure): string =>
  low > 0 ? 'better' : high < 0 ? 'WORSE' : 'no difference';

const noWorse = ({ low, value }: Figure): string =>
  low >= -MARGIN ? 'no worse' : value >= -MARGIN ? 'not shown' : 'WORSE';

const unhelped = ({ group }: ContrastRow) => group === 'does nothing' || group === 'harms';

/** Everything a simulation says, as tables. */
export const simulationTables = (it: Simulation): readonly SimulationTable[] => [
  effectTable(it),
  armTable(it),
  helpedTable(it),
  unhelpedTable(it),
  checksTable(it),
  ...(it.regret ? regretTables(it.regret) : []),
];

const effectTable = ({ effects }: Simulation): SimulationTable => ({
  caption: 'A quiet piece throughout against silence, first sessions: Cohen’s d (trials: 0.38 and 0.33)',
  toLeft: 1,
  rows: [
    ['response model', 'arousal', 'craving'],
    ...effects.map(({ model, arousal, craving }) => [model, arousal.toFixed(2), craving.toFixed(2)]),
  ],
});

const armTable = ({ people, sessions, seed, rows }: Simulation): SimulationTable => ({
  caption: `${people} people, ${sessions} sessions each, seed ${seed}: means with 95 % intervals by person`,
  toLeft: 2,
  rows: [
    ['', 'policy', 'people', 'settled after, min', 'craving fell by, points'],
    ...rows.map((row) => [
      row.group,
      row.arm,
      String(row.people),
      shown(row.settleMin, 2),
      shown(row.cravingFall, 2),
    ]),
  ],
});

const helpedTable = ({ contrasts }: Simulation): SimulationTable => ({
  caption: 'Where music works: difference, same people (settling below 0 and craving above 0 are better)',
  toLeft: 3,
  rows: [
    ['', 'policy', 'against', 'settled after, min', '', 'craving fell by, points', ''],
    ...contrasts
      .filter((row) => !unhelped(row))
      .map((row) => [
        row.group,
        row.arm,
        row.against,
        shown(row.settleMin, 3),
        verdict(row.settleShare),
        shown(row.cravingFall, 3),
        verdict(row.cravingFall),
      ]),
  ],
});

const unhelpedTable = ({ contrasts }: Simulation): SimulationTable => ({
  caption:
    "Where it does not: difference in % of the other's " +
    `(above 0 is better; no worse: the interval stays above −${MARGIN * 100} %)`,
  toLeft: 3,
  rows: [
    ['', 'policy', 'against', 'settling, %', '', 'craving, %', ''],
    ...contrasts
      .filter(unhelped)
      .map((row) => [
        row.group,
        row.arm,
        row.against,
        percent(row.settleShare),
        noWorse(row.settleShare),
        percent(row.cravingShare),
        noWorse(row.cravingShare),
      ]),
  ],
});

const checksTable = ({ checks }: Simulation): SimulationTable => ({
  caption: 'What the logs say of dosing’s promises',
  toLeft: 1,
  rows: [
    [
      'policy',
      'sessions',
      'decisions',
      'shield broken',
      'jumps > 1 rung',
      'changes < 60 s, no press',
      'presses',
    ],
    ...checks.map((one) =>
      [one.arm, one.sessions, one.decisions, one.shieldBroken, one.jumps, one.flutters, one.presses].map(
        String,
      ),
    ),
  ],
});

const regretTables = ({ people, blocks, exponent, shrinks }: Regret): readonly SimulationTable[] => [
  {
    caption: `Learning beside an oracle: ${people} people whom music helps; craving, points a session`,
    toLeft: 1,
    rows: [
      ['sessions', 'pi0', 'thompson', 'oracle', 'regret'],
      ...blocks.map(({ from, to, fall, regret }) => [
        `${from}–${to}`,
        ...[fall.pi0, fall.thompson, fall.oracle].map((value) => value?.toFixed(2) ?? '–'),
        shown(regret, 2),
      ]),
    ],
  },
  {
    caption: 'Growth of cumulative regret',
    toLeft: 1,
    rows: [
      ['', 'figure', ''],
      [
        'exponent of sessions (1: linear)',
        shown(exponent, 2),
        exponent.high < 1 ? 'sub-linear' : 'not shown to be sub-linear',
      ],
      [
        'first block less last, a session',
        shown(shrinks, 2),
        shrinks.low > 0 ? 'shrinks' : 'not shown to shrink',
      ],
    ],
  },
];

/** What `attune simulate` prints. */
export const simulationText = (it: Simulation): string =>
  simulationTables(it)
    .filter(({ rows }) => rows.length > 1)
    .map(({ caption, rows, toLeft }) => `${caption}\n${columns(rows, toLeft)}`)
    .join('\n\n');
