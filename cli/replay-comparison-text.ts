import type { Decided, ReplayComparison } from '../engine/research/index.ts';
import { columns } from './simulation/columns.ts';
import { clock, table } from './table.ts';

/** Side by side; a row that differs is marked. */
export function comparisonText({ own, other, decisions, arousal }: ReplayComparison): string {
  const name = ({ policy, estimator }: ReplayComparison['own']) => `${policy}, ${estimator}`;
  const shown = (one: Decided | undefined) =>
    one === undefined
      ? '–'
      : `${one.module} ${one.level}  ${one.reason}  p ${one.probability?.toFixed(2) ?? '–'}`;
  const rows = decisions.map((pair) => [
    pair.same ? '' : '≠',
    clock(pair.atS * 1000),
    shown(pair.own),
    shown(pair.other),
  ]);
  const differing = decisions.filter(({ same }) => !same).length;
  return [
    columns([['', 'at', name(own), name(other)], ...rows], 4),
    `${differing} of ${decisions.length} decisions differ in what plays`,
    ...(arousal
      ? [
          table([
            ['steps', String(arousal.steps)],
            [`with an estimate, ${own.estimator}`, String(arousal.own)],
            [`with an estimate, ${other.estimator}`, String(arousal.other)],
            ['apart on average', arousal.meanApart?.toFixed(3) ?? 'never both'],
            ['apart, root mean square', arousal.rmsApart?.toFixed(3) ?? 'never both'],
          ]),
        ]
      : []),
  ].join('\n');
}
