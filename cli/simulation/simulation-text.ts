import { columns } from './columns.ts';
import type { Simulation } from '../../engine/research/index.ts';
import { simulationTables } from './simulation-tables.ts';

/** What `attune simulate` prints. */
export const simulationText = (it: Simulation): string =>
  simulationTables(it)
    .filter(({ rows }) => rows.length > 1)
    .map(({ caption, rows, toLeft }) => `${caption}\n${columns(rows, toLeft)}`)
    .join('\n\n');
