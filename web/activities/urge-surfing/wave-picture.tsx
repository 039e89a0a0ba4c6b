import type { PictureProps } from '../../session/script/guided-view.tsx';
import { scriptMs } from '../../session/script/script.ts';
import { wavePath, wavePoints } from '../../session/script/wave.ts';
import { words } from '../../session/script/words.ts';
import './wave.css';

const [WIDTH, HEIGHT, MARGIN] = [640, 160, 14];

/** The craving as a wave, from what was said so far; the rest of the water lies still. */
export function WavePicture({ script, place }: PictureProps) {
  const frame = { width: WIDTH, height: HEIGHT, lengthMs: scriptMs(script) };
  const points = wavePoints(place.ratings, frame);
  const last = points.at(-1);
  const nowX = (WIDTH * Math.min(place.passedMs, frame.lengthMs)) / frame.lengthMs;
  // The last word holds until another is said.
  const line = last ? `${wavePath(points)}H${Math.max(nowX, last.x).toFixed(1)}` : '';
  const said = place.ratings.map(({ value }) => value);
  return (
    <svg
      className="wave-picture"
      viewBox={`${-MARGIN} ${-MARGIN} ${WIDTH + 2 * MARGIN} ${HEIGHT + 2 * MARGIN}`}
      role="img"
      aria-label={said.length > 0 ? words.wave(said) : words.noWave}
    >
      <defs>
        <linearGradient id="wave-water" x1="0" x2="0" y1="0" y2="1">
          <stop offset="0" stopColor="var(--accent)" stopOpacity="0.5" />
          <stop offset="1" stopColor="var(--accent)" stopOpacity="0.06" />
        </linearGradient>
      </defs>
      {[0, 50, 100].map((value) => (
        <line
          key={value}
          className="wave-level"
          x1="0"
          x2={WIDTH}
          y1={HEIGHT * (1 - value / 100)}
          y2={HEIGHT * (1 - value / 100)}
        />
      ))}
      {last && points[0] && (
        <path
          className="wave-water"
          d={`${line}V${HEIGHT}H${points[0].x.toFixed(1)}Z`}
          fill="url(#wave-water)"
        />
      )}
      {last && <path className="wave-line" d={line} />}
      {points.map(({ x, y }) => (
        <circle key={x} className="wave-point" cx={x} cy={y} r="5" />
      ))}
      <circle className="wave-boat" cx={nowX} cy={last ? last.y : HEIGHT} r="9" />
    </svg>
  );
}
