import type { CravingEvidence } from '../../../engine/index.ts';
import { learning as words, reliabilityText } from './words.ts';

/** The plot's sides in its own units; margins leave room for figures. */
const SIDE = 200;
const LEFT = 40;
const TOP = 12;
const TICKS = [0, 0.5, 1];

const x = (share: number): number => LEFT + share * SIDE;
const y = (share: number): number => TOP + (1 - share) * SIDE;

/** What the forecasts said against what came of them, with counts. The same in words for those who do not see it. */
export function ReliabilityDiagram({ bins }: { bins: CravingEvidence['reliability'] }) {
  return (
    <svg
      className="reliability"
      viewBox={`0 0 ${LEFT + SIDE + 26} ${TOP + SIDE + 44}`}
      role="img"
      aria-label={`${words.diagram}. ${reliabilityText(bins)}`}
    >
      <rect x={LEFT} y={TOP} width={SIDE} height={SIDE} className="reliability-frame" />
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className="reliability-even" />
      {TICKS.map((share) => (
        <g key={share} className="reliability-tick">
          <text x={x(share)} y={TOP + SIDE + 16} textAnchor="middle">
            {100 * share}
          </text>
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {100 * share}
          </text>
        </g>
      ))}
      <text className="reliability-tick" x={x(0.5)} y={TOP + SIDE + 36} textAnchor="middle">
        {words.said}
      </text>
      <text
        className="reliability-tick"
        textAnchor="middle"
        transform={`translate(12 ${y(0.5)}) rotate(-90)`}
      >
        {words.seen}
      </text>
      {bins.map(({ from, forecast, observed, count, interval: [low, high] }) => (
        <g key={from}>
          <line x1={x(forecast)} x2={x(forecast)} y1={y(low)} y2={y(high)} className="reliability-interval" />
          <circle cx={x(forecast)} cy={y(observed)} r={4.5} className="reliability-point" />
          <text x={x(forecast) + 8} y={y(observed) + 4} className="reliability-count">
            {count}
          </text>
        </g>
      ))}
    </svg>
  );
}
