import type { PlannedStretch, Protocol } from '../../engine/index.ts';
import { LADDER_NAMES } from '../protocol-text.ts';
import { panelSvg, scaleOf, sheet, type Panel } from './svg.ts';

const TEAL = '#0f766e';

/** A protocol drawn as a trajectory: the level of the music over time, silence below, phases as bands. */
export function protocolPlot({ title, version }: Protocol, stretches: readonly PlannedStretch[]): string {
  const endMin = stretches.at(-1)!.toS / 60;
  const panel: Panel = {
    title: `${title}, version ${version}: where the music leads when time alone does`,
    xLabel: 'minutes',
    yLabel: `0 ${LADDER_NAMES[0]} … 5 ${LADDER_NAMES.at(-1)}; −1 silence`,
    box: { left: 90, top: 60, width: 780, height: 260 },
    x: [0, endMin],
    y: [-1, LADDER_NAMES.length - 1],
  };
  return sheet(900, 400, [panelSvg(panel, marks(panel, stretches))]);
}

function marks(panel: Panel, stretches: readonly PlannedStretch[]): string {
  const { x, y } = scaleOf(panel);
  const { top, height } = panel.box;
  const place = (rung: PlannedStretch['rung']): string => y(rung === 'silence' ? -1 : rung);
  const line = stretches
    .map(({ fromS, toS, rung }, i) => `${i === 0 ? 'M' : 'L'}${x(fromS / 60)} ${place(rung)} H${x(toS / 60)}`)
    .join(' ');
  const begins = stretches.filter(({ phase }, i) => phase !== stretches[i - 1]?.phase);
  const phases = begins.map(({ fromS, phase }, i) => {
    const at = x(fromS / 60);
    return (
      `<line x1="${at}" x2="${at}" y1="${top}" y2="${top + height}" stroke="#b9ac95" stroke-dasharray="3 4"/>` +
      `<text x="${at}" dx="4" y="${top + 12 + 14 * (i % 3)}" font-size="11">${phase}</text>`
    );
  });
  return `${phases.join('')}<path d="${line}" fill="none" stroke="${TEAL}" stroke-width="2.5"/>`;
}
