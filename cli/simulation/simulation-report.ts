import { panelSvg, scaleOf, sheet, type Panel } from '../plot/svg.ts';
import type { Figure } from '../../engine/research/index.ts';
import type { Simulation } from '../../engine/research/index.ts';
import { simulationTables, type SimulationTable } from './simulation-tables.ts';

const TEAL = '#0f766e';
const PAPER = '#faf6ee';

/**
 * The simulation as one page that needs nothing else: the printed tables, the differences
 * between policies, and how learning went.
 */
export function simulationReport(it: Simulation): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Attune: ${it.people} virtual people</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;
  background:#faf6ee;color:#16212b}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}
td,th{padding:.25rem .8rem;text-align:left;border-bottom:1px solid #ddd3c2}
svg{max-width:100%;height:auto}h2{font-size:1.05rem;margin-top:2rem}div{overflow-x:auto}</style>
<h1>${it.people} virtual people, ${it.sessions} sessions each</h1>
<p>Seed ${it.seed}. Nobody here is real: models, evidence and limits are in docs/simulation.md. The arousal estimate is
fed in where dosing takes it up, not made from beats; “attune simulate fidelity” shows how the two compare.</p>
<figure role="img" aria-label="Differences between policies with their intervals; the figures are in the tables">
${sheet(1040, 640 + (it.regret ? 330 : 0), [
  forest(
    'Where music works: settled after, min (left is better)',
    { left: 0, top: 20 },
    rowsOf(it, 'music works', 'settleMin'),
  ),
  forest(
    'Where music works: craving fell by, points (right is better)',
    { left: 520, top: 20 },
    rowsOf(it, 'music works', 'cravingFall'),
  ),
  forest('Where it harms: settled after, min', { left: 0, top: 320 }, rowsOf(it, 'harms', 'settleMin')),
  forest(
    'Where it harms: craving fell by, points',
    { left: 520, top: 320 },
    rowsOf(it, 'harms', 'cravingFall'),
  ),
  ...(it.regret ? [regretPanel(it.regret.cumulative)] : []),
])}</figure>
${simulationTables(it)
  .filter(({ rows }) => rows.length > 1)
  .map(htmlTable)
  .join('\n')}
</html>
`;
}

const escaped = (text: string): string => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);

function htmlTable({ caption, rows: [header = [], ...rows] }: SimulationTable): string {
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`;
  const body = rows.map((cells) => row(cells, 'td')).join('');
  return `<h2>${escaped(caption)}</h2>\n<div><table>${row(header, 'th')}${body}</table></div>`;
}

interface ForestRow {
  readonly label: string;
  readonly figure: Figure;
}

const rowsOf = (
  { contrasts }: Simulation,
  group: string,
  outcome: 'settleMin' | 'cravingFall',
): readonly ForestRow[] =>
  contrasts
    .filter((row) => row.group === group)
    .map((row) => ({ label: `${row.arm} − ${row.against}`, figure: row[outcome] }));

/** Differences with their intervals about a line at zero; one that excludes zero is filled. */
function forest(
  title: string,
  { left, top }: { readonly left: number; readonly top: number },
  rows: readonly ForestRow[],
): string {
  const reach = Math.max(
    0.01,
    ...rows.flatMap(({ figure }) => [Math.abs(figure.low), Math.abs(figure.high)]),
  );
  const x = (value: number) => (left + 330 + (150 * value) / reach).toFixed(1);
  const marks = rows.map(({ label, figure: { value, low, high } }, i) => {
    const y = top + 45 + 30 * i;
    const clear = low > 0 || high < 0;
    return (
      `<text x="${left + 165}" y="${y + 4}" text-anchor="end">${label}</text>` +
      `<path d="M${x(low)} ${y}H${x(high)}" stroke="${TEAL}" stroke-width="2"/>` +
      `<circle cx="${x(value)}" cy="${y}" r="5" stroke="${TEAL}" stroke-width="2" fill="${clear ? TEAL : PAPER}"/>`
    );
  });
  const foot = top + 45 + 30 * rows.length;
  const ticks = [-reach, 0, reach].map(
    (value) => `<text x="${x(value)}" y="${foot + 8}" text-anchor="middle">${value.toFixed(2)}</text>`,
  );
  return (
    `<text x="${left + 20}" y="${top + 12}" font-size="15" font-weight="600">${title}</text>` +
    `<path d="M${x(0)} ${top + 25}V${foot - 8}" stroke="#b8ab92"/>${marks.join('')}${ticks.join('')}`
  );
}

function regretPanel(cumulative: readonly number[]): string {
  const panel: Panel = {
    title: 'Cumulative regret beside the oracle (dashed: as fast as at first)',
    xLabel: 'session',
    yLabel: 'points of craving',
    box: { left: 75, top: 680, width: 590, height: 230 },
    x: [0, cumulative.length],
    y: [0, Math.max(1, ...cumulative) * 1.3],
  };
  const { x, y } = scaleOf(panel);
  const line = cumulative.map((value, s) => `${s === 0 ? 'M' : 'L'}${x(s + 1)} ${y(value)}`).join('');
  const early = cumulative[Math.min(9, cumulative.length - 1)]! / Math.min(10, cumulative.length);
  const until = Math.min(cumulative.length, panel.y[1] / early);
  return panelSvg(
    panel,
    `<path d="M${x(0)} ${y(0)}L${x(until)} ${y(early * until)}" stroke="#b8ab92" stroke-dasharray="4 4"/>` +
      `<path d="${line}" fill="none" stroke="${TEAL}" stroke-width="2"/>`,
  );
}
