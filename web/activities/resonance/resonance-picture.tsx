import type { ResonanceVerdict } from '../../../engine/index.ts';
import { numberText } from '../../kit/numbers.ts';
import { rateText, words } from './words.ts';

type Told = Extract<ResonanceVerdict, { kind: 'pace' | 'flat' }>;

/** The plot in its own units; margins leave room for figures. */
const [WIDTH, HEIGHT, LEFT, TOP] = [320, 170, 40, 14];
const [SLOWEST, FASTEST] = [4.3, 7.2];

/** The likely swing at each pace with its band, what was measured as dots, and the interval of the best pace. */
export function ResonancePicture({ verdict }: { verdict: Told }) {
  const { curve, swings } = verdict;
  const most = Math.max(...curve.map(({ highBpm }) => highBpm), ...swings.map(({ swingBpm }) => swingBpm));
  const step = [1, 2, 5, 10, 20].find((one) => most / one <= 4) ?? 40;
  const top = step * Math.ceil(most / step);
  const x = (rate: number): number => LEFT + (WIDTH * (rate - SLOWEST)) / (FASTEST - SLOWEST);
  const y = (bpm: number): number => TOP + HEIGHT * (1 - bpm / top);
  const line = (points: readonly (readonly [number, number])[]): string =>
    points
      .map(([rate, bpm], i) => `${i === 0 ? 'M' : 'L'}${x(rate).toFixed(1)} ${y(bpm).toFixed(1)}`)
      .join(' ');
  const band = [
    ...curve.map(({ perMinute, highBpm }) => [perMinute, highBpm] as const),
    ...[...curve].reverse().map(({ perMinute, lowBpm }) => [perMinute, lowBpm] as const),
  ];
  const ordered = [...swings].sort((a, b) => a.perMinute - b.perMinute);
  const said = ordered.map(({ perMinute, swingBpm }) =>
    words.swingText(rateText(perMinute), numberText(swingBpm, swingBpm < 10 ? 1 : 0)),
  );
  const within = (rate: number): number => Math.min(FASTEST, Math.max(SLOWEST, rate));
  return (
    <figure className="figure">
      <figcaption>{words.up}</figcaption>
      <svg
        className="resonance-picture"
        viewBox={`0 0 ${LEFT + WIDTH + 10} ${TOP + HEIGHT + 46}`}
        role="img"
        aria-label={words.curveText(said.join(', '))}
      >
        {verdict.kind === 'pace' && (
          <rect
            className="resonance-interval"
            x={x(within(verdict.low))}
            width={x(within(verdict.high)) - x(within(verdict.low))}
            y={TOP}
            height={HEIGHT}
          />
        )}
        {Array.from({ length: top / step + 1 }, (_, i) => i * step).map((bpm) => (
          <g key={bpm}>
            <line className="resonance-line" x1={LEFT} x2={LEFT + WIDTH} y1={y(bpm)} y2={y(bpm)} />
            <text className="resonance-tick" x={LEFT - 8} y={y(bpm) + 5} textAnchor="end">
              {numberText(bpm)}
            </text>
          </g>
        ))}
        <path className="resonance-band" d={`${line(band)} Z`} />
        <path
          className="resonance-curve"
          d={line(curve.map(({ perMinute, swingBpm }) => [perMinute, swingBpm] as const))}
        />
        {ordered.map(({ perMinute, swingBpm }) => (
          <circle key={perMinute} className="resonance-dot" cx={x(perMinute)} cy={y(swingBpm)} r={4.5} />
        ))}
        <Across x={x} />
      </svg>
    </figure>
  );
}

const Across = ({ x }: { x: (rate: number) => number }) => (
  <>
    {[4.5, 5, 5.5, 6, 6.5, 7].map((rate) => (
      <text key={rate} className="resonance-tick" x={x(rate)} y={TOP + HEIGHT + 19} textAnchor="middle">
        {numberText(rate, Number.isInteger(rate) ? 0 : 1)}
      </text>
    ))}
    <text className="resonance-tick" x={LEFT + WIDTH / 2} y={TOP + HEIGHT + 40} textAnchor="middle">
      {words.across}
    </text>
  </>
);
