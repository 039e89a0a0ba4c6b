import { words } from './words.ts';

const [WIDTH, HEIGHT] = [320, 90];
/** Steps in the picture: six seconds. */
const STEPS = 180;
/** Up to so many spreads are shown. */
const REACH = 3;

/** The pulse as a soft line, the newest at the right. What it shows is said beside it in words. */
export function WavePicture({ wave }: { wave: Float64Array }) {
  const x = (i: number): number => (WIDTH * (STEPS - wave.length + i)) / STEPS;
  const y = (value: number): number => (HEIGHT / 2) * (1 - Math.max(-REACH, Math.min(REACH, value)) / REACH);
  const path = Array.from(
    wave,
    (value, i) => `${i === 0 ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`,
  );
  return (
    <svg className="pulse-wave" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.wave}>
      <line className="pulse-ground" x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} />
      <path d={path.join(' ')} />
    </svg>
  );
}
