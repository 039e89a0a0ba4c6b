import { HISTORY_DAYS } from '../../../engine/index.ts';
import type { KeptRest } from './rest-database.ts';
import { rest as words, restsText } from './words.ts';

/** The plot's sides in its own units; margins leave room for figures. */
const [WIDTH, HEIGHT, LEFT, TOP] = [320, 140, 40, 12];
const DAY_MS = 86_400_000;
/** The scale is never finer than this, 1/min: a beat more or less is no news. */
const LEAST_RANGE_BPM = 20;

/**
 * One dot a session: resting heart rate over the last 60 days, its spread as a line. The same in words for those who
 * do not see it.
 */
export function RestPicture({ rests }: { rests: readonly KeptRest[] }) {
  const toMs = rests.at(-1)!.atMs;
  const fromMs = toMs - HISTORY_DAYS * DAY_MS;
  const shown = rests.filter(({ atMs }) => atMs >= fromMs);
  const rates = shown.map(({ figures }) => figures.heartRateBpm);
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  const middle = (least + most) / 2;
  const half = Math.max(LEAST_RANGE_BPM, most - least + 8) / 2;
  const x = (atMs: number): number => LEFT + (WIDTH * (atMs - fromMs)) / (toMs - fromMs);
  const y = (bpm: number): number => TOP + (HEIGHT * (middle + half - bpm)) / (2 * half);
  const ticks = [middle - half / 2, middle, middle + half / 2].map((bpm) => 5 * Math.round(bpm / 5));
  return (
    <figure className="figure">
      <figcaption>{words.up}</figcaption>
      <svg
        className="rest-picture"
        viewBox={`0 0 ${LEFT + WIDTH + 10} ${TOP + HEIGHT + 24}`}
        role="img"
        aria-label={restsText(shown.length, least, most)}
      >
        {ticks.map((bpm) => (
          <g key={bpm}>
            <line x1={LEFT} x2={LEFT + WIDTH} y1={y(bpm)} y2={y(bpm)} className="rest-line" />
            <text x={LEFT - 6} y={y(bpm) + 4} textAnchor="end" className="rest-tick">
              {bpm}
            </text>
          </g>
        ))}
        {shown.map(({ session, atMs, figures: { heartRateBpm, heartRateSpreadBpm } }) => (
          <g key={session}>
            <line
              x1={x(atMs)}
              x2={x(atMs)}
              y1={y(heartRateBpm - heartRateSpreadBpm)}
              y2={y(heartRateBpm + heartRateSpreadBpm)}
              className="rest-spread"
            />
            <circle cx={x(atMs)} cy={y(heartRateBpm)} r={4} className="rest-point" />
          </g>
        ))}
        <text x={LEFT + WIDTH / 2} y={TOP + HEIGHT + 18} textAnchor="middle" className="rest-tick">
          {words.across}
        </text>
      </svg>
    </figure>
  );
}
