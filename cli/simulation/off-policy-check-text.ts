import { offPolicyCheck, type Figure, type OffPolicyPlan } from '../../engine/research/index.ts';
import { columns } from './columns.ts';

const HEADER = [
  'target',
  'estimate',
  'true value',
  'mean estimate',
  'mean bias, same people',
  'truth in the 95 % interval',
  'mean ESS',
  'refused',
] as const;

/** What `attune simulate off-policy` prints. */
export function offPolicyCheckText(plan: OffPolicyPlan, done: (count: number) => void): string {
  const rows = offPolicyCheck(plan, done);
  const { runs, people, sessions, seed } = plan;
  return [
    `${runs} runs of ${people} people with ${sessions} sessions each, led by pi0, seed ${seed}; points a session`,
    columns(
      [
        HEADER,
        ...rows.map((row) => [
          row.target,
          row.estimator,
          shown(row.truth),
          row.meanEstimate.toFixed(2),
          shown(row.bias),
          `${row.held} of ${row.given} (${((100 * row.held) / row.given).toFixed(1)} %)`,
          row.meanEffective.toFixed(0),
          String(row.refused),
        ]),
      ],
      2,
    ),
  ].join('\n');
}

const shown = ({ value, low, high }: Figure): string =>
  `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
