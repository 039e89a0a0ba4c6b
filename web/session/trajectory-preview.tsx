import { engineConfig, LADDER, plannedTrajectory, type Protocol } from '../../engine/index.ts';
import { kinds } from './words/kinds.ts';
import { families } from './words/reasons.ts';

const WIDTH = 240;
const HEIGHT = 56;
const SILENT_HEIGHT = 3;
const config = engineConfig();

/** Where a protocol leads when time alone does: a block a stretch, the livelier the higher. */
export function TrajectoryPreview({ protocol }: { protocol: Protocol }) {
  const stretches = plannedTrajectory(protocol, config);
  const endS = stretches.at(-1)?.toS ?? 1;
  const x = (s: number): number => (s / endS) * WIDTH;
  return (
    <svg
      className="trajectory"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={kinds.drawn(nameOf(stretches[0]?.rung), nameOf(stretches.at(-1)?.rung))}
    >
      {stretches.map(({ fromS, toS, rung }) => {
        const height = rung === 'silence' ? SILENT_HEIGHT : ((rung + 1) / LADDER.length) * HEIGHT;
        return (
          <rect
            key={fromS}
            className={`trajectory-${rung === 'silence' ? 'silence' : LADDER[rung]!.family}`}
            x={x(fromS)}
            width={Math.max(0, x(toS) - x(fromS) - 1)}
            y={HEIGHT - height}
            height={height}
          />
        );
      })}
    </svg>
  );
}

function nameOf(rung: number | 'silence' | undefined): string {
  if (rung === undefined || rung === 'silence') return families.silence;
  const { family, level } = LADDER[rung]!;
  return `${families[family]} ${level}`;
}
